using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Requests;

namespace GovDisclosure.Data.Requests;

/// <summary>One request with its answer, where it has one.</summary>
public sealed record RequestRow : ListedRow
{
    public required Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyNameEnglish { get; init; }

    public required Guid ObligationId { get; init; }

    public required DutyRequestKind Kind { get; init; }

    public required ExemptionGround? Ground { get; init; }

    public required string Reason { get; init; }

    public required DateOnly? DueOn { get; init; }

    /// <summary>How much the period is to be extended by, in the unit of <see cref="RuleKind"/>.</summary>
    public required int? ExtendBy { get; init; }

    /// <summary>What the duty's rule counts.</summary>
    public required DeadlineRuleKind RuleKind { get; init; }

    public required DateOnly? StopFrom { get; init; }

    public required DateOnly? StopTo { get; init; }

    public required string AskedByName { get; init; }

    public required Guid? AskedById { get; init; }

    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>With what its duty fell away: a revision of the plan, or a successor; <see langword="null"/> where the agency took it back.</summary>
    public required string? WithdrawnNote { get; init; }

    public required bool IsSample { get; init; }

    public required bool? Granted { get; init; }

    public required DateOnly? GrantedDueOn { get; init; }

    public required string? Note { get; init; }

    public required DateTimeOffset? DecidedAt { get; init; }

    public required string? DecidedByName { get; init; }

    public required DateTimeOffset? RevokedAt { get; init; }

    public required string? RevokedByName { get; init; }

    public required string? RevokedReason { get; init; }

    /// <summary>What became of it.</summary>
    public RequestState State => RequestStates.Of(WithdrawnAt, Granted, DueOn, GrantedDueOn, RevokedAt);
}

/// <summary>A request with the duty that it is about, as the duty stands now.</summary>
public sealed record RequestedRow(RequestRow Request, NamedDuty Duty);

/// <summary>Which requests a list shows.</summary>
public enum RequestFilterState
{
    /// <summary>Those that wait for an answer.</summary>
    Pending,

    /// <summary>Granted, as asked or otherwise.</summary>
    Granted,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Taken back by the agency.</summary>
    Withdrawn,

    /// <summary>All.</summary>
    All,
}

/// <summary>What the list of requests is narrowed to.</summary>
public sealed record RequestFilter(RequestFilterState State = RequestFilterState.Pending, DutyRequestKind? Kind = null, Guid? AgencyId = null);

/// <summary>How many requests each light of the list counts, under the filters but for the state.</summary>
public sealed record RequestCounts(int Pending, int Granted, int Refused, int Withdrawn)
{
    public int Of(RequestFilterState state) => state switch
    {
        RequestFilterState.Pending => Pending,
        RequestFilterState.Granted => Granted,
        RequestFilterState.Refused => Refused,
        RequestFilterState.Withdrawn => Withdrawn,
        _ => Pending + Granted + Refused + Withdrawn,
    };
}
