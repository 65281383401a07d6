namespace GovDisclosure.Domain.Plans;

/// <summary>A task (任务): the stretch of a plan's text that ends in one attribution.</summary>
public sealed class DisclosureTask
{
    /// <summary>The number of every general duty, which stands under no heading: a page shows words instead.</summary>
    public const string GeneralNumber = "0.0.0";

    /// <summary>The task's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public Guid PlanId { get; init; }

    /// <summary>The section it stands in; <see langword="null"/> for a general duty of the closing paragraph.</summary>
    public Guid? SectionId { get; init; }

    /// <summary>The sub-section it stands in; <see langword="null"/> for a general duty.</summary>
    public Guid? SubsectionId { get; init; }

    /// <summary>The item it stands in, where the sub-section has items.</summary>
    public Guid? ItemId { get; init; }

    /// <summary>Section, sub-section and item as printed, 0 for a level that is not there: 1.2.3.</summary>
    public required string Number { get; init; }

    /// <summary>Its place from 1 among the tasks of one number.</summary>
    public required int Sequence { get; init; }

    /// <summary>Its place from 1 in the whole plan.</summary>
    public required int Ordinal { get; init; }

    /// <summary>What lists call it: the heading, or the task's first sentence where a heading holds several tasks.</summary>
    public required string Title { get; init; }

    /// <summary>The task's own words, verbatim.</summary>
    public required string Text { get; init; }

    /// <summary>The words inside the attribution's brackets, verbatim; <see langword="null"/> for a general duty.</summary>
    public string? Attribution { get; init; }

    /// <summary>Whether the plan lays this on everybody without an attribution.</summary>
    public bool IsGeneral { get; init; }

    /// <summary>The instant from which a revision of the plan no longer has it; <see langword="null"/> while it is in force.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The revision that ended it.</summary>
    public Guid? EndedByRevisionId { get; init; }

    /// <summary>Who is named, in the order of the attribution.</summary>
    public IList<Assignment> Assignments { get; init; } = [];

    /// <summary>What the words demand in time; at least one, which may be assumed.</summary>
    public IList<TaskDeadlineRule> Rules { get; init; } = [];

    /// <summary>Who is named at present, in the order of the attribution.</summary>
    public IEnumerable<Assignment> InForceAssignments() => Assignments.Where(named => named.EndedAt is null).OrderBy(named => named.Ordinal);

    /// <summary>What is demanded at present, in the order of the text.</summary>
    public IEnumerable<TaskDeadlineRule> InForceRules() => Rules.Where(rule => rule.SupersededAt is null).OrderBy(rule => rule.Ordinal);
}

/// <summary>One name of an attribution with its role: either an agency or a group.</summary>
public sealed class Assignment
{
    /// <summary>The assignment's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid TaskId { get; init; }

    /// <summary>Its place from 1 in the attribution.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Lead, joint lead, responsible or cooperating.</summary>
    public required AssignmentRole Role { get; init; }

    /// <summary>The name as the plan writes it.</summary>
    public required string NameAsWritten { get; init; }

    /// <summary>The agency named, where it is one.</summary>
    public Guid? AssigneeAgencyId { get; init; }

    /// <summary>The group named, where it is one.</summary>
    public Guid? AssigneeGroupId { get; init; }

    /// <summary>The instant from which a revision of the plan no longer names it so; <see langword="null"/> while it does.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
