namespace GovDisclosure.Domain.Districts;

/// <summary>One sub-unit's part of a duty that its district passed down. The part itself is an obligation of the sub-unit.</summary>
public sealed class DutyPart
{
    /// <summary>The district.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The district's own duty.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The sub-unit.</summary>
    public required Guid SubUnitId { get; init; }

    /// <summary>The sub-unit's obligation. Passed again after it was taken back, it is another one.</summary>
    public required Guid PartObligationId { get; init; }

    /// <summary>The form that passed it: the same form twice passes once.</summary>
    public required Guid RequestKey { get; init; }

    /// <summary>Whether it counts where only chosen parts do.</summary>
    public bool IsChosen { get; set; }

    /// <summary>When it was passed down.</summary>
    public required DateTimeOffset PassedAt { get; init; }

    /// <summary>Who passed it down, at the time.</summary>
    public required string PassedByName { get; init; }

    /// <summary>When the district took it back; <see langword="null"/> while it is passed.</summary>
    public DateTimeOffset? TakenBackAt { get; init; }

    /// <summary>Who took it back, at the time.</summary>
    public string? TakenBackByName { get; init; }

    /// <summary>Why.</summary>
    public string? TakenBackReason { get; init; }
}
