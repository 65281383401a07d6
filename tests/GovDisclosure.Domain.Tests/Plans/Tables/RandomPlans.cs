using CsCheck;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans.Tables;

/// <summary>Plans that no city would write: headings twice and out of order, names of brackets and quotation marks, rules of everything.</summary>
internal static class RandomPlans
{
    private const string Characters = "公开市教委“”、，；：（）()《=+-@'’＝一1.0〇章节项。 \n\"";

    private static readonly Gen<string> Words = Gen.Int[0, Characters.Length - 1].Select(index => Characters[index]).Array[0, 12].Select(characters => new string(characters).Trim());
    private static readonly Gen<string> SomeWords = Words.Select(words => words.Length == 0 ? "公开" : words);

    private static readonly Gen<string?> Perhaps = Gen.Bool.Select(SomeWords, (there, words) => there ? words : null);
    // A head is lines.
    private static readonly Gen<string?> PerhapsLine = Perhaps.Select(words => words?.Replace('\n', '-'));
    private static readonly Gen<int> Ordinal = Gen.OneOf(Gen.Int[0, 3], Gen.Int[0, 120]);
    private static readonly Gen<DateOnly> Day = Gen.Int[0, 4000].Select(days => new DateOnly(2014, 1, 1).AddDays(days));

    private static readonly Gen<ParsedItem> Item = Gen.Select(Ordinal, Words, (ordinal, title) => new ParsedItem(Math.Max(1, ordinal), title));
    private static readonly Gen<ParsedSubsection> Subsection =
        Gen.Select(Ordinal, Words, Item.Array[0, 3], (ordinal, title, items) => new ParsedSubsection(ordinal, title, items));

    private static readonly Gen<ParsedSection> Section =
        Gen.Select(Ordinal, Words, Subsection.Array[0, 3], (ordinal, title, subsections) => new ParsedSection(ordinal, title, subsections));

    private static readonly Gen<ParsedDeadline> Deadline = Gen.Select(
        SomeWords, Gen.Enum<DeadlineRuleKind>(), Gen.Int[0, 9999].Nullable(), Gen.Enum<PeriodUnit>().Nullable(), Gen.Int[1, 99].Nullable(), Day.Nullable(), Perhaps,
        (phrase, kind, value, period, count, date, words) => Valid(new ParsedDeadline(phrase, kind, value is { } number ? number / 10m : null, period, count, date, words, -1, null)));

    private static readonly Gen<ParsedTask> Task = Gen.Select(
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]), Gen.Bool, Gen.Bool, SomeWords, Perhaps, SomeWords.Array[0, 3], SomeWords.Array[0, 4],
        (number, general, joint, text, attribution, leads, others) => new ParsedTask(
            number.Item1, number.Item2, number.Item3, 0, general, text, attribution,
            [
                .. leads.Select((name, index) => new ParsedAssignment(name, joint ? AssignmentRole.JointLead : AssignmentRole.Lead, index + 1)),
                .. others.Take(2).Select((name, index) => new ParsedAssignment(name, AssignmentRole.Responsible, index + 1)),
                .. others.Skip(2).Select((name, index) => new ParsedAssignment(name, AssignmentRole.Cooperating, index + 1)),
            ],
            [], null));

    /// <summary>Plans of every shape.</summary>
    public static Gen<ParsedPlan> Any { get; } = Gen.Select(
        Gen.Select(PerhapsLine, PerhapsLine, PerhapsLine, Day.Nullable(), Gen.Int[1, 9999].Nullable()), Section.Array[0, 4], Task.Array[0, 8], Deadline.Array[0, 3].Array[8],
        (head, sections, tasks, deadlines) => new ParsedPlan(
            head.Item1, head.Item2, head.Item3, head.Item4, head.Item5, sections, Counted(tasks.Select((task, index) => task with { Deadlines = deadlines[index] })), [], []));

    // What the plan's JSON asks of each kind.
    private static ParsedDeadline Valid(ParsedDeadline deadline) => deadline with
    {
        Value = DeadlineRule.TriggeredKinds.Contains(deadline.Kind) ? Math.Truncate(deadline.Value ?? 20) + 1 : deadline.Kind == DeadlineRuleKind.Target ? deadline.Value ?? 50 : deadline.Value,
        Period = deadline.Kind is DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota ? deadline.Period ?? PeriodUnit.Month : deadline.Period,
        MinCount = deadline.Kind == DeadlineRuleKind.Quota ? deadline.MinCount ?? 1 : deadline.MinCount,
    };

    private static ParsedTask[] Counted(IEnumerable<ParsedTask> tasks)
    {
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. tasks.Select(task => task with { Sequence = counted[task.Number] = counted.GetValueOrDefault(task.Number) + 1 })];
    }
}
