using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>One deadline rule of one task, as kept: the rule's values beside the phrase that they come from.</summary>
public sealed class TaskDeadlineRule
{
    /// <summary>The rule's identity; an obligation belongs to one rule.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The task.</summary>
    public Guid TaskId { get; init; }

    /// <summary>Its place from 1 within the task.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The clause of the task that the phrase stands in: what is to be disclosed by then. Empty where the rule is for the whole task.</summary>
    public required string Clause { get; init; }

    /// <summary>What is demanded.</summary>
    public required DeadlineRule Rule { get; init; }

    /// <summary>The instant from which another rule stands in its place, where its word's default was changed or the plan revised; duties made before keep it.</summary>
    public DateTimeOffset? SupersededAt { get; set; }

    /// <summary>The rule in whose place a revision of the plan put this one: who has done that has not to do this as well.</summary>
    public Guid? ContinuesRuleId { get; init; }
}
