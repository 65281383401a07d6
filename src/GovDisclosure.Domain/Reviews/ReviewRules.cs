namespace GovDisclosure.Domain.Reviews;

/// <summary>The disclosure that is reviewed, as it stands.</summary>
/// <param name="IsWithdrawn">Whether the agency withdrew it.</param>
/// <param name="Outcomes">What earlier reviews said.</param>
/// <param name="IsOwn">Whether who reviews has logged it.</param>
public sealed record ReviewedDisclosure(bool IsWithdrawn, IReadOnlyCollection<ReviewOutcome> Outcomes, bool IsOwn);

/// <summary>Where a disclosure stands with the municipal office.</summary>
public enum ReviewState
{
    /// <summary>未审看.</summary>
    NotReviewed,

    /// <summary>已认可.</summary>
    Accepted,

    /// <summary>已退回.</summary>
    Returned,

    /// <summary>已撤回: by the agency itself.</summary>
    Withdrawn,
}

/// <summary>What must be true before a disclosure is reviewed.</summary>
public static class ReviewRules
{
    /// <summary>The most disclosures accepted at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>Returns every rule that the review would break.</summary>
    /// <remarks>
    /// An accepted disclosure may be returned later, since an address may die; a returned one is closed, and the agency logs anew.
    /// </remarks>
    /// <param name="outcome">Accepted or returned.</param>
    /// <param name="reason">Why it is returned.</param>
    /// <param name="disclosure">The disclosure.</param>
    public static IEnumerable<RuleViolation> Check(ReviewOutcome? outcome, string reason, ReviewedDisclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(reason);
        ArgumentNullException.ThrowIfNull(disclosure);
        if (disclosure switch
        {
            { IsWithdrawn: true } => "DisclosureWithdrawn",
            _ when disclosure.Outcomes.Contains(ReviewOutcome.Returned) => "AlreadyReturned",
            _ when outcome == ReviewOutcome.Accepted && disclosure.Outcomes.Count > 0 => "AlreadyAccepted",
            { IsOwn: true } => "OwnDisclosure",
            _ => null,
        } is { } closed)
        {
            yield return new(closed);
            yield break;
        }

        if (outcome is null)
        {
            yield return new("OutcomeMissing", "Outcome");
        }
        else if (outcome == ReviewOutcome.Returned && string.IsNullOrWhiteSpace(reason))
        {
            yield return new("ReasonMissing", "Reason");
        }
        else if (reason.Length > DisclosureReview.ReasonLength)
        {
            yield return new("ReasonTooLong", "Reason", DisclosureReview.ReasonLength);
        }
    }

    /// <summary>Where it stands: a withdrawal by the agency, then a return, then an acceptance.</summary>
    public static ReviewState StateOf(bool isWithdrawn, bool isAccepted, bool isReturned) =>
        isReturned ? ReviewState.Returned : isWithdrawn ? ReviewState.Withdrawn : isAccepted ? ReviewState.Accepted : ReviewState.NotReviewed;
}
