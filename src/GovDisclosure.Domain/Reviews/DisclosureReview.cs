namespace GovDisclosure.Domain.Reviews;

/// <summary>The municipal office's look at a disclosure: accepted, or returned with a reason. A returned one no longer fulfils.</summary>
public sealed class DisclosureReview
{
    /// <summary>The longest reason, in characters.</summary>
    public const int ReasonLength = 1000;

    /// <summary>The agency that disclosed.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The review's identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The disclosure. It is accepted once at most and returned once at most; a return is the last word.</summary>
    public required Guid DisclosureId { get; init; }

    /// <summary>What came of it.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>Why it was returned.</summary>
    public string? Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ReviewedAt { get; init; }

    /// <summary>Who; <see langword="null"/> for sample data.</summary>
    public Guid? ReviewedById { get; init; }

    /// <summary>The name at the time.</summary>
    public required string ReviewedByName { get; init; }
}

/// <summary>What came of a review.</summary>
public enum ReviewOutcome
{
    /// <summary>认可.</summary>
    Accepted,

    /// <summary>退回.</summary>
    Returned,
}
