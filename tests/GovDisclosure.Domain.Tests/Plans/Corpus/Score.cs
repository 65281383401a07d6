using System.Globalization;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans.Corpus;

/// <summary>How much of what an example means was found, and how much of what was found it means.</summary>
internal sealed class Score(string what)
{
    private int right;
    private int expected;
    private int found;

    public double Precision => found == 0 ? 1 : (double)right / found;

    public double Recall => expected == 0 ? 1 : (double)right / expected;

    public List<string> Mistakes { get; } = [];

    public void Add<TExpected, TFound>(
        string example, IReadOnlyCollection<TExpected> meant, IReadOnlyCollection<TFound> read, Func<TExpected, TFound, bool> same)
    {
        var rest = read.ToList();
        foreach (var one in meant)
        {
            var at = rest.FindIndex(other => same(one, other));
            if (at < 0)
            {
                Mistakes.Add($"{example}: missed {what} {one}");
                continue;
            }

            rest.RemoveAt(at);
            right++;
        }

        Mistakes.AddRange(rest.Select(other => $"{example}: invented {what} {other}"));
        expected += meant.Count;
        found += read.Count;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{what}: precision {Precision:0.000}, recall {Recall:0.000} ({right} right of {found} found and {expected} expected)");
}

/// <summary>The four figures over a set of examples.</summary>
internal sealed class Scores
{
    public Score Head { get; } = new("head facts");

    public Score Tasks { get; } = new("tasks");

    public Score Agencies { get; } = new("agencies");

    public Score Rules { get; } = new("rules");

    public IEnumerable<Score> All => [Head, Tasks, Agencies, Rules];

    public void Add(string example, ExpectedPlan meant, ParsedPlan plan)
    {
        var head = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["title"] = plan.Title,
            ["number"] = plan.DocumentNumber,
            ["issuer"] = plan.Issuer,
            ["date"] = plan.IssuedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["year"] = plan.Year?.ToString(CultureInfo.InvariantCulture),
        };
        Head.Add(example, meant.Head.ToList(), head.Where(fact => fact.Value is not null).ToList(), (one, other) => one.Key == other.Key && one.Value == other.Value);
        Tasks.Add(
            example,
            meant.Tasks,
            plan.Tasks.Select(task => (task.Number, task.Sequence, task.Text)).ToList(),
            (one, other) => one.Number == other.Number && one.Sequence == other.Sequence
                && (one.Begin == one.End ? other.Text == one.Begin
                    : other.Text.StartsWith(one.Begin, StringComparison.Ordinal) && other.Text.EndsWith(one.End, StringComparison.Ordinal)));
        Agencies.Add(
            example,
            meant.Agencies,
            plan.Tasks.SelectMany(task => task.Assignments.Select(assignment => $"{task.Number} {task.Sequence} {RoleOf(assignment.Role)} {assignment.Name}")).ToList(),
            (one, other) => one == other);
        Rules.Add(
            example,
            meant.Rules,
            plan.Tasks.SelectMany(task => task.Deadlines.Select(deadline => (
                Task: $"{task.Number} {task.Sequence}", deadline.Phrase, Rule: ExpectedPlan.Describe(deadline), deadline.Event))).ToList(),
            (one, other) => one.Task == other.Task && one.Phrase == other.Phrase && one.Rule == other.Rule && (one.Event is null || one.Event == other.Event));
    }

    private static string RoleOf(AssignmentRole role) => role switch
    {
        AssignmentRole.Lead => "lead",
        AssignmentRole.JointLead => "joint",
        AssignmentRole.Responsible => "responsible",
        _ => "cooperating",
    };
}
