using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Reviews;

namespace GovDisclosure.Data.Reviews;

/// <summary>One line of the municipal office's list of disclosures.</summary>
public sealed record ReviewRow : ListedRow
{
    public required Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyNameEnglish { get; init; }

    public required string Title { get; init; }

    public required string Address { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required bool HasTime { get; init; }

    public required string LoggedByName { get; init; }

    public required bool IsSample { get; init; }

    public required bool IsWithdrawn { get; init; }

    public required bool IsAccepted { get; init; }

    public required bool IsReturned { get; init; }

    /// <summary>Where it stands with the office.</summary>
    public ReviewState State => ReviewRules.StateOf(IsWithdrawn, IsAccepted, IsReturned);
}

/// <summary>A disclosure for the office: the record, what it counts towards, and what reviews said, oldest first.</summary>
public sealed record ReviewedDetail(
    string AgencyName, string AgencyNameEnglish, Disclosure Disclosure, IReadOnlyList<FulfilledObligation> Fulfils, IReadOnlyList<DisclosureReview> Reviews)
{
    /// <summary>Where it stands with the office.</summary>
    public ReviewState State => ReviewRules.StateOf(
        Disclosure.WithdrawnAt is not null,
        Reviews.Any(review => review.Outcome == ReviewOutcome.Accepted),
        Reviews.Any(review => review.Outcome == ReviewOutcome.Returned));
}

/// <summary>A returned disclosure that its agency has to deal with: a duty that it fulfilled is open again.</summary>
public sealed record ReturnedDisclosure(Guid Id, string Title, string Reason, DateTimeOffset ReturnedAt, string ReturnedByName);

/// <summary>What the office's list is narrowed to.</summary>
/// <param name="State">Where the disclosure stands; <see langword="null"/> shows all.</param>
/// <param name="AgencyId">The agency.</param>
/// <param name="Section">The section's ordinal; 0 for the general duties.</param>
/// <param name="Words">Words in title or address.</param>
public sealed record ReviewFilter(ReviewState? State = ReviewState.NotReviewed, Guid? AgencyId = null, int? Section = null, string? Words = null);
