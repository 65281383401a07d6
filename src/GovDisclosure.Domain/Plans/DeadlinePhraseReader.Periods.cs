using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <content>按月, 每季度末, 一周一报; and at least so many in a period: 每季度不少于2次.</content>
public static partial class DeadlinePhraseReader
{
    private const string Each = "每个?(?:周(?!期|[\\d年岁])|星期|月(?!份)|季度|季(?!节)|半年度?|年度?)";
    private const string PeriodWord = Each + "|[按逐](?:周(?!期)|月度?|季度|季(?!节)|半年度?)|按年度?(?![初底末龄份])"
        + "|(?<![\\d一二两三四五六七八九十数几半])(?:本年度?|今年|全年|年度|年)内|全年(?:度)?|年度内";

    // What is done so often, between the period and the count: 每季度举办新闻发布会不少于2次.
    private const int LongestMeasure = 30;

    // 12学时 and 2个小时 are no occasions.
    private const string Occasion = "(?:次|期|篇|条|件|场|批|轮|份|例|则|部|家|站|名|人次|期次|个(?!工作日|小时|月|百分)|项)";

    private static void ApplyQuotas(PhraseScan scan)
    {
        if (scan.HasAny("每按逐年") && scan.HasAny("次期篇条件场批轮份例则部家站名个项"))
        {
            foreach (Match period in QuotaPeriod().Matches(scan.Folded))
            {
                ApplyQuota(scan, period);
            }
        }

        scan.Apply(scan.HasAny("一半") && scan.HasAny("次期场"), OnceAPeriod(), ReadQuota);
        scan.Apply(scan.HasAny("少低"), QuotaOfTheYear(), ReadQuota);
    }

    private static void ApplyPeriods(PhraseScan scan)
    {
        scan.Apply(scan.HasAny("前") && scan.HasAny("月季"), DayOfEach(), ReadDayOfEach);
        scan.Apply(scan.HasAny("周月季年"), OneByOne(), ReadPeriodic);
        scan.Apply(scan.HasAny("每按逐"), Periodic(), ReadPeriodic);
        scan.Apply(scan.Has("季度") || scan.Has("月度"), MonthlyAndQuarterly(), ReadPeriodic);
    }

    private static void ApplyQuota(PhraseScan scan, Match period)
    {
        var start = period.Index + period.Length;
        var reach = QuotaReach().Match(scan.Folded, start);
        var count = QuotaCount().Match(reach.Value);
        if (count.Success && count.Index <= LongestMeasure && ChineseNumber.TryRead(count.Groups["n"].ValueSpan, out var times) && times > 0)
        {
            scan.Add(period.Index, start + count.Index + count.Length, phrase => Phrase(phrase, DeadlineRuleKind.Quota, period.Index) with
            {
                MinCount = times,
                Period = PeriodOf(period.Groups["period"].Value),
            });
        }
    }

    private static ParsedDeadline? ReadQuota(PhraseScan scan, Match match) =>
        ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out var count) && count > 0
            ? Make(scan, match, DeadlineRuleKind.Quota) with { MinCount = count, Period = PeriodOf(match.Groups["period"].Value) }
            : null;

    private static ParsedDeadline ReadPeriodic(PhraseScan scan, Match match) =>
        Make(scan, match, DeadlineRuleKind.Periodic) with { Period = PeriodOf(match.Groups["period"].Value) };

    private static ParsedDeadline? ReadDayOfEach(PhraseScan scan, Match match)
    {
        if (!ChineseNumber.TryRead(match.Groups["d"].ValueSpan, out var day) || day is < 1 or > 31)
        {
            return null;
        }

        // 每月10日前公开上月情况 is a day of the month after; 每月25日前 alone is a day within it, which the period's end stands in for.
        var next = match.Groups["next"].Success || LastMonth().IsMatch(scan.Folded, match.Index + match.Length);
        return Make(scan, match, DeadlineRuleKind.Periodic) with
        {
            Period = PeriodOf(match.Groups["period"].Success ? match.Groups["period"].Value : "月"),
            DayOfNextMonth = next ? day : null,
        };
    }

    private static PeriodUnit PeriodOf(string word) =>
        word.Contains('周', StringComparison.Ordinal) || word.Contains("星期", StringComparison.Ordinal) ? PeriodUnit.Week
        : word.Contains('月', StringComparison.Ordinal) ? PeriodUnit.Month
        : word.Contains('季', StringComparison.Ordinal) ? PeriodUnit.Quarter
        : word.Contains("半年", StringComparison.Ordinal) ? PeriodUnit.HalfYear
        : PeriodUnit.Year;

    // A quota does not reach over the next period word: 每月公布进展、每季度召开会议不少于2次 are two.
    [GeneratedRegex("(?:" + AtLeast + @"\s?)?(?<period>" + PeriodWord + ")[末底]?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex QuotaPeriod();

    [GeneratedRegex(
        @"\G[^每按逐,。;!?]{0,46}",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex QuotaReach();

    [GeneratedRegex(
        AtLeast + @"[^\d]{0,8}?(?<n>" + Number + @")\s?" + Occasion + "|" + NoNumberBefore + "(?<n>" + Number + @")\s?(?:(?:次|期|场)(?!会议纪要)|" + Occasion + "(?=以上))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex QuotaCount();

    // 一季度一次, 半年一次, 一年两次.
    [GeneratedRegex(
        @"(?<![\d第上下每])(?:" + AtLeast + @"\s?)?(?<period>一个?(?:周|月|季度|季)|半年|一年)[^每按逐,。;!?\d内前]{0,8}?(?<n>" + Number + @")\s?(?:次|期|场)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex OnceAPeriod();

    // Without a period the plan's year is meant. What a single occasion must have (每次不少于…) is none.
    [GeneratedRegex(
        "(?<!每次|每期|每场|每人|每家|每个单位)(?<period>)" + AtLeast + @"[^,。;\d每按逐]{0,8}?\s?(?<n>" + Number + @")\s?(?:次|期|篇|场|批|轮|件|条|个(?!工作日|小时|月|百分)|项)(?!以下|数)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex QuotaOfTheYear();

    [GeneratedRegex(
        @"(?:(?<period>每个?月|按月|每个?季度?|按季度?)(?:的)?(?:(?<next>次月|下个?月|下季度首月|首月|第一个月|季后首月)|末月|最后一个月)?|(?<next>次月|下个?月))(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号]" + By,
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex DayOfEach();

    [GeneratedRegex(@"\G[^。;]{0,20}?上个?(?:月|季)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex LastMonth();

    // 一周一报, 一月一通报, 每季一评估; 周调度、月通报.
    [GeneratedRegex(
        @"(?<![\d第])(?<period>[一每](?:周|月|季度?|半年|年)|半年)一(?:报告?|更新|通报|公开|公布|公示|发布|调度|评估|评价|考核|督查|督导|督办|检查|总结|研判|分析|汇总|会商|巡查|抽查|测评|晾晒|排名|点评)"
        + "|(?<=^|[、,;。“\"]|实行|落实|坚持|建立|执行|严格|按照|做到|实现)(?<period>周|月|季度?)(?:调度|通报|报告|评估|考核|会商|研判|督查|督导|点评|总结|监测|(?<!度)(?:公示|公开|公布|更新)|报(?!纸|刊|道))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex OneByOne();

    [GeneratedRegex(
        "(?<period>每个?周[一二三四五六日末]?|" + Each + "|[按逐](?:周(?!期)|月度?|季度|季(?!节)|半年度?)|按年度?(?![初底末龄份])|逐年(?=公开|公布|发布))(?:[末底])?(?:" + By + ")?",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Periodic();

    // 月度 and, beside it or before a verb of publishing, 季度: not the 季度 of 第三季度.
    [GeneratedRegex(
        "(?<period>月度)(?!报告|例会|会议)|(?<=月度[、和及])(?<period>季度)|(?<![\\d一二三四第每按上下本该])(?<period>季度)(?=公开|公布|发布|通报|更新|报送)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex MonthlyAndQuarterly();
}
