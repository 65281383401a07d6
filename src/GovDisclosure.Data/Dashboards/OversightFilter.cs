using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Data.Dashboards;

/// <summary>Which states the office's list of duties shows: each is exactly what one of its figures counts.</summary>
public enum OversightStates
{
    /// <summary>All that is owed, whatever its state: neither exempt nor cancelled.</summary>
    Owed,

    /// <summary>Those whose answer is in: the whole of the rate.</summary>
    Settled,

    /// <summary>Done in time.</summary>
    OnTime,

    /// <summary>Done late.</summary>
    Late,

    /// <summary>Open and in time, due soon and extended among them.</summary>
    Open,

    /// <summary>Open, and due soon.</summary>
    DueSoon,

    /// <summary>Open and late.</summary>
    Overdue,

    /// <summary>Still to be done: open, in time or late.</summary>
    Unfinished,

    /// <summary>Released by a decision.</summary>
    Exempt,
}

/// <summary>What the office's list of duties is narrowed to; each member that is <see langword="null"/> narrows nothing.</summary>
public sealed record OversightFilter
{
    /// <summary>The agency.</summary>
    public Guid? Agency { get; init; }

    /// <summary>The class of agency.</summary>
    public AgencyClass? Class { get; init; }

    /// <summary>The section's ordinal; 0 for the general duties of the closing paragraph.</summary>
    public int? Section { get; init; }

    /// <summary>The task.</summary>
    public Guid? Task { get; init; }

    /// <summary>Whether the agency leads the task, or assists in it.</summary>
    public bool? Leads { get; init; }

    /// <summary>What started the clock.</summary>
    public TriggerKind? Event { get; init; }

    /// <summary>The first due day.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>The last due day.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>Only what is overdue and was not when this day ended.</summary>
    public DateOnly? RedSince { get; init; }

    /// <summary>The states.</summary>
    public OversightStates States { get; init; } = OversightStates.Owed;

    /// <summary>The states behind a choice, in one place for lists and figures.</summary>
    public static IReadOnlyList<ObligationState> StatesOf(OversightStates states) => states switch
    {
        OversightStates.Owed => [.. StatesOf(OversightStates.Settled), .. StatesOf(OversightStates.Open)],
        OversightStates.Settled => [ObligationState.FulfilledOnTime, ObligationState.FulfilledLate, ObligationState.Overdue],
        OversightStates.OnTime => [ObligationState.FulfilledOnTime],
        OversightStates.Late => [ObligationState.FulfilledLate],
        OversightStates.Open => [ObligationState.Upcoming, ObligationState.Extended, ObligationState.DueSoon],
        OversightStates.DueSoon => [ObligationState.DueSoon],
        OversightStates.Overdue => [ObligationState.Overdue],
        OversightStates.Unfinished => [ObligationState.Overdue, .. StatesOf(OversightStates.Open)],
        OversightStates.Exempt => [ObligationState.Exempt],
        _ => throw new ArgumentOutOfRangeException(nameof(states), states, null),
    };
}

/// <summary>From when a list of the office is asked.</summary>
/// <param name="PlanId">The plan whose duties count.</param>
/// <param name="View">The instant of the states.</param>
/// <param name="Since">The end of the day that <see cref="OversightFilter.RedSince"/> names; needed with it.</param>
public sealed record OversightInstant(Guid PlanId, ViewInstant View, ViewInstant? Since = null);
