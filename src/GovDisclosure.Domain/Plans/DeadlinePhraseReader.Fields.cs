using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <content>What only a field of time may say: 2016年6月, 3-12月, 12月底, 上半年, 2016.6.30, 长期坚持.</content>
public static partial class DeadlinePhraseReader
{
    private static void ApplyFields(PhraseScan scan)
    {
        scan.Apply(true, FieldDate(), ReadFieldDate);
        scan.Apply(true, FieldMonth(), ReadMonthEnd);
        scan.Apply(true, FieldQuarter(), ReadQuarterEnd);
        scan.Apply(true, FieldHalf(), ReadHalfYear);
        scan.Apply(true, FieldYear(), ReadYearEnd);
        scan.Apply(true, FieldPeriod(), ReadPeriodic);
    }

    // Before the words of a sentence: 持续推进 is one phrase here.
    private static void ApplyFieldWords(PhraseScan scan) =>
        scan.Apply(true, FieldWord(), static (scan, match) => Make(scan, match, DeadlineRuleKind.Qualitative));

    /// <summary>Says whether a clause between names is a field of time although no label says so: (市教委,2016年6月).</summary>
    internal static bool IsField(string folded) => folded.Length <= 20 && WholeField().IsMatch(folded);

    private static ParsedDeadline? ReadFieldDate(PhraseScan scan, Match match) =>
        ChineseNumber.TryRead(match.Groups["m"].ValueSpan, out var month) && ChineseNumber.TryRead(match.Groups["d"].ValueSpan, out var day)
            ? Date(scan, match, inYear => CalendarDate.TryMake(inYear, month, day))
            : null;

    [GeneratedRegex(
        @"(?<y>\d{4})[-./](?<m>\d{1,2})[-./](?<d>\d{1,2})(?!\d)(?:" + By + ")?|(?:(?<y>\\d{4})年|今年)?(?<![\\d一二三四五六七八九十])(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2})月(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3})[日号]",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex FieldDate();

    [GeneratedRegex(
        @"^\s*(?:(?:\d{4}年)?\d{1,2}月(?:份|底|末|上旬|中旬|下旬|\d{1,2}日)?|(?:\d{4}年|今年)?(?:[上下]半年|第?[一二三四]季度)|(?:\d{4}年)?年?[底末]|\d{4}年|全年|年内|(?:全年|长期|常年)?(?:常态化|持续)?(?:推进|开展|实施|坚持|落实)|(?:全年)?(?:长期|常年|常态化|持续))(?:前|完成|实施)?\s*$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex WholeField();

    // Of a span, the end is the last day: 3-12月.
    [GeneratedRegex(
        @"(?:(?:\d{4}年)?\d{1,2}月?\s?(?:[-~]+|至|到)\s?)?" + YearBefore + NoNumberBefore + "(?<m>" + Number + @")月份?(?:月?底|末|(?<ten>上旬|中旬|下旬))?(?!\d)(?:" + By + ")?",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex FieldMonth();

    [GeneratedRegex(YearBefore + "第?(?<q>[一二三四1-4])季度(?:末|底)?(?:" + By + ")?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FieldQuarter();

    [GeneratedRegex(YearBefore + "(?<half>[上下])半年(?:末|底)?(?:" + By + ")?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FieldHalf();

    [GeneratedRegex(@"(?:(?<y>\d{4})年|今年|本年)?年?(?:底|末)|(?<y>\d{4})年(?:度|全年)?(?=$|[;,。、\s])|全年|当年|年内|本年度?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FieldYear();

    [GeneratedRegex("(?<=^|[;,。、\\s])(?<period>周|月|季度|半年|年度)(?=$|[;,。、\\s])", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FieldPeriod();

    [GeneratedRegex("(?:全年)?(?:长期|常年|常态化|持续|动态|随时|即时|及时|定期|适时|实时|按时|长效)(?:坚持|推进|开展|实施|落实|更新|公开|进行|执行|完成|保持|调整)?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex FieldWord();
}
