using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <content>20个工作日内, 24小时内, 三个月内 after an event; 提前5个工作日 before one; 印发当日.</content>
public static partial class DeadlinePhraseReader
{
    private static void ApplyClocks(PhraseScan scan)
    {
        scan.Apply(scan.HasAny("后") && scan.HasAny("内"), AfterPeriod(), ReadAfterPeriod);
        scan.Apply(scan.Has("工作日"), Before(), ReadBefore);
        scan.Apply(scan.HasAny("内") || scan.Has("工作日") || scan.Has("小时") || scan.Has("个月"), Clock(), ReadClock);
        scan.Apply(scan.Has("当日") || scan.Has("当天"), SameDay(), ReadSameDay);
    }

    private static ParsedDeadline? ReadClock(PhraseScan scan, Match match)
    {
        var isHalfYear = match.Groups["half"].Success;
        var count = 6;
        if (!isHalfYear && (!ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out count) || count == 0))
        {
            return null;
        }

        var unit = match.Groups["unit"].Value;
        var kind = unit switch
        {
            "工作日" => DeadlineRuleKind.WorkingDaysAfterEvent,
            "小时" => DeadlineRuleKind.HoursAfterEvent,
            "个月" => DeadlineRuleKind.MonthsAfterEvent,
            _ when isHalfYear => DeadlineRuleKind.MonthsAfterEvent,
            "年" => DeadlineRuleKind.YearsAfterEvent,
            _ => DeadlineRuleKind.CalendarDaysAfterEvent,
        };
        var trigger = DeadlineEventReader.Read(scan.Words, match.Index);
        // 2020年内 is a year, and 三年内 with no event before it is a programme, not a clock.
        return kind == DeadlineRuleKind.YearsAfterEvent && (count > 20 || trigger is null)
            ? null
            : Make(scan, match, kind) with { Value = unit.EndsWith('周') || unit == "星期" ? count * 7 : count, Event = trigger };
    }

    private static ParsedDeadline? ReadBefore(PhraseScan scan, Match match) =>
        ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out var count) && count > 0
            ? Make(scan, match, DeadlineRuleKind.WorkingDaysBeforeEvent) with
            {
                Value = count,
                Event = DeadlineEventReader.ReadBefore(scan.Words, match.Index),
            }
            : null;

    private static ParsedDeadline ReadSameDay(PhraseScan scan, Match match) =>
        Make(scan, match, DeadlineRuleKind.CalendarDaysAfterEvent) with { Value = 0, Event = DeadlineEventReader.Read(scan.Words, match.Index) };

    // A clock that the end of each period starts is a period with days to spare: 每季度结束后10个工作日内.
    private static ParsedDeadline? ReadAfterPeriod(PhraseScan scan, Match match)
    {
        if (!ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out var count) || count is 0 or > 366)
        {
            return null;
        }

        var period = PeriodOf(match.Groups["period"].Value);
        var deadline = Make(scan, match, DeadlineRuleKind.Periodic) with { Period = period };
        return match.Groups["working"].Success ? deadline with { WorkingDaysAfterPeriod = count }
            : period is not PeriodUnit.Week && count <= 31 ? deadline with { DayOfNextMonth = count }
            : deadline;
    }

    [GeneratedRegex(
        @"(?:(?<![月\d.〇零一二两三四五六七八九十百第])(?:不超过|最迟不超过|不得超过)?(?:(?:" + Number + @")\s?(?:至|到|[-~])\s?)?(?<n>" + Number + @")\s?个?\s?(?<unit>工作日|小时|自然日|个月|日|天|年|周|星期)(?:之内|以内|内)|(?<![上下每])(?<half>半年)(?:之内|以内|内)(?!每))"
        + @"|(?<=之日起|发布后|公布后|印发后|公开后|形成后|发生后|收到后|变更后|通过后)(?<n>" + Number + @")\s?个?(?<unit>工作日|小时)(?!前|以上)"
        // A limit on some procedure or extension (办理时限不超过…, 延长期限不超过…) is no duty to disclose by then.
        + "|(?<!时限|期限|时间|时长|周期|延长)(?:最迟|最长)?不(?:得|应|能)?(?:超过|多于|晚于)(?<n>" + Number + @")\s?个?(?<unit>工作日|小时|自然日|个月)(?!前|以上)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"(?:提前(?:至少|不少于)?\s?(?<n>" + Number + @")\s?个?工作日(?:以上)?|(?<=召开|举行|开会|实施|开始|施行|出台|审议|决策|听证|会|生效|截止)前(?:至少)?\s?(?<n>" + Number + @")\s?个?工作日(?!内)"
        + @"|(?<![\d.第])(?<n>" + Number + @")\s?个?工作日(?:之前|以前|前))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Before();

    [GeneratedRegex(
        "(?<=印发|公布|发布|公开|通过|签发|作出|形成|成立|生成|变更|之|后|发生|召开|结束)的?(?:当日|当天)(?:之?内)?",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex SameDay();

    [GeneratedRegex(
        @"(?<period>每个?(?:周|月|季度?|半年|年度?)|(?<![\d一二三四第上下本])(?:季度?|月度|月|半年度?|年度))(?:结束|终了|末|底|度)?(?:后|之后|以后)的?\s?(?<n>" + Number
        + @")\s?(?:(?<working>个?工作日)|个?自然日|日|天)(?:之内|以内|内)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex AfterPeriod();
}
