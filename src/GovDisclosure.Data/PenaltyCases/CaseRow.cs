using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;

namespace GovDisclosure.Data.PenaltyCases;

/// <summary>Which cases the register shows. Each light counts exactly the rows that its filter shows.</summary>
public enum CaseFilter
{
    /// <summary>To be published still: overdue, due soon and on track, the most urgent first.</summary>
    ToDo,

    /// <summary>Past its due day.</summary>
    Overdue,

    /// <summary>Due soon.</summary>
    DueSoon,

    /// <summary>Time is left.</summary>
    OnTrack,

    /// <summary>Published in time.</summary>
    OnTime,

    /// <summary>Published late.</summary>
    Late,

    /// <summary>Exempt as a whole.</summary>
    Exempt,

    /// <summary>With an exemption that nobody has decided; the clock runs meanwhile.</summary>
    Waiting,

    /// <summary>Entered by mistake.</summary>
    Cancelled,

    /// <summary>All.</summary>
    All,
}

/// <summary>One line of the register.</summary>
public sealed record CaseRow
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Reference { get; init; }

    public required string PartyName { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset? FulfilledAt { get; init; }

    public required ObligationState State { get; init; }

    public required bool IsSample { get; init; }

    /// <summary>Whether it corrects an earlier decision.</summary>
    public required bool IsCorrection { get; init; }

    /// <summary>Whether an exemption waits for approval.</summary>
    public required bool IsWaiting { get; init; }

    /// <summary>Whether a part of it is exempt.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>Whether it can be read by the public now.</summary>
    public required bool IsPublic { get; init; }

    /// <summary>Whether it was taken down and not published anew.</summary>
    public required bool WasTakenDown { get; init; }
}

/// <summary>A page of the register.</summary>
public sealed record CasePage(IReadOnlyList<CaseRow> Rows, Obligations.ObligationCursor? Previous, Obligations.ObligationCursor? Next);

/// <summary>How many cases each filter shows, under the same words.</summary>
public sealed record CaseCounts(IReadOnlyDictionary<ObligationState, int> States, int Waiting)
{
    /// <summary>How many a filter shows.</summary>
    public int Of(CaseFilter filter) =>
        filter == CaseFilter.Waiting ? Waiting : CaseFilters.StatesOf(filter).Sum(state => States.GetValueOrDefault(state));
}

/// <summary>The states behind each filter, in one place for list and counts.</summary>
public static class CaseFilters
{
    /// <summary>The states that a filter shows.</summary>
    public static IReadOnlyList<ObligationState> StatesOf(CaseFilter filter) => filter switch
    {
        CaseFilter.ToDo => [ObligationState.Overdue, ObligationState.DueSoon, ObligationState.Upcoming, ObligationState.Extended],
        CaseFilter.Overdue => [ObligationState.Overdue],
        CaseFilter.DueSoon => [ObligationState.DueSoon],
        CaseFilter.OnTrack => [ObligationState.Upcoming, ObligationState.Extended],
        CaseFilter.OnTime => [ObligationState.FulfilledOnTime],
        CaseFilter.Late => [ObligationState.FulfilledLate],
        CaseFilter.Exempt => [ObligationState.Exempt],
        CaseFilter.Cancelled => [ObligationState.Cancelled],
        CaseFilter.Waiting or CaseFilter.All => Enum.GetValues<ObligationState>(),
        _ => throw new ArgumentOutOfRangeException(nameof(filter), filter, null),
    };

    /// <summary>Whether the most urgent comes first; what is done is shown newest first.</summary>
    public static bool IsUrgentFirst(CaseFilter filter) =>
        filter is CaseFilter.ToDo or CaseFilter.Overdue or CaseFilter.DueSoon or CaseFilter.OnTrack or CaseFilter.Waiting;
}

/// <summary>All that the page of one case shows.</summary>
public sealed record CaseDetail
{
    public required PenaltyCase Case { get; init; }

    public required TriggerEvent Trigger { get; init; }

    /// <summary>The version that an edit is checked against.</summary>
    public required uint Version { get; init; }

    /// <summary>The case as its form shows it.</summary>
    public required CaseDraft Draft { get; init; }

    /// <summary>The duty that binds first.</summary>
    public required Obligations.ObligationDetail Duty { get; init; }

    /// <summary>Every exemption that was asked for, oldest first.</summary>
    public required IReadOnlyList<CaseExemption> Exemptions { get; init; }

    /// <summary>Every publication, oldest first.</summary>
    public required IReadOnlyList<PublishedCase> Publications { get; init; }

    /// <summary>The case whose decision it changes.</summary>
    public required CaseLink? Corrects { get; init; }

    /// <summary>The cases that change its decision.</summary>
    public required IReadOnlyList<CaseLink> CorrectedBy { get; init; }

    /// <summary>The exemption that waits for approval.</summary>
    public CaseExemption? Waiting => Exemptions.FirstOrDefault(row => row.DecidedAt is null);

    /// <summary>What the public can read now.</summary>
    public PublishedCase? Published => Publications.FirstOrDefault(row => row.TakenDownAt is null);

    /// <summary>Whether it was cancelled.</summary>
    public bool IsCancelled => Trigger.CancelledAt is not null;

    /// <summary>Whether nothing of it is to be published.</summary>
    public bool IsExempt => Exemptions.Any(row => row is { Approved: true, Scope: ExemptionScope.Whole });

    /// <summary>The ground on which a part is left out.</summary>
    public ExemptionGround? PartGround => Exemptions.LastOrDefault(row => row is { Approved: true, Scope: ExemptionScope.Part })?.Ground;
}

/// <summary>Another case that one is linked with.</summary>
public sealed record CaseLink(Guid Id, string Title, string Reference, CorrectionReason? Reason);

/// <summary>An exemption as the municipal office sees it.</summary>
public sealed record ExemptionRow(
    Guid AgencyId, string AgencyName, string AgencyEnglishName, Guid CaseId, string Title, string Reference, DateTimeOffset DecidedAt,
    ExemptionScope Scope, ExemptionGround Ground, string Reason, DateTimeOffset AskedAt, string AskedByName,
    DateTimeOffset? AnsweredAt, string? AnsweredByName, bool? Approved, string? AnswerNote, bool IsSample, Guid Id);

/// <summary>A place in the list of exemptions, newest first.</summary>
public readonly record struct ExemptionCursor(DateTimeOffset AskedAt, Guid Id);

/// <summary>A page of exemptions.</summary>
public sealed record ExemptionPage(IReadOnlyList<ExemptionRow> Rows, int Total, ExemptionCursor? Next);
