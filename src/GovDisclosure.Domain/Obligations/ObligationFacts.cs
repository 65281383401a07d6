namespace GovDisclosure.Domain.Obligations;

/// <summary>All that the state of an obligation depends on.</summary>
/// <param name="OriginalDueAt">The due instant as first computed.</param>
/// <param name="DueAt">The due instant in force.</param>
/// <param name="Disposition">Whether it is owed.</param>
/// <param name="FulfilledAt">
/// The publication that completed it: of those that count, the k-th where k are required; <see langword="null"/> until then.
/// </param>
public readonly record struct ObligationFacts(
    DateTimeOffset OriginalDueAt,
    DateTimeOffset DueAt,
    ObligationDisposition Disposition,
    DateTimeOffset? FulfilledAt);
