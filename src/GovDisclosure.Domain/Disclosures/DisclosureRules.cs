using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Disclosures;

/// <summary>What must be true before a disclosure is logged.</summary>
public static class DisclosureRules
{
    /// <summary>The most obligations that one disclosure may fulfil.</summary>
    public const int MostObligations = 50;

    /// <summary>The largest figure that can be reported; percentages and counts stay far below it.</summary>
    public const decimal LargestValue = 10_000_000;

    /// <summary>The finest step of a figure that is kept, in decimals: a finer one would be rounded, perhaps up to its target.</summary>
    public const int MostDecimals = 4;

    /// <summary>Returns every rule that the draft would break, in the order of the form.</summary>
    /// <param name="draft">What is to be logged.</param>
    /// <param name="targets">The obligations that it is to fulfil.</param>
    /// <param name="now">The present instant.</param>
    public static IEnumerable<RuleViolation> Check(DisclosureDraft draft, IReadOnlyCollection<DisclosureTarget> targets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(targets);
        return CheckContent(draft).Concat(CheckInstant(draft, now)).Concat(CheckTargets(draft, targets));
    }

    private static IEnumerable<RuleViolation> CheckContent(DisclosureDraft draft)
    {
        if (!IsPublicAddress(draft.Address))
        {
            yield return new("AddressNotWeb", nameof(DisclosureDraft.Address));
        }

        if (string.IsNullOrWhiteSpace(draft.Title))
        {
            yield return new("TitleMissing", nameof(DisclosureDraft.Title));
        }
    }

    private static IEnumerable<RuleViolation> CheckInstant(DisclosureDraft draft, DateTimeOffset now)
    {
        // The instant is asked for only today: the calendar's first day began before any instant that can be written.
        var today = BeijingTime.DateOf(now);
        if (draft.PublishedOn > today)
        {
            yield return new("PublishedInFuture", nameof(DisclosureDraft.PublishedOn), today);
        }
        else if (draft.PublishedOn == today && draft.PublishedTime is not null && draft.PublishedAt > now)
        {
            yield return new("PublishedInFuture", nameof(DisclosureDraft.PublishedTime), today);
        }
    }

    private static IEnumerable<RuleViolation> CheckTargets(DisclosureDraft draft, IReadOnlyCollection<DisclosureTarget> targets)
    {
        if (targets.Count is 0 or > MostObligations)
        {
            yield return new(targets.Count == 0 ? "NoObligation" : "TooManyObligations", "Obligations", MostObligations);
        }

        if (targets.Any(target => !target.IsOwed))
        {
            yield return new("NotOwed", "Obligations");
        }

        if (draft.PublishedTime is null && targets.Any(target => target.NeedsTime))
        {
            yield return new("TimeMissing", nameof(DisclosureDraft.PublishedTime));
        }

        // The latest beginning is the one that decides, so one sentence is enough.
        var early = targets.Where(target => IsBeforeBeginning(draft, target)).MaxBy(target => target.WindowStart);
        if (early is not null)
        {
            yield return new(early.TriggeredAt is null ? "PublishedBeforeWindow" : "PublishedBeforeTrigger", nameof(DisclosureDraft.PublishedOn), early.WindowStart);
        }

        foreach (var target in targets.Where(target => target.Target is not null))
        {
            var field = $"Values[{target.ObligationId}]";
            if (target.ReportedValue is null or < 0 or > LargestValue)
            {
                yield return new("ReportedValueMissing", field, target.Target!.Value);
            }
            else if (decimal.Round(target.ReportedValue.Value, MostDecimals) != target.ReportedValue)
            {
                yield return new("ReportedValueTooFine", field, MostDecimals);
            }
        }
    }

    // Without a time of day only dates are compared: a decision and its publication may fall on one day.
    private static bool IsBeforeBeginning(DisclosureDraft draft, DisclosureTarget target) =>
        draft.PublishedOn < target.WindowStart
        || (target is { NeedsTime: true, TriggeredAt: { } triggeredAt } && draft.PublishedTime is not null && draft.PublishedAt < triggeredAt);

    /// <summary>Whether an address is one that the public can open: http or https, with a host and without a password in it.</summary>
    public static bool IsPublicAddress(string? address) =>
        address is { Length: > 0 and <= Disclosure.AddressLength }
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0;
}
