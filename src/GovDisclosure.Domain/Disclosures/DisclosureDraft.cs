using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Disclosures;

/// <summary>What somebody wants to log.</summary>
/// <param name="Title">The title as published.</param>
/// <param name="Address">The address where it can be read.</param>
/// <param name="PublishedOn">The Beijing date of publication.</param>
/// <param name="PublishedTime">The time of day, where it matters (hours rules) or is known.</param>
/// <param name="Channel">Where it was published, if said.</param>
/// <param name="Summary">What it says, if said.</param>
public sealed record DisclosureDraft(
    string Title, string Address, DateOnly PublishedOn, TimeOnly? PublishedTime, DisclosureChannel? Channel, string? Summary)
{
    /// <summary>
    /// The instant that counts: the time given, or the last instant of the day, since the day alone says only that it was out by then.
    /// A microsecond is PostgreSQL's finest step.
    /// </summary>
    public DateTimeOffset PublishedAt => PublishedTime is { } time
        ? BeijingTime.At(PublishedOn, time)
        : BeijingTime.EndOf(PublishedOn).AddMicroseconds(-1);
}

/// <summary>An obligation that a disclosure is to fulfil.</summary>
/// <param name="ObligationId">The obligation.</param>
/// <param name="WindowStart">The first Beijing date whose publications count.</param>
/// <param name="TriggeredAt">The trigger's instant, where a trigger started the clock.</param>
/// <param name="NeedsTime">Whether the clock runs in hours, so that the time of day must be given.</param>
/// <param name="IsOwed">Whether it is still owed: neither exempt nor cancelled.</param>
/// <param name="Target">The figure to be reached, where it is a target.</param>
/// <param name="ReportedValue">The figure reported.</param>
public sealed record DisclosureTarget(
    Guid ObligationId, DateOnly WindowStart, DateTimeOffset? TriggeredAt, bool NeedsTime, bool IsOwed, decimal? Target, decimal? ReportedValue);
