namespace GovDisclosure.Domain.Obligations;

/// <summary>
/// That a disclosure counts towards an obligation, over a stretch of recorded time: from the instant of logging until it is
/// withdrawn or returned. What decides on time or late is <see cref="PublishedAt"/>, not the logging.
/// </summary>
public sealed class Fulfilment
{
    /// <summary>The tenant.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The obligation.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The disclosure.</summary>
    public required Guid DisclosureId { get; init; }

    /// <summary>The instant of logging.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which it no longer counts; <see langword="null"/> while it does.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>When the agency published; the last instant of the Beijing day where only the date is known.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>The figure reported, where the obligation is a target.</summary>
    public decimal? ReportedValue { get; init; }
}
