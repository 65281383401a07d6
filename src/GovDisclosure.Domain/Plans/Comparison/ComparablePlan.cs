using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>A plan as far as it can be compared with another: a draft, a plan in force, and a plan before its revision all come to this.</summary>
/// <param name="Title">The plan's title; <see langword="null"/> where a draft has none yet.</param>
/// <param name="DocumentNumber">The document number.</param>
/// <param name="IssuedOn">The Beijing date of issue.</param>
/// <param name="Year">The year; dates of two plans are compared by how far they are into it.</param>
/// <param name="Tasks">The tasks, in the order of the text.</param>
public sealed record ComparablePlan(string? Title, string? DocumentNumber, DateOnly? IssuedOn, int? Year, IReadOnlyList<ComparableTask> Tasks)
{
    /// <summary>The plan that is kept, as it is in force.</summary>
    /// <param name="plan">The plan with its headings, tasks, assignments and rules.</param>
    public static ComparablePlan Of(WorkPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var sections = plan.Sections.ToDictionary(section => section.Id);
        return new ComparablePlan(plan.Title, plan.DocumentNumber, plan.IssuedOn, plan.Year, [.. plan.InForce().Select(task => Of(task, sections))]);
    }

    /// <summary>A plan that is still a draft.</summary>
    /// <param name="plan">The plan as read and corrected.</param>
    /// <param name="rules">How time phrases become rules.</param>
    /// <param name="holderOf">Who of the register a name is; <see langword="null"/> where that is open or the agency is new.</param>
    public static ComparablePlan Of(ParsedPlan plan, TaskRuleBuilder rules, Func<string, Guid?> holderOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(holderOf);
        var titles = plan.Sections.DistinctBy(section => section.Ordinal).ToDictionary(section => section.Ordinal, section => section.Title);
        return new ComparablePlan(plan.Title, plan.DocumentNumber, plan.IssuedOn, plan.Year,
        [
            .. plan.Tasks.Select(task => new ComparableTask(
                task.Number, task.Sequence, task.SectionOrdinal, titles.GetValueOrDefault(task.SectionOrdinal), task.General, task.Text, task.Attribution,
                [.. task.Assignments.Select(named => new ComparableAssignment(named.Name, holderOf(named.Name)?.ToString() ?? named.Name, named.Role))],
                // A date without a year cannot be a rule before somebody has settled it.
                [.. rules.Build(task, plan.Year ?? DateOnly.MinValue.Year).Where(rule => rule.Rule is not { Kind: DeadlineRuleKind.FixedDate, Date: null })
                    .Select(rule => new ComparableDemand(rule.Rule, rule.Clause))])),
        ]);
    }

    private static ComparableTask Of(DisclosureTask task, Dictionary<Guid, PlanSection> sections)
    {
        var section = task.SectionId is { } id ? sections.GetValueOrDefault(id) : null;
        return new ComparableTask(
            task.Number, task.Sequence, section?.Ordinal ?? 0, section?.Title, task.IsGeneral, task.Text, task.Attribution,
            [.. task.InForceAssignments().Select(named => new ComparableAssignment(
                named.NameAsWritten, (named.AssigneeAgencyId ?? named.AssigneeGroupId)?.ToString() ?? named.NameAsWritten, named.Role))],
            [.. task.InForceRules().Select(rule => new ComparableDemand(rule.Rule, rule.Clause))]);
    }
}

/// <summary>A task of a plan that is compared.</summary>
/// <param name="Number">Its number: 1.2.3.</param>
/// <param name="Sequence">Its place among the tasks of one number.</param>
/// <param name="Section">Its section's number; 0 where it stands in none.</param>
/// <param name="SectionTitle">Its section's heading.</param>
/// <param name="IsGeneral">Whether the plan lays it on everybody without an attribution.</param>
/// <param name="Text">Its words.</param>
/// <param name="Attribution">The words of its attribution.</param>
/// <param name="Assignments">Who is named.</param>
/// <param name="Demands">What is demanded in time.</param>
public sealed record ComparableTask(
    string Number, int Sequence, int Section, string? SectionTitle, bool IsGeneral, string Text, string? Attribution,
    IReadOnlyList<ComparableAssignment> Assignments, IReadOnlyList<ComparableDemand> Demands);

/// <summary>Somebody named in a task.</summary>
/// <param name="Name">The name as the plan writes it.</param>
/// <param name="Holder">Who it is: the identity in the register, or the name where the register has none. The same holder under another name is no change.</param>
/// <param name="Role">The role.</param>
public sealed record ComparableAssignment(string Name, string Holder, AssignmentRole Role);

/// <summary>What a task demands in time.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Clause">The clause that it is about; empty for the whole task.</param>
public sealed record ComparableDemand(DeadlineRule Rule, string Clause);
