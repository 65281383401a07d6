using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <content>6月底前, 12月31日前, 上半年, 第三季度, 年底前, 每年6月底前, 2016年版.</content>
/// <remarks>
/// A date of each year (每年6月底前) is that date of the plan's year. An edition (2016年版) is a fixed date, the end of its year, only where
/// it is the plan's own year and no title in 《》 or note in brackets: a plan that tells to publish this year's edition wants it out this
/// year; an edition that it cites is a name. 6月底 and 第三季度 without 前 count where they say when something is done, and not where
/// they name what is told (公开上半年财政收支).
/// </remarks>
public static partial class DeadlinePhraseReader
{
    private const string YearBefore = @"(?:(?:每年|(?<y>\d{4}|[〇零一二三四五六七八九]{4})年|今年|本年|(?<next>明年|次年|来年|下一?年))度?的?)?";
    private const string NotLater = "(?:不(?:得|应)?[迟晚]于|最迟(?:于|在)?|至迟(?:于|在)?)";
    private const string Done = @"(?=(?:、[\d一二三四五六七八九十]{1,2}月[底末])*[^,。;、]{0,4}?(?:完成|实现|建成|出台|达到|上线|到位|报送|上报|汇总|公布|公开|发布))";

    private static void ApplyDates(PhraseScan scan)
    {
        scan.Apply(scan.HasAny("月"), DayOfMonth(), ReadDayOfMonth);
        scan.Apply(scan.HasAny("月"), MonthEnd(), ReadMonthEnd);
        scan.Apply(scan.Has("季度"), QuarterEnd(), ReadQuarterEnd);
        scan.Apply(scan.Has("半年"), HalfYearEnd(), ReadHalfYear);
        scan.Apply(scan.HasAny("年") && scan.HasAny("底末内"), YearEnd(), ReadYearEnd);
        scan.Apply(scan.Has("年版"), Edition(), ReadEdition);
    }

    private static ParsedDeadline? ReadDayOfMonth(PhraseScan scan, Match match) =>
        ChineseNumber.TryRead(match.Groups["m"].ValueSpan, out var month) && ChineseNumber.TryRead(match.Groups["d"].ValueSpan, out var day)
            ? Date(scan, match, inYear => CalendarDate.TryMake(inYear, month, day))
            : null;

    private static ParsedDeadline? ReadMonthEnd(PhraseScan scan, Match match) =>
        !ChineseNumber.TryRead(match.Groups["m"].ValueSpan, out var month) ? null
        : match.Groups["ten"].Value switch
        {
            "上旬" => Date(scan, match, inYear => CalendarDate.TryMake(inYear, month, 10)),
            "中旬" => Date(scan, match, inYear => CalendarDate.TryMake(inYear, month, 20)),
            _ => Date(scan, match, inYear => CalendarDate.TryMakeMonthEnd(inYear, month)),
        };

    private static ParsedDeadline? ReadQuarterEnd(PhraseScan scan, Match match) =>
        ChineseNumber.TryRead(match.Groups["q"].ValueSpan, out var quarter)
            ? Date(scan, match, inYear => CalendarDate.TryMakeMonthEnd(inYear, quarter * 3))
            : null;

    private static ParsedDeadline? ReadHalfYear(PhraseScan scan, Match match) =>
        Date(scan, match, inYear => CalendarDate.TryMakeMonthEnd(inYear, match.Groups["half"].Value == "上" ? 6 : 12));

    private static ParsedDeadline? ReadYearEnd(PhraseScan scan, Match match) =>
        Date(scan, match, inYear => CalendarDate.TryMakeMonthEnd(inYear, 12));

    private static ParsedDeadline? ReadEdition(PhraseScan scan, Match match) =>
        YearOf(match) is { } edition && edition == scan.Year ? ReadYearEnd(scan, match) : null;

    private static int? YearOf(Match match) =>
        match.Groups["y"].Success && ChineseNumber.TryRead(match.Groups["y"].ValueSpan, out var printed) ? printed : null;

    // A date that no calendar has is not read; a date without a year in a plan without one is read, with no date.
    private static ParsedDeadline? Date(PhraseScan scan, Match match, Func<int, DateOnly?> date)
    {
        var inYear = YearOf(match) ?? scan.Year + (match.Groups["next"].Success ? 1 : 0);
        var deadline = Make(scan, match, DeadlineRuleKind.FixedDate);
        return inYear is null ? deadline : date(inYear.Value) is { } day ? deadline with { Date = day } : null;
    }

    [GeneratedRegex(YearBefore + @"(?<![\d一二三四五六七八九十])(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:之前|以前|前|止)|" + NotLater + YearBefore + @"(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]", Patterns.Options, Patterns.Timeout)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(
        YearBefore + NoNumberBefore + "(?<m>" + Number + ")月份?(?:(?:月?底|末|(?<ten>上旬|中旬|下旬))(?:" + By + "|" + Done + ")|(?=完成))"
        + "|" + NotLater + YearBefore + "(?<m>" + Number + ")月份?(?:月?底|末|(?<ten>上旬|中旬|下旬))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex MonthEnd();

    [GeneratedRegex(
        YearBefore + @"第?(?<![\d一二三四])(?<q>[一二三四1-4])季度(?:[末底](?:" + By + "|" + Done + ")|" + By + "|之?内|" + Done + ")"
        + @"|(?<=^|[,;。:、(\n]|[在于]|力争|确保|争取)" + YearBefore + "第?(?<q>[一二三四1-4])季度(?![的末底]|工作|情况|经济|财政|数据|以来|总结|预算|报告|各|起|开始)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex QuarterEnd();

    [GeneratedRegex(
        YearBefore + "(?<half>[上下])半年(?:[末底](?:" + By + "|" + Done + ")|" + By + "|之?内|" + Done + ")"
        + @"|(?<=^|[,;。:、(\n]|[在于]|力争|确保|争取)" + YearBefore + "(?<half>[上下])半年(?![的末底]|工作|情况|经济|财政|数据|以来|总结|预算|报告|各|起|开始|度)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex HalfYearEnd();

    [GeneratedRegex(
        @"(?:每年|(?<y>\d{4})年|今年|本年|(?<next>明年|次年))度?年?(?:底|末)(?:" + By + "|" + Done + ")|年(?:底|末)(?:" + By + "|" + Done + @")"
        + @"|(?<=(?<!截)[到至])(?:(?<y>\d{4})年|今年|本年)年?(?:底|末)"
        + @"|(?<![\d一二两三四五六七八九十数几半])(?:本年度?|今年|年度|年)内|(?<y>20\d\d)年内",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"(?<![\d(])(?<y>\d{4})年版", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Edition();
}
