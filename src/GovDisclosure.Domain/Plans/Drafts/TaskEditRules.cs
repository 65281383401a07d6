using System.Globalization;
using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>What must be true of a corrected task.</summary>
public static partial class TaskEditRules
{
    /// <summary>The longest text of a task.</summary>
    public const int TextLength = 20_000;

    /// <summary>The longest list of names.</summary>
    public const int NamesLength = 4_000;

    /// <summary>The longest phrase.</summary>
    public const int PhraseLength = 200;

    private const int MostCounted = 1_000;

    private static readonly char[] Separators = ['、', '，', ',', ';', '；', '\n', '\r'];

    /// <summary>Returns every rule that the task would break, in the order of its form.</summary>
    /// <param name="edit">The task.</param>
    /// <param name="sections">The plan's headings: a task stands under one of them, or under none.</param>
    public static IEnumerable<RuleViolation> Check(TaskEdit edit, IReadOnlyList<ParsedSection> sections)
    {
        ArgumentNullException.ThrowIfNull(edit);
        ArgumentNullException.ThrowIfNull(sections);
        return CheckNumber(edit.Number, sections).Concat(CheckWords(edit)).Concat(edit.Deadlines.SelectMany((deadline, index) => CheckDeadline(deadline, index)));
    }

    /// <summary>The names of a list.</summary>
    public static IReadOnlyList<string> Names(string list) =>
        [.. list.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The levels of a number; <see langword="null"/> where it is none.</summary>
    public static (int Section, int Subsection, int Item)? Levels(string number) =>
        NumberPattern().Match(number) is { Success: true } match
            ? (Part(match, "section"), Part(match, "subsection"), Part(match, "item"))
            : null;

    private static int Part(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static IEnumerable<RuleViolation> CheckNumber(string number, IReadOnlyList<ParsedSection> sections)
    {
        if (Levels(number) is not { } levels)
        {
            yield return new("NumberShape", nameof(TaskEdit.Number));
        }
        else if (levels != (0, 0, 0)
            && (sections.FirstOrDefault(section => section.Ordinal == levels.Section)?.Subsections.Any(subsection => subsection.Ordinal == levels.Subsection)) != true)
        {
            yield return new("NumberUnknown", nameof(TaskEdit.Number), string.Create(CultureInfo.InvariantCulture, $"{levels.Section}.{levels.Subsection}"));
        }
    }

    private static IEnumerable<RuleViolation> CheckWords(TaskEdit edit)
    {
        if (string.IsNullOrWhiteSpace(edit.Text) || edit.Text.Length > TextLength)
        {
            yield return string.IsNullOrWhiteSpace(edit.Text) ? new("TextMissing", nameof(TaskEdit.Text)) : new("TooLong", nameof(TaskEdit.Text), TextLength);
        }

        foreach (var (list, field) in new[] { (edit.Leads, nameof(TaskEdit.Leads)), (edit.Responsible, nameof(TaskEdit.Responsible)), (edit.Cooperating, nameof(TaskEdit.Cooperating)) })
        {
            if (list.Length > NamesLength)
            {
                yield return new("TooLong", field, NamesLength);
            }
        }
    }

    private static IEnumerable<RuleViolation> CheckDeadline(DeadlineEdit deadline, int index)
    {
        string Field(string name) => string.Create(CultureInfo.InvariantCulture, $"{nameof(TaskEdit.Deadlines)}[{index}].{name}");
        if (string.IsNullOrWhiteSpace(deadline.Phrase) || deadline.Phrase.Length > PhraseLength)
        {
            yield return deadline.Phrase.Length > PhraseLength ? new("TooLong", Field(nameof(deadline.Phrase)), PhraseLength) : new("PhraseMissing", Field(nameof(deadline.Phrase)));
        }

        if (deadline.Kind is not { } kind)
        {
            yield return new("RuleKindMissing", Field(nameof(deadline.Kind)));
            yield break;
        }

        var counts = DeadlineRule.TriggeredKinds.Contains(kind);
        if (counts && (deadline.Value is not { } value || !decimal.IsInteger(value) || value < 0 || value > MostCounted))
        {
            yield return new("CountMissing", Field(nameof(deadline.Value)), MostCounted);
        }

        if (kind == DeadlineRuleKind.Target && deadline.Value is not (> 0 and <= 1_000_000))
        {
            yield return new("FigureMissing", Field(nameof(deadline.Value)));
        }

        if (kind is DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota && deadline.Period is null)
        {
            yield return new("PeriodMissing", Field(nameof(deadline.Period)));
        }

        if (kind == DeadlineRuleKind.Quota && deadline.MinCount is not (>= 1 and <= MostCounted))
        {
            yield return new("MinCountMissing", Field(nameof(deadline.MinCount)), MostCounted);
        }

        if (kind == DeadlineRuleKind.FixedDate && deadline.Date is null)
        {
            yield return new("DateMissing", Field(nameof(deadline.Date)));
        }
    }

    [GeneratedRegex(@"^(?<section>\d{1,3})\.(?<subsection>\d{1,3})\.(?<item>\d{1,3})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberPattern();
}
