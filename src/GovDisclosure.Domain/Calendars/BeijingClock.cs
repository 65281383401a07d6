namespace GovDisclosure.Domain.Calendars;

/// <summary>What time it is for the portal's business: what is due, what is late, which day is today in Beijing.</summary>
/// <remarks>
/// A demonstration or a look at a past day pins the date, and every page then answers as on that day. Only business reads this
/// clock. What must follow real time, such as cookies, sessions, lock-outs, tokens and logs, uses <see cref="TimeProvider"/> itself.
/// </remarks>
/// <param name="time">The real time.</param>
/// <param name="pinnedToday">The Beijing date to answer with instead of today's, or null to follow <paramref name="time"/>.</param>
public sealed class BeijingClock(TimeProvider time, DateOnly? pinnedToday = null)
{
    /// <summary>Whether the date is pinned and so may differ from the real one; pages must then say so.</summary>
    public bool IsPinned => pinnedToday is not null;

    /// <summary>The instant, with offset zero, cut to whole microseconds.</summary>
    /// <remarks>
    /// Pinned: the pinned date with the real time of day in Beijing, so that it goes back to 00:00 when the real day ends.
    /// Microseconds are what PostgreSQL keeps: a finer instant would no longer equal itself after a round trip.
    /// </remarks>
    public DateTimeOffset Now
    {
        get
        {
            var now = time.GetUtcNow();
            now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();
            return pinnedToday is { } date ? BeijingTime.At(date, BeijingTime.TimeOf(now)) : now;
        }
    }

    /// <summary>The date in Beijing at <see cref="Now"/>.</summary>
    public DateOnly Today => BeijingTime.DateOf(Now);
}
