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
/// not also a periodic duty. What stands in 《》 is a title and demands nothing.
/// </para>
/// <para>
/// Where to find a rule: clocks after and before an event in <c>.Clocks.cs</c>; periods and quotas in <c>.Periods.cs</c>; dates, halves of
/// the year, quarters and editions in <c>.Dates.cs</c>; words without a number in <c>.Words.cs</c>; measured targets in <c>.Targets.cs</c>;
/// the terser forms of a labelled field (完成时限:6月) in <c>.Fields.cs</c>.
/// </para>
/// </remarks>
public static partial class DeadlinePhraseReader
{
    private const string Number = @"\d{1,4}|[〇零一二两三四五六七八九十百]{1,5}";
    private const string NoNumberBefore = @"(?<![\d.〇零一二两三四五六七八九十百第])";
    private const string AtLeast = "(?:原则上)?(?:不少于|不得少于|不应少于|不低于|不得低于|不应低于|不能低于|至少|最少)";
    private const string By = "(?:之前|以前|前)";

    /// <summary>Reads every demand in a text.</summary>
    /// <param name="text">A task's words.</param>
    /// <param name="year">The plan's year, for dates without one.</param>
    public static DeadlineReading Read(string text, int? year)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(Words.Of(text), year);
    }

    internal static DeadlineReading Read(Words words, int? year)
    {
        var scan = new PhraseScan(words, year);
        ApplyAll(scan);
        return scan.Finish(LooksLikeTime());
    }

    /// <summary>Reads a field that a label or a column says is about time: 完成时限:6月 is a date, which 6月 in a sentence is not.</summary>
    internal static DeadlineReading ReadField(Words words, int? year)
    {
        var scan = new PhraseScan(words, year);
        ApplyFieldWords(scan);
        ApplyAll(scan);
        ApplyFields(scan);
        return scan.Finish(LooksLikeTime());
    }

    /// <summary>Returns where the first demand in a clause begins, or -1.</summary>
    internal static int FirstPlainTime(string folded)
    {
        // Most clauses of an attribution are names alone; they are let through without trying every rule.
        if (!TimeCharacter().IsMatch(folded))
        {
            return -1;
        }

        var scan = new PhraseScan(new Words(folded, folded), year: 2000);
        ApplyAll(scan);
        var reading = scan.Finish(LooksLikeTime());
        var first = reading.Deadlines.Select(deadline => deadline.TextOffset).Concat(reading.Unread.Select(phrase => phrase.Offset)).DefaultIfEmpty(-1).Min();
        return first;
    }

    private static void ApplyAll(PhraseScan scan)
    {
        ApplyClocks(scan);
        ApplyQuotas(scan);
        ApplyTargets(scan);
        ApplyDates(scan);
        ApplyPeriods(scan);
        ApplyWords(scan);
    }

    private static ParsedDeadline Make(PhraseScan scan, System.Text.RegularExpressions.Match match, DeadlineRuleKind kind) =>
        Phrase(scan.Text.Substring(match.Index, match.Length), kind, match.Index);

    private static ParsedDeadline Phrase(string words, DeadlineRuleKind kind, int offset) =>
        new(words, kind, Value: null, Period: null, MinCount: null, Date: null, Event: null, offset, Place: null);
}
