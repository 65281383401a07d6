using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Districts;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Obligations;

/// <summary>One line of a list of duties: what the page shows and no more.</summary>
public sealed record DutyRow
{
    public required Guid Id { get; init; }

    public required string TaskNumber { get; init; }

    public required string TaskTitle { get; init; }

    /// <summary>The clause that the rule is about; empty where it is the whole task.</summary>
    public required string Clause { get; init; }

    /// <summary>The trigger's title, where a trigger started the clock.</summary>
    public required string? TriggerTitle { get; init; }

    public required bool IsSample { get; init; }

    /// <summary>The rule, which a page puts into words.</summary>
    public required DeadlineRule Rule { get; init; }

    public DeadlineRuleKind Kind => Rule.Kind;

    public PeriodUnit? Period => Rule.Period;

    public string Phrase => Rule.Phrase;

    public bool Assumed => Rule.Assumed;

    public required string OccurrenceKey { get; init; }

    public required Guid RuleId { get; init; }

    public required AssignmentRole Role { get; init; }

    public required DateOnly WindowStart { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset OriginalDueAt { get; init; }

    public required int RequiredCount { get; init; }

    public required int PublishedCount { get; init; }

    public required decimal? Target { get; init; }

    public required DateTimeOffset? FulfilledAt { get; init; }

    public required ObligationState State { get; init; }

    /// <summary>'3 of 5' among the agencies that share the occurrence; <see langword="null"/> where a trigger is the agency's alone.</summary>
    public (int Done, int Total)? Progress { get; init; }

    /// <summary>The district that passed it down; <see langword="null"/> for a duty that the plan itself laid on.</summary>
    public required Guid? PassedByAgencyId { get; init; }

    /// <summary>What it is a part of, where a district passed it down.</summary>
    public PassedFrom? From { get; init; }

    /// <summary>'2 of 3' among the parts that were passed down, where the duty was; filled in for a district.</summary>
    public PartCounts? Parts { get; init; }

    /// <summary>Who leads the task for the city; filled in for a district.</summary>
    public IReadOnlyList<AgencyLabel> Leads { get; init; } = [];
}

/// <summary>A page of a list, with the places of its neighbours.</summary>
/// <param name="Rows">The rows, in order.</param>
/// <param name="Previous">The place before which the previous page ends; <see langword="null"/> on the first page.</param>
/// <param name="Next">The place after which the next page begins; <see langword="null"/> on the last page.</param>
public sealed record DutyPage(IReadOnlyList<DutyRow> Rows, ObligationCursor? Previous, ObligationCursor? Next);

/// <summary>How many duties stand in each state, under the filters of the list but for its state.</summary>
/// <param name="Counts">The count by state.</param>
/// <param name="OldestOverdue">The due instant of the one overdue longest.</param>
/// <param name="NextUpcoming">The next due instant of those not yet due soon.</param>
public sealed record DutyCounts(
    IReadOnlyDictionary<ObligationState, int> Counts, DateTimeOffset? OldestOverdue, DateTimeOffset? NextUpcoming)
{
    /// <summary>How many a filter shows.</summary>
    public int Of(StateFilter filter) => StateFilters.StatesOf(filter).Sum(state => Counts.GetValueOrDefault(state));
}
