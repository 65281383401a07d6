namespace GovDisclosure.Domain.Districts;

/// <summary>
/// That the parts of a duty fulfil the whole, over a stretch of recorded time. Written by the database as parts are fulfilled or
/// returned, so that the municipal office sees the district's result without seeing the parts.
/// </summary>
public sealed class RolledUpFulfilment
{
    /// <summary>The district.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The district's own duty.</summary>
    public required Guid ObligationId { get; init; }

    /// <summary>The instant from which it was known.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which it no longer held; <see langword="null"/> while it does.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    /// <summary>The publication that completed it.</summary>
    public required DateTimeOffset FulfilledAt { get; init; }
}
