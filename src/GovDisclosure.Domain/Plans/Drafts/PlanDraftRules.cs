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
    /// <summary>The longest heading of the first two levels.</summary>
    public const int HeadingLength = 300;

    /// <summary>The longest heading of an item.</summary>
    public const int ItemLength = 500;

    /// <summary>The longest name of an agency or group.</summary>
    public const int NameLength = 200;

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

        if (IsTwice(plan.Sections.Select(section => section.Ordinal))
            || plan.Sections.Any(section => IsTwice(section.Subsections.Select(subsection => subsection.Ordinal))
                || section.Subsections.Any(subsection => IsTwice(subsection.Items.Select(item => item.Ordinal)))))
        {
            found.Add(new DraftObstacle("HeadingTwice"));
        }

        if (plan.Sections.Any(section => section.Title.Length > HeadingLength
            || section.Subsections.Any(subsection => subsection.Title.Length > HeadingLength || subsection.Items.Any(item => item.Title.Length > ItemLength))))
        {
            found.Add(new DraftObstacle("HeadingTooLong"));
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

        if (task.Assignments.Any(assignment => assignment.Name.Length > NameLength) || task.Deadlines.Any(deadline => deadline.Phrase.Length > TaskEditRules.PhraseLength))
        {
            yield return new DraftObstacle("WordsTooLong", index);
        }
    }

    private static bool IsTwice(IEnumerable<int> ordinals)
    {
        var seen = new HashSet<int>();
        return ordinals.Any(ordinal => !seen.Add(ordinal));
    }
}
