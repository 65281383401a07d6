using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Calendars;

/// <summary>Reads the working days: those that ship with the portal, and each notice from the instant at which it was loaded.</summary>
public sealed class CalendarQueries(GovDbContext db, CalendarCache cache)
{
    /// <summary>The calendar in force.</summary>
    public async Task<WorkingDayCalendar> LoadAsync(CancellationToken cancellationToken) => (await HistoryAsync(cancellationToken)).Versions.Latest;

    /// <summary>
    /// The calendar in force, for due dates that are about to be written: until the end of the transaction no other takes its place, so that
    /// no duty is made by the calendar of a moment ago.
    /// </summary>
    public async Task<WorkingDayCalendar> LoadForWritingAsync(CancellationToken cancellationToken)
    {
        await db.ShareCalendarAsync(cancellationToken);
        return await LoadAsync(cancellationToken);
    }

    /// <summary>The calendar as it was known at any instant. What is kept is asked for its version each time, and read anew where that is old.</summary>
    public async Task<CalendarHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        var version = await db.CalendarNotices.OrderByDescending(row => row.LoadedAt).Select(row => (Guid?)row.Id).FirstOrDefaultAsync(cancellationToken) ?? Guid.Empty;
        if (cache.Kept is { } kept && kept.Version == version)
        {
            return kept;
        }

        return cache.Kept = await ReadAsync(cancellationToken);
    }

    private async Task<CalendarHistory> ReadAsync(CancellationToken cancellationToken)
    {
        var years = await db.CalendarYears.Select(row => row.Year).ToListAsync(cancellationToken);
        var entries = await db.CalendarEntries
            .Select(row => new CalendarEntry(row.Date, row.Kind, row.Name, row.Notice.Length == 0 ? null : row.Notice))
            .ToListAsync(cancellationToken);
        var shipped = years.Count == 0 ? WorkingDayCalendar.WithoutNotices : new WorkingDayCalendar(entries, years.Min(), years.Max());
        return new CalendarHistory(shipped, await db.CalendarNotices.AsNoTracking().Include(row => row.Days).OrderBy(row => row.LoadedAt).ToListAsync(cancellationToken));
    }
}

/// <summary>Keeps the calendar's history as last read. It never says how it stands: whoever asks compares the version first.</summary>
public sealed class CalendarCache
{
    private volatile CalendarHistory? _kept;

    internal CalendarHistory? Kept
    {
        get => _kept;
        set => _kept = value;
    }
}

/// <summary>One change of the calendar at a time, and none while due dates are written by it.</summary>
internal static class CalendarLock
{
    private const string Key = "calendar";

    /// <summary>Until the end of the transaction the calendar stays as it is.</summary>
    public static Task ShareCalendarAsync(this GovDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({Key}, 0))", cancellationToken);

    /// <summary>Waits until nobody writes due dates, and keeps everybody from it until the end of the transaction.</summary>
    public static Task LockCalendarAsync(this GovDbContext db, CancellationToken cancellationToken) => db.LockAsync(Key, cancellationToken);
}
