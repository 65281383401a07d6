using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>The calendar's versions with the rows that they came from.</summary>
public sealed class CalendarHistory
{
    private readonly Dictionary<Guid, HolidayNotice> _notices;

    internal CalendarHistory(WorkingDayCalendar shipped, IReadOnlyList<CalendarNoticeRow> rows)
    {
        Shipped = shipped;
        Version = rows.Count == 0 ? Guid.Empty : rows[^1].Id;
        LastChange = rows.Count == 0 ? null : rows[^1].LoadedAt;
        var undone = rows.Where(row => row.UndoesId is not null).ToDictionary(row => row.UndoesId!.Value, row => row.LoadedAt);
        _notices = rows.Where(row => row.UndoesId is null)
            .ToDictionary(row => row.Id, row => ToNotice(row, undone.TryGetValue(row.Id, out var at) ? at : null));
        Versions = new CalendarVersions(shipped, _notices.Values);
    }

    /// <summary>What ships with the portal.</summary>
    public WorkingDayCalendar Shipped { get; }

    /// <summary>The newest row; a preview that was made before another is stale.</summary>
    public Guid Version { get; }

    /// <summary>When it was loaded.</summary>
    public DateTimeOffset? LastChange { get; }

    /// <summary>The calendar at any instant.</summary>
    public CalendarVersions Versions { get; }

    /// <summary>The numbers of the notices in force.</summary>
    public IReadOnlySet<string> Numbers => Shipped.Entries.Select(entry => entry.Notice)
        .Concat(_notices.Values.Where(notice => notice.UndoneAt is null).Select(notice => notice.Number))
        .OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>A notice that was loaded; <see langword="null"/> where there is none of that identity.</summary>
    public HolidayNotice? Find(Guid id) => _notices.GetValueOrDefault(id);

    private static HolidayNotice ToNotice(CalendarNoticeRow row, DateTimeOffset? undoneAt) => new(
        row.Number,
        row.IssuedOn,
        row.Announces ? row.Year : null,
        [.. row.Days.Where(day => day.Kind != NoticeDayKind.Ordinary).Select(day => new CalendarEntry(
            day.Date, day.Kind == NoticeDayKind.Holiday ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday, day.Name, row.Number))])
    {
        Cleared = [.. row.Days.Where(day => day.Kind == NoticeDayKind.Ordinary).Select(day => day.Date)],
        KnownFrom = row.LoadedAt,
        UndoneAt = undoneAt,
    };
}
