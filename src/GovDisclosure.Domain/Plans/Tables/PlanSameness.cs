using System.Globalization;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>Something in which two plans differ.</summary>
/// <param name="Where">The place: <c>title</c>, <c>section 2</c>, <c>task 1.2.3-1 deadline 2</c>.</param>
/// <param name="First">What the one says; empty where it says nothing.</param>
/// <param name="Second">What the other says.</param>
public sealed record PlanDifference(string Where, string First, string Second);

/// <summary>Says whether two readings are the same plan: the same head, headings, tasks, names with roles, and demands in time, in the same order.</summary>
/// <remarks>
/// Where things stood in a source, and what its reader was unsure of, belong to the source and not to the plan. Nothing and an empty word
/// are the same, and white space at the ends of words is layout. A division of duties makes every lead a joint lead, as the plan's JSON has one flag for it.
/// </remarks>
public static class PlanSameness
{
    /// <summary>Returns everything in which two plans differ; nothing where they are the same.</summary>
    public static IReadOnlyList<PlanDifference> Differences(ParsedPlan first, ParsedPlan second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (left, right) = (Facts(first).ToList(), Facts(second).ToList());
        var differences = new List<PlanDifference>();
        for (var index = 0; index < Math.Max(left.Count, right.Count); index++)
        {
            var (one, other) = (left.ElementAtOrDefault(index), right.ElementAtOrDefault(index));
            if (one != other)
            {
                differences.Add(new PlanDifference(one.Where ?? other.Where!, one.What ?? "", other.What ?? ""));
            }
        }

        return differences;
    }

    private static IEnumerable<(string? Where, string? What)> Facts(ParsedPlan plan)
    {
        yield return ("title", plan.Title ?? "");
        yield return ("document number", plan.DocumentNumber ?? "");
        yield return ("issuer", plan.Issuer ?? "");
        yield return ("date of issue", Text(plan.IssuedOn));
        yield return ("year", Text(plan.Year));
        foreach (var section in plan.Sections)
        {
            yield return (Invariant($"section {section.Ordinal}"), section.Title);
            foreach (var subsection in section.Subsections)
            {
                yield return (Invariant($"section {section.Ordinal}.{subsection.Ordinal}"), subsection.Title);
                foreach (var item in subsection.Items)
                {
                    yield return (Invariant($"section {section.Ordinal}.{subsection.Ordinal}.{item.Ordinal}"), item.Title);
                }
            }
        }

        foreach (var fact in plan.Tasks.SelectMany(Facts))
        {
            yield return fact;
        }
    }

    private static IEnumerable<(string? Where, string? What)> Facts(ParsedTask task)
    {
        var where = Invariant($"task {task.Number}-{task.Sequence}");
        yield return (where, task.General ? "general" : "");
        yield return (where + " text", task.Text.Trim());
        yield return (where + " attribution", task.Attribution?.Trim() ?? "");
        var joint = task.Assignments.Any(assignment => assignment.Role == AssignmentRole.JointLead);
        foreach (var assignment in task.Assignments.OrderBy(assignment => assignment.Role))
        {
            var role = joint && assignment.Role == AssignmentRole.Lead ? AssignmentRole.JointLead : assignment.Role;
            yield return (where + " " + role, assignment.Name);
        }

        foreach (var (index, deadline) in task.Deadlines.Index())
        {
            yield return (Invariant($"{where} deadline {index + 1}"), deadline.Phrase + "：" + DeadlineWords.Write(deadline));
        }
    }

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
