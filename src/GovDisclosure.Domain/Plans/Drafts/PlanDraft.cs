namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>A plan between its document and its publication: what was read, as far as a person has corrected it.</summary>
/// <param name="Plan">The plan as read and corrected. Its places and segments still point into the source.</param>
/// <param name="Names">What a person said that names stand for, by the name as written; names that the register knows need no entry.</param>
public sealed record PlanDraft(ParsedPlan Plan, IReadOnlyDictionary<string, NameChoice> Names)
{
    /// <summary>A draft of a plan that nobody has looked at yet.</summary>
    public static PlanDraft Of(ParsedPlan plan) => new(plan, new Dictionary<string, NameChoice>(StringComparer.Ordinal));

    /// <summary>Every name that a task gives something to do, once, in the order of the plan.</summary>
    public IReadOnlyList<string> NamesUsed =>
        [.. Plan.Tasks.SelectMany(task => task.Assignments).Select(assignment => assignment.Name).Distinct(StringComparer.Ordinal)];
}
