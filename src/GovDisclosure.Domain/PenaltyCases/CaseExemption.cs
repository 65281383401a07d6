namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>
/// That a case, or a part of it, is not to be published (不予公开): asked by one person of the agency and approved by another, with the
/// reason on record; the municipal office sees it.
/// </summary>
/// <remarks>Publishing with the exempt part removed is the normal way; exempting the whole case is the exception.</remarks>
public sealed class CaseExemption
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The exemption's identity within the agency.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Whole or in part.</summary>
    public required ExemptionScope Scope { get; init; }

    /// <summary>The ground.</summary>
    public required ExemptionGround Ground { get; init; }

    /// <summary>Why, in words; for a part also what is left out.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Who asked; may not decide.</summary>
    public required Guid AskedById { get; init; }

    /// <summary>The name at the time.</summary>
    public required string AskedByName { get; init; }

    /// <summary>When it was decided; <see langword="null"/> while it waits.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who decided: somebody else of the agency.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>The name at the time.</summary>
    public string? DecidedByName { get; set; }

    /// <summary>Whether it was approved; <see langword="null"/> while it waits.</summary>
    public bool? Approved { get; set; }

    /// <summary>The reason of the decision, needed where it was refused.</summary>
    public string? DecisionNote { get; set; }

    /// <summary>Whether it is sample data.</summary>
    public bool IsSample { get; init; }
}
