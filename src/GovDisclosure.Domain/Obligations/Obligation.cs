using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Obligations;

/// <summary>
/// One agency's duty (应公开事项) for one task and one period or one trigger: the unit of all counting.
/// What is here never changes; what may change is kept in <see cref="ObligationStanding"/> and <see cref="Fulfilment"/>.
/// </summary>
public sealed class Obligation
{
    /// <summary>The agency that owes it: the tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The obligation's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The rule that made it.</summary>
    public required Guid RuleId { get; init; }

    /// <summary>
    /// Which occurrence of the rule: a period (2016-W42, 2016-10, 2016-Q4, 2016-H2, 2016) or a trigger. Unique within agency and
    /// rule, and never derived from the due date, which may move.
    /// </summary>
    public required string OccurrenceKey { get; init; }

    /// <summary>The strongest role in which the attribution reaches the agency.</summary>
    public required AssignmentRole Role { get; init; }

    /// <summary>The first Beijing date whose publications count.</summary>
    public required DateOnly WindowStart { get; init; }

    /// <summary>The last Beijing date that is on time, as first computed.</summary>
    public required DateOnly WindowEnd { get; init; }

    /// <summary>The due instant as first computed; a publication at or before it is on time.</summary>
    public required DateTimeOffset OriginalDueAt { get; init; }

    /// <summary>How many publications it takes (每季度不少于2次: 2).</summary>
    public required int RequiredCount { get; init; }

    /// <summary>The figure to be reached, where the rule is a target.</summary>
    public decimal? Target { get; init; }

    /// <summary>The trigger that started the clock, where there is one.</summary>
    public Guid? TriggerId { get; init; }

    /// <summary>The instant from which the portal knew of it.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The district that passed this part of its own duty down; <see langword="null"/> for a duty that the plan itself laid on.</summary>
    public Guid? PassedByAgencyId { get; init; }

    /// <summary>The district's own duty that this is a part of.</summary>
    public Guid? PassedObligationId { get; init; }

    /// <summary>The agency in whose place the owing one stands by a succession; <see langword="null"/> for a duty that was its own from the beginning.</summary>
    public Guid? InheritedFromAgencyId { get; init; }

    /// <summary>That agency's duty, which ended when this one was made.</summary>
    public Guid? InheritedFromObligationId { get; init; }

    /// <summary>The agency's duty that a revision of the plan ended, and that this one goes on with: what was published for it counts here.</summary>
    public Guid? ContinuesId { get; init; }
}
