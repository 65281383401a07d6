namespace GovDisclosure.Domain.Calendars;

/// <summary>The working days as they were known at any instant, from the notices in the order in which they became known.</summary>
/// <remarks>
/// A notice counts from its own date on and supersedes what earlier ones said of the same days: 国发明电〔2015〕1号 took three days of
/// September 2015 off that had been working days until 2015-05-13. One whose loading was undone counts up to that instant and no further.
/// So a due date of the past can be found as it was known then, and a provisional one settles with the notice. Looking an instant up takes
/// O(log n) of the notices; counting stays what it is.
/// </remarks>
public sealed class CalendarVersions
{
    private readonly WorkingDayCalendar _shipped;
    private readonly HolidayNotice[] _notices;
    private readonly CalendarVersion[] _versions;
    private readonly DateTimeOffset[] _knownFrom;

    /// <summary>Builds every version from the notices alone.</summary>
    /// <param name="notices">The notices in any order; those of one instant are taken in the order given.</param>
    /// <exception cref="ArgumentException">
    /// The years that are announced at some instant have a gap, two notices announce one year, or a notice speaks of days of no announced year.
    /// </exception>
    public CalendarVersions(IEnumerable<HolidayNotice> notices)
        : this(WorkingDayCalendar.WithoutNotices, notices)
    {
    }

    /// <summary>Builds every version.</summary>
    /// <param name="shipped">What is known from ever.</param>
    /// <param name="notices">The notices in any order; those of one instant are taken in the order given.</param>
    /// <exception cref="ArgumentException">
    /// The years that are announced at some instant have a gap, two notices announce one year, or a notice speaks of days of no announced year.
    /// </exception>
    public CalendarVersions(WorkingDayCalendar shipped, IEnumerable<HolidayNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(shipped);
        ArgumentNullException.ThrowIfNull(notices);
        _shipped = shipped;
        _notices = [.. notices.OrderBy(notice => notice.KnownFrom)];
        _knownFrom = [.. _notices.Select(notice => notice.KnownFrom).Concat(_notices.Select(notice => notice.UndoneAt).OfType<DateTimeOffset>()).Distinct().Order()];
        _versions = new CalendarVersion[_knownFrom.Length];
        var before = shipped;
        for (var i = 0; i < _versions.Length; i++)
        {
            var at = _knownFrom[i];
            HolidayNotice[] together = [.. _notices.Where(notice => notice.KnownFrom == at || notice.UndoneAt == at)];
            var after = Fold(_notices.Where(notice => notice.IsInForceAt(at)));
            _versions[i] = new CalendarVersion(at, together, after, ChangesBy(together, before, after));
            before = after;
        }
    }

    /// <summary>Every version, in the order in which they became known.</summary>
    public IReadOnlyList<CalendarVersion> All => _versions;

    /// <summary>The newest calendar; without any notice, what is known from ever.</summary>
    public WorkingDayCalendar Latest => _versions.Length > 0 ? _versions[^1].Calendar : _shipped;

    /// <summary>Every calendar that was ever in force, the newest first.</summary>
    public IEnumerable<WorkingDayCalendar> NewestFirst => Enumerable.Reverse(_versions).Select(version => version.Calendar).Append(_shipped);

    /// <summary>The calendar as it was known on <paramref name="day"/>, notices of that day included.</summary>
    public WorkingDayCalendar KnownOn(DateOnly day) => KnownBefore(BeijingTime.EndOf(day));

    /// <summary>The calendar as it was known before <paramref name="instant"/>: what became known at that very instant is left out.</summary>
    public WorkingDayCalendar KnownBefore(DateTimeOffset instant)
    {
        var found = Array.BinarySearch(_knownFrom, instant);
        var index = (found >= 0 ? found : ~found) - 1;
        return index >= 0 ? _versions[index].Calendar : _shipped;
    }

    /// <summary>The versions with one more notice, which is known after all others.</summary>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public CalendarVersions With(HolidayNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return new CalendarVersions(_shipped, [.. _notices, notice with { KnownFrom = After }]);
    }

    /// <summary>The versions with the loading of a notice undone after all others.</summary>
    /// <exception cref="ArgumentException">The notice is none of these, or may not be undone yet (see <see cref="MayUndo"/>).</exception>
    public CalendarVersions Without(HolidayNotice notice) => MayUndo(notice)
        ? new CalendarVersions(_shipped, _notices.Select(row => ReferenceEquals(row, notice) ? row with { UndoneAt = After } : row))
        : throw new ArgumentException("Another notice builds on it.", nameof(notice));

    /// <summary>Whether a notice can be loaded after all others: it announces the next year or none, and speaks of announced years only.</summary>
    public bool MayLoad(HolidayNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var latest = Latest;
        var isFirst = latest.LastYear < latest.FirstYear;
        return (notice.Year is not { } year || isFirst || year == latest.LastYear + 1)
            && notice.Days.All(day => day.Year == notice.Year || !latest.IsProvisional(day));
    }

    /// <summary>Whether the loading of a notice can be undone: it is in force, and no other builds on the year that it announces.</summary>
    public bool MayUndo(HolidayNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return notice.UndoneAt is null && Array.Exists(_notices, row => ReferenceEquals(row, notice))
            && (notice.Year is not { } year || (year == Latest.LastYear
                && !_notices.Any(row => !ReferenceEquals(row, notice) && row.UndoneAt is null && row.Days.Any(day => day.Year == year))));
    }

    // The shortest time after everything that is known; PostgreSQL keeps microseconds.
    private DateTimeOffset After => _knownFrom.Length > 0 ? _knownFrom[^1].AddMicroseconds(1) : DateTimeOffset.UnixEpoch;

    private WorkingDayCalendar Fold(IEnumerable<HolidayNotice> inForce)
    {
        var entries = _shipped.Entries.ToDictionary(entry => entry.Date);
        var years = new SortedSet<int>(_shipped.LastYear < _shipped.FirstYear ? [] : Enumerable.Range(_shipped.FirstYear, _shipped.LastYear - _shipped.FirstYear + 1));
        foreach (var notice in inForce)
        {
            Apply(notice, entries, years);
        }

        return years.Count == 0 ? WorkingDayCalendar.WithoutNotices : new WorkingDayCalendar(entries.Values, years.Min, years.Max);
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
        .. notices.SelectMany(notice => notice.Days)
            .Distinct()
            .Order()
            .Select(date => new CalendarChange(before.Describe(date), after.Describe(date), !before.IsProvisional(date)))
            .Where(change => change.Before.Kind != change.After.Kind),
    ];
}
