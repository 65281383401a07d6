using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Dashboards;

/// <summary>One duty of one agency as the office's lists show it.</summary>
public sealed record OversightRow
{
    public required Guid Id { get; init; }

    public required Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyEnglishName { get; init; }

    public required Guid TaskId { get; init; }

    public required string TaskNumber { get; init; }

    public required string TaskTitle { get; init; }

    public required string Clause { get; init; }

    public required Guid? TriggerId { get; init; }

    public required string? TriggerTitle { get; init; }

    public required string? TriggerReference { get; init; }

    public required DateTimeOffset? TriggeredAt { get; init; }

    public required bool IsSample { get; init; }

    public required DeadlineRule Rule { get; init; }

    public required string OccurrenceKey { get; init; }

    public required AssignmentRole Role { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset OriginalDueAt { get; init; }

    public required int RequiredCount { get; init; }

    public required int PublishedCount { get; init; }

    public required DateTimeOffset? FulfilledAt { get; init; }

    public required ObligationState State { get; init; }

    /// <summary>What the state of a past day is by what was recorded since; <see langword="null"/> where that is the same.</summary>
    public CorrectedState? Corrected { get; init; }
}

/// <summary>A page of the office's list, with the places of its neighbours.</summary>
public sealed record OversightPage(IReadOnlyList<OversightRow> Rows, ObligationCursor? Previous, ObligationCursor? Next);

/// <summary>How the duties of a list stand, under its filters but for the states, and how many the states leave.</summary>
public sealed record OversightCounts(DutyTally Tally)
{
    /// <summary>How many a choice of states shows.</summary>
    public int Of(OversightStates states) => states switch
    {
        OversightStates.Owed => Tally.Owed,
        OversightStates.Settled => Tally.Settled,
        OversightStates.OnTime => Tally.OnTime,
        OversightStates.Late => Tally.Late,
        OversightStates.Open => Tally.Open,
        OversightStates.DueSoon => Tally.DueSoon,
        OversightStates.Overdue => Tally.Overdue,
        OversightStates.Unfinished => Tally.Open + Tally.Overdue,
        OversightStates.Exempt => Tally.Exempt,
        _ => throw new ArgumentOutOfRangeException(nameof(states), states, null),
    };
}
