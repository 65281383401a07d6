using System.Globalization;
using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>What a text says about time.</summary>
/// <param name="Deadlines">The demands in the order of the text; no two share a character.</param>
/// <param name="Unread">Phrases that look like a time limit or a figure and fit no rule, with their offsets.</param>
public sealed record DeadlineReading(IReadOnlyList<ParsedDeadline> Deadlines, IReadOnlyList<(int Offset, string Phrase)> Unread);

/// <summary>Reads the phrases of a task that demand something in time (时限要求), one rule of grammar a pattern.</summary>
/// <remarks>
/// <para>
/// The rules are tried from the most to the least telling, and a character belongs to one phrase: 每季度举办新闻发布会不少于2次 is one quota,
/// not also a periodic duty.
/// </para>
/// <para>
/// A qualitative word (及时, 定期, 适时, 实时, 持续) counts where it says how a duty is to be done. It does not where it is denied (不及时),
/// compared (更加及时), a property (及时性, 及时的), or part of another word (可持续, 不定期).
/// </para>
/// <para>
/// An edition (2016年版) is a fixed date, the end of its year, only where it is the plan's own year and no title in 《》 or note in brackets:
/// a plan that tells to publish this year's edition wants it out this year; an edition that it cites is a name.
/// </para>
/// </remarks>
public static partial class DeadlinePhraseReader
{
    private const string Number = @"\d{1,4}|[〇零一二两三四五六七八九十百]{1,5}";
    private const string NoNumberBefore = @"(?<![\d.\uFF0E〇零一二两三四五六七八九十百第])";
    private const string AtLeast = "不少于|不得少于|不低于|不得低于|至少|最少";
    private const string PeriodWord = "每个?(?:周(?!期)|星期|月(?!份)|季度|半年|年度?)|[按逐](?:周(?!期)|月(?!份)|季度?(?!节)|半年|年度?(?![初底末龄份]))"
        + "|(?<![\\d一二两三四五六七八九十数几])(?:本年度?|今年|全年|年度|年)内|全年";

    /// <summary>Reads every demand in a text.</summary>
    /// <param name="text">A task's words.</param>
    /// <param name="year">The plan's year, for dates without one.</param>
    public static DeadlineReading Read(string text, int? year)
    {
        var reading = new Reading(text, year);
        reading.Apply(Clock(), reading.ReadClock);
        reading.Apply(Quota(), Reading.ReadQuota);
        reading.Apply(Target(), Reading.ReadTarget);
        reading.Apply(DayOfMonth(), reading.ReadDayOfMonth);
        reading.Apply(MonthEnd(), reading.ReadMonthEnd);
        reading.Apply(QuarterEnd(), reading.ReadQuarterEnd);
        reading.Apply(YearEnd(), reading.ReadYearEnd);
        reading.Apply(Edition(), reading.ReadEdition);
        reading.Apply(Periodic(), Reading.ReadPeriodic);
        reading.Apply(Qualitative(), Reading.ReadQualitative);
        return reading.Finish();
    }

    private static PeriodUnit? PeriodOf(string word) =>
        word.Contains('周', StringComparison.Ordinal) || word.Contains("星期", StringComparison.Ordinal) ? PeriodUnit.Week
        : word.Contains('月', StringComparison.Ordinal) ? PeriodUnit.Month
        : word.Contains('季', StringComparison.Ordinal) ? PeriodUnit.Quarter
        : word.Contains("半年", StringComparison.Ordinal) ? PeriodUnit.HalfYear
        : PeriodUnit.Year;

    [GeneratedRegex(@"(?<![月\d.\uFF0E〇零一二两三四五六七八九十百第])(?<n>" + Number + @")\s?个?\s?(?<unit>工作日|小时|自然日|日|天)(?:之内|以内|内)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Clock();

    // A quota does not reach over the next period word: 每月公布进展、每季度召开会议不少于2次 are two.
    [GeneratedRegex(
        "(?<period>" + PeriodWord + @")(?:(?![每按逐])[^,\uFF0C。;\uFF1B!\uFF01?\uFF1F]){0,30}?(?:"
        + "(?:" + AtLeast + @")(?:(?![每按逐])[^,\uFF0C。;\uFF1B\d]){0,6}?(?<n>" + Number + @")\s?[次期篇条场件个项]"
        + "|" + NoNumberBefore + "(?<n>" + Number + @")\s?[次期场])",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Quota();

    // The measure's name goes with the figure where it is short enough to be one: 培训率不低于50%.
    [GeneratedRegex(
        @"(?:(?<=^|[的对,\uFF0C。;\uFF1B、:\uFF1A])[^的对,\uFF0C。;\uFF1B、:\uFF1A\d]{1,12}?)?(?:" + AtLeast + @"|达到|高于|超过)\s?"
        + @"(?:(?<n>\d{1,3}(?:\.\d{1,4})?)\s*[%\uFF05]|百分之(?<n>[零一二两三四五六七八九十百]{1,5}))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Target();

    [GeneratedRegex(@"(?:(?<y>\d{4})年|今年|本年)?(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})日(?:之前|以前|前)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex DayOfMonth();

    [GeneratedRegex(@"(?:(?<y>\d{4})年|今年|本年)?" + NoNumberBefore + "(?<m>" + Number + ")月(?:底|末)(?:之前|以前|前)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex MonthEnd();

    [GeneratedRegex(@"(?:(?<y>\d{4})年|今年|本年)?第?(?<q>[一二三四1-4])季度[末底](?:之前|以前|前)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex QuarterEnd();

    [GeneratedRegex(
        @"(?:(?<y>\d{4})年(?:年?底|年?末)|今年(?:年?底|年?末)|年底|年末)(?:之前|以前|前)|(?<![\d一二两三四五六七八九十数几])(?:本年度?|今年|年度|年)内",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"(?<![\d(\uFF08])(?<y>\d{4})年版", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Edition();

    [GeneratedRegex("(?<period>" + PeriodWord + ")", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Periodic();

    [GeneratedRegex("(?<![不未没更较最非可够否]|更加|更为|不够|是否|不太)(?:及时|定期|适时|实时|持续)(?![性率雨的力]|存款)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Qualitative();

    [GeneratedRegex(
        @"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5}|[数几])\s*个?(?:工作日|小时|月|周|星期|季度|年|日|天)(?:之内|以内|内|之前|以前|前)"
        + @"|月[底末]|\d[\d.]{0,8}\s*[%\uFF05]|百分之[零一二两三四五六七八九十百]{1,5}",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex LooksLikeTime();

    /// <summary>One text being read: which of its characters are taken, and by what.</summary>
    private sealed class Reading(string text, int? year)
    {
        private readonly bool[] taken = new bool[text.Length];
        private readonly List<ParsedDeadline> found = [];

        public void Apply(Regex rule, Func<Match, ParsedDeadline?> read)
        {
            foreach (Match match in rule.Matches(text))
            {
                if (!IsTaken(match) && read(match) is { } deadline)
                {
                    found.Add(deadline);
                    taken.AsSpan(match.Index, match.Length).Fill(true);
                }
            }
        }

        public ParsedDeadline? ReadClock(Match match) =>
            ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out var count) && count > 0
                ? Make(match, KindOf(match.Groups["unit"].Value)) with
                {
                    Value = count,
                    Event = DeadlineEventReader.Read(text, match.Index),
                }
                : null;

        public static ParsedDeadline? ReadQuota(Match match) =>
            ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out var count) && count > 0
                ? Make(match, DeadlineRuleKind.Quota) with { MinCount = count, Period = PeriodOf(match.Groups["period"].Value) }
                : null;

        public static ParsedDeadline? ReadTarget(Match match)
        {
            var figure = match.Groups["n"].Value;
            if (ChineseNumber.TryRead(figure, out var whole))
            {
                return Make(match, DeadlineRuleKind.Target) with { Value = whole };
            }

            return decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
                ? Make(match, DeadlineRuleKind.Target) with { Value = value }
                : null;
        }

        public ParsedDeadline? ReadDayOfMonth(Match match) =>
            ChineseNumber.TryRead(match.Groups["m"].ValueSpan, out var month) && ChineseNumber.TryRead(match.Groups["d"].ValueSpan, out var day)
                ? By(match, inYear => CalendarDate.TryMake(inYear, month, day))
                : null;

        public ParsedDeadline? ReadMonthEnd(Match match) =>
            ChineseNumber.TryRead(match.Groups["m"].ValueSpan, out var month)
                ? By(match, inYear => CalendarDate.TryMakeMonthEnd(inYear, month))
                : null;

        public ParsedDeadline? ReadQuarterEnd(Match match) =>
            ChineseNumber.TryRead(match.Groups["q"].ValueSpan, out var quarter)
                ? By(match, inYear => CalendarDate.TryMakeMonthEnd(inYear, quarter * 3))
                : null;

        public ParsedDeadline? ReadYearEnd(Match match) => By(match, inYear => CalendarDate.TryMakeMonthEnd(inYear, 12));

        public ParsedDeadline? ReadEdition(Match match) =>
            YearOf(match) is { } edition && edition == year && !IsInTitle(match.Index) ? ReadYearEnd(match) : null;

        public static ParsedDeadline? ReadPeriodic(Match match) =>
            Make(match, DeadlineRuleKind.Periodic) with { Period = PeriodOf(match.Groups["period"].Value) };

        public static ParsedDeadline? ReadQualitative(Match match) => Make(match, DeadlineRuleKind.Qualitative);

        public DeadlineReading Finish()
        {
            var unread = LooksLikeTime().Matches(text).Where(match => !IsTaken(match)).Select(match => (match.Index, match.Value)).ToList();
            found.Sort((left, right) => left.TextOffset.CompareTo(right.TextOffset));
            return new DeadlineReading(found, unread);
        }

        private static ParsedDeadline Make(Match match, DeadlineRuleKind kind) =>
            new(match.Value, kind, Value: null, Period: null, MinCount: null, Date: null, Event: null, match.Index, Place: null);

        private static DeadlineRuleKind KindOf(string unit) => unit switch
        {
            "工作日" => DeadlineRuleKind.WorkingDaysAfterEvent,
            "小时" => DeadlineRuleKind.HoursAfterEvent,
            _ => DeadlineRuleKind.CalendarDaysAfterEvent,
        };

        private static int? YearOf(Match match) =>
            match.Groups["y"].Success && ChineseNumber.TryRead(match.Groups["y"].ValueSpan, out var printed) ? printed : null;

        // A date that no calendar has is not read; a date without a year in a plan without one is read, with no date.
        private ParsedDeadline? By(Match match, Func<int, DateOnly?> date)
        {
            var inYear = YearOf(match) ?? year;
            var deadline = Make(match, DeadlineRuleKind.FixedDate);
            return inYear is null ? deadline : date(inYear.Value) is { } day ? deadline with { Date = day } : null;
        }

        private bool IsTaken(Match match) => taken.AsSpan(match.Index, match.Length).Contains(true);

        private bool IsInTitle(int index)
        {
            var before = text.AsSpan(0, index);
            return before.LastIndexOfAny('《', '〈') > before.LastIndexOfAny('》', '〉');
        }
    }
}
