namespace GovDisclosure.Domain.Calendars;

/// <summary>The working days as they were known on any day, from the notices in the order of their issue.</summary>
/// <remarks>
/// A notice counts from its own date on and supersedes what earlier ones said of the same days: 国发明电〔2015〕1号 took three days of
/// September 2015 off that had been working days until 2015-05-13. So a due date of the past can be found as it was known then,
/// and a provisional one settles with the notice. Looking a day up takes O(log n) of the notices; counting stays what it is.
/// </remarks>
public sealed class CalendarVersions
{
    private readonly CalendarVersion[] _versions;
    private readonly DateOnly[] _knownFrom;

    /// <summary>Builds every version.</summary>
    /// <param name="notices">The notices in any order; those of one day are taken in the order given.</param>
    /// <exception cref="ArgumentException">
    /// The years that are announced on some day have a gap, two notices announce one year, or a notice speaks of days of no announced year.
    /// </exception>
    public CalendarVersions(IEnumerable<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var entries = new Dictionary<DateOnly, CalendarEntry>();
        var years = new SortedSet<int>();
        var versions = new List<CalendarVersion>();
        foreach (var issued in notices.OrderBy(notice => notice.IssuedOn).GroupBy(notice => notice.IssuedOn))
        {
            HolidayNotice[] together = [.. issued];
            foreach (var notice in together)
            {
                Apply(notice, entries, years);
            }

            var before = versions.Count > 0 ? versions[^1].Calendar : WorkingDayCalendar.WithoutNotices;
            var after = new WorkingDayCalendar(entries.Values, years.Min, years.Max);
            versions.Add(new CalendarVersion(issued.Key, together, after, ChangesBy(together, before, after)));
        }

        _versions = [.. versions];
        _knownFrom = [.. versions.Select(version => version.KnownFrom)];
    }

    /// <summary>Every version, in the order in which they became known.</summary>
    public IReadOnlyList<CalendarVersion> All => _versions;

    /// <summary>The newest calendar; without any notice, the one of weekends alone.</summary>
    public WorkingDayCalendar Latest => _versions.Length > 0 ? _versions[^1].Calendar : WorkingDayCalendar.WithoutNotices;

    /// <summary>The calendar as it was known on <paramref name="day"/>, notices of that day included.</summary>
    public WorkingDayCalendar KnownOn(DateOnly day)
    {
        var found = Array.BinarySearch(_knownFrom, day);
        var index = found >= 0 ? found : ~found - 1;
        return index >= 0 ? _versions[index].Calendar : WorkingDayCalendar.WithoutNotices;
    }

    private static void Apply(HolidayNotice notice, Dictionary<DateOnly, CalendarEntry> entries, SortedSet<int> years)
    {
        if (notice.Year is { } year && !years.Add(year))
        {
            throw new ArgumentException($"{notice.Number} announces {year}, which was announced before.", nameof(notice));
        }

        if (years.Count == 0 || years.Max - years.Min + 1 != years.Count)
        {
            throw new ArgumentException($"With {notice.Number} the announced years are not one after another.", nameof(notice));
        }

        foreach (var date in notice.Cleared)
        {
            entries.Remove(date);
        }

        foreach (var entry in notice.Entries)
        {
            entries[entry.Date] = entry;
        }
    }

    private static CalendarChange[] ChangesBy(IEnumerable<HolidayNotice> notices, WorkingDayCalendar before, WorkingDayCalendar after) =>
    [
        .. notices.SelectMany(notice => notice.Entries.Select(entry => entry.Date).Concat(notice.Cleared))
            .Distinct()
            .Order()
            .Select(date => new CalendarChange(before.Describe(date), after.Describe(date), !before.IsProvisional(date)))
            .Where(change => change.Before.Kind != change.After.Kind),
    ];
}
