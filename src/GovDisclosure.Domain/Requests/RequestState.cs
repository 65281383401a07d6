namespace GovDisclosure.Domain.Requests;

/// <summary>What became of a request.</summary>
public enum RequestState
{
    /// <summary>待答复.</summary>
    Pending,

    /// <summary>同意: as asked.</summary>
    Granted,

    /// <summary>同意，另定日期.</summary>
    GrantedOtherwise,

    /// <summary>不同意.</summary>
    Refused,

    /// <summary>已撤回: the agency took it back.</summary>
    Withdrawn,

    /// <summary>已收回: the office took back what it had granted.</summary>
    Revoked,
}

/// <summary>The state of a request as a function of what was written down about it.</summary>
public static class RequestStates
{
    /// <summary>Returns the state. A decision comes first: what is decided cannot be taken back.</summary>
    /// <param name="withdrawnAt">When the agency took it back.</param>
    /// <param name="granted">Whether it was granted; <see langword="null"/> while undecided.</param>
    /// <param name="askedDueOn">The date asked for.</param>
    /// <param name="grantedDueOn">The date granted.</param>
    /// <param name="revokedAt">When the office took back what it had granted.</param>
    public static RequestState Of(
        DateTimeOffset? withdrawnAt, bool? granted, DateOnly? askedDueOn, DateOnly? grantedDueOn, DateTimeOffset? revokedAt = null) => granted switch
        {
            true when revokedAt is not null => RequestState.Revoked,
            true when DecisionRules.IsOtherwise(askedDueOn, grantedDueOn) => RequestState.GrantedOtherwise,
            true => RequestState.Granted,
            false => RequestState.Refused,
            null when withdrawnAt is not null => RequestState.Withdrawn,
            null => RequestState.Pending,
        };
}
