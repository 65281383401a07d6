using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Calendars;

/// <summary>Reads the working days from the notices that are loaded.</summary>
public sealed class CalendarQueries(GovDbContext db, CalendarCache cache)
{
    /// <summary>The calendar as loaded now.</summary>
    public Task<WorkingDayCalendar> LoadAsync(CancellationToken cancellationToken) => cache.GetAsync(ReadAsync, cancellationToken);

    private async Task<WorkingDayCalendar> ReadAsync(CancellationToken cancellationToken)
    {
        var years = await db.CalendarYears.Select(row => row.Year).ToListAsync(cancellationToken);
        var entries = await db.CalendarEntries
            .Select(row => new CalendarEntry(row.Date, row.Kind, row.Name, row.Notice.Length == 0 ? null : row.Notice))
            .ToListAsync(cancellationToken);
        return new WorkingDayCalendar(entries, years.Min(), years.Max());
    }
}

/// <summary>Keeps the calendar for a minute: long enough not to read it on each page, short enough that a new notice is seen.</summary>
public sealed class CalendarCache(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Entry? _entry;

    internal async Task<WorkingDayCalendar> GetAsync(
        Func<CancellationToken, Task<WorkingDayCalendar>> read, CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        if (_entry is { } entry && time.GetElapsedTime(entry.ReadAt, now) < Lifetime)
        {
            return entry.Calendar;
        }

        // Two requests may read it at once; both read the same.
        var calendar = await read(cancellationToken);
        _entry = new Entry(calendar, now);
        return calendar;
    }

    private sealed record Entry(WorkingDayCalendar Calendar, long ReadAt);
}
