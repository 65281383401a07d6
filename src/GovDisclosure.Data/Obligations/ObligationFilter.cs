using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Data.Obligations;

/// <summary>Which states a list shows. The lights are the coarse ones; each is exactly the sum of states that it names.</summary>
public enum StateFilter
{
    /// <summary>Everything that is still to be done: upcoming, extended, due soon and overdue.</summary>
    Unfinished,

    /// <summary>Overdue.</summary>
    Overdue,

    /// <summary>Due soon.</summary>
    DueSoon,

    /// <summary>Upcoming, and those whose due date was moved back.</summary>
    Upcoming,

    /// <summary>Fulfilled, on time or late.</summary>
    Done,

    /// <summary>Fulfilled on time.</summary>
    OnTime,

    /// <summary>Fulfilled late.</summary>
    Late,

    /// <summary>Exempt or cancelled.</summary>
    Released,

    /// <summary>All.</summary>
    All,
}

/// <summary>In which role the agency stands.</summary>
public enum RoleFilter
{
    /// <summary>Lead or joint lead.</summary>
    Lead,

    /// <summary>Responsible or cooperating.</summary>
    Responsible,
}

/// <summary>What the list of duties is narrowed to; each member that is <see langword="null"/> narrows nothing.</summary>
public sealed record ObligationFilter
{
    /// <summary>The section's ordinal; 0 for the general duties of the closing paragraph.</summary>
    public int? Section { get; init; }

    /// <summary>The task's number, such as 1.2.3.</summary>
    public string? Task { get; init; }

    /// <summary>The kind of rule.</summary>
    public DeadlineRuleKind? Kind { get; init; }

    /// <summary>The role.</summary>
    public RoleFilter? Role { get; init; }

    /// <summary>The code of the agency that leads the task for the city, alone or jointly; <see cref="NoLead"/> for tasks without one.</summary>
    public string? Lead { get; init; }

    /// <summary>The district whose duties these are, by its code: always the reader's own. It narrows nothing and stays in the address.</summary>
    public string? District { get; init; }

    /// <summary>Words in the task, the trigger or the phrase.</summary>
    public string? Words { get; init; }

    /// <summary>The states.</summary>
    public StateFilter State { get; init; } = StateFilter.Unfinished;

    /// <summary>Stands for the tasks that name no lead. No agency's code looks like it.</summary>
    public const string NoLead = "-";

    /// <summary>Whether more than the state narrows the list.</summary>
    public bool IsNarrowed => this with { State = StateFilter.Unfinished, District = null } != new ObligationFilter();
}

/// <summary>A place in a list ordered by due instant.</summary>
/// <param name="DueAt">The due instant.</param>
/// <param name="Id">The obligation, which orders those that are due at one instant.</param>
public readonly record struct ObligationCursor(DateTimeOffset DueAt, Guid Id);

/// <summary>Which page of a list: after a place, before one, or the first.</summary>
public sealed record PageRequest(ObligationCursor? After, ObligationCursor? Before)
{
    /// <summary>The first page.</summary>
    public static PageRequest First { get; } = new(null, null);
}

/// <summary>The states behind each filter, in one place for list and counts.</summary>
public static class StateFilters
{
    /// <summary>The states that a filter shows.</summary>
    public static IReadOnlyList<ObligationState> StatesOf(StateFilter filter) => filter switch
    {
        StateFilter.Unfinished => [ObligationState.Overdue, ObligationState.DueSoon, ObligationState.Upcoming, ObligationState.Extended],
        StateFilter.Overdue => [ObligationState.Overdue],
        StateFilter.DueSoon => [ObligationState.DueSoon],
        StateFilter.Upcoming => [ObligationState.Upcoming, ObligationState.Extended],
        StateFilter.Done => [ObligationState.FulfilledOnTime, ObligationState.FulfilledLate],
        StateFilter.OnTime => [ObligationState.FulfilledOnTime],
        StateFilter.Late => [ObligationState.FulfilledLate],
        StateFilter.Released => [ObligationState.Exempt, ObligationState.Cancelled],
        StateFilter.All => Enum.GetValues<ObligationState>(),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };
}
