namespace GovDisclosure.Domain.Calendars;

/// <summary>The days that one region takes off besides the country's, such as 三月三 in Guangxi.</summary>
/// <remarks>
/// Areas of ethnic autonomy set holidays of their own (全国年节及纪念日放假办法 art. 4). Half-day holidays are not entered: they do not
/// count and are not made up (art. 3 and 6).
/// </remarks>
public sealed class RegionalDaysOff
{
    /// <summary>Takes the days of one region.</summary>
    /// <param name="region">The region's name.</param>
    /// <param name="days">The days off with their holiday's name and the region's own document number, in any order.</param>
    /// <exception cref="ArgumentException">The region has no name, a day is not off, or two entries share a day.</exception>
    public RegionalDaysOff(string region, IEnumerable<CalendarEntry> days)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        ArgumentNullException.ThrowIfNull(days);
        Region = region;
        Entries = [.. days.Select(day => day with { Region = region }).OrderBy(day => day.Date)];
        if (Entries.Any(day => day.Kind != CalendarDayKind.Holiday) || Entries.DistinctBy(day => day.Date).Count() != Entries.Count)
        {
            throw new ArgumentException("A region's days are days off, each once.", nameof(days));
        }
    }

    /// <summary>The region's name.</summary>
    public string Region { get; }

    /// <summary>The days, in order.</summary>
    public IReadOnlyList<CalendarEntry> Entries { get; }
}
