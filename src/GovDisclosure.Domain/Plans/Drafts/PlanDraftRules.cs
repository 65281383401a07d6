using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Drafts;

/// <summary>Something that stands between a draft and its publication.</summary>
/// <param name="Code">Names the sentence.</param>
/// <param name="TaskIndex">The task that it is about; <see langword="null"/> where it is about the head or a name.</param>
/// <param name="Name">The name that it is about.</param>
public sealed record DraftObstacle(string Code, int? TaskIndex = null, string? Name = null);

/// <summary>What must be true before a plan is published. Nothing is dropped: what nobody has decided stands in the way.</summary>
public static class PlanDraftRules
{
    /// <summary>Returns everything that stands in the way, the head first, then the tasks in order, then the names.</summary>
    public static IReadOnlyList<DraftObstacle> Obstacles(PlanDraft draft, IReadOnlyDictionary<string, AgencyResolution> names)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(names);
        var plan = draft.Plan;
        var head = new PlanHeadEdit(plan.Title ?? "", plan.DocumentNumber ?? "", plan.Issuer ?? "", plan.IssuedOn, plan.Year);
        var found = new List<DraftObstacle>();
        if (head.Check().Any())
        {
            found.Add(new DraftObstacle("HeadIncomplete"));
        }

        if (plan.Tasks.Count == 0)
        {
            found.Add(new DraftObstacle("NoTasks"));
        }

        found.AddRange(plan.Tasks.SelectMany(Of));
        found.AddRange(draft.NamesUsed.Where(name => !IsSettled(draft, names, name)).Select(name => new DraftObstacle("NameOpen", null, name)));
        return found;
    }

    /// <summary>Whether it is known what a name stands for.</summary>
    public static bool IsSettled(PlanDraft draft, IReadOnlyDictionary<string, AgencyResolution> names, string name)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(names);
        return draft.Names.ContainsKey(name) || names.GetValueOrDefault(name)?.Holder is not null;
    }

    private static IEnumerable<DraftObstacle> Of(ParsedTask task, int index)
    {
        if (task.Assignments.Count == 0)
        {
            yield return new DraftObstacle("NobodyNamed", index);
        }

        if (task.Deadlines.Any(deadline => deadline is { Kind: DeadlineRuleKind.FixedDate, Date: null }))
        {
            yield return new DraftObstacle("DateOpen", index);
        }
    }
}
