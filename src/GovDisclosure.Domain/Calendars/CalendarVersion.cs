namespace GovDisclosure.Domain.Calendars;

/// <summary>The calendar as it was known over a stretch of days.</summary>
/// <param name="KnownFrom">The first day on which it was known.</param>
/// <param name="Notices">The notices issued on that day, which make it differ from the version before.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Changes">The days that the notices change, in order.</param>
public sealed record CalendarVersion(
    DateOnly KnownFrom, IReadOnlyList<HolidayNotice> Notices, WorkingDayCalendar Calendar, IReadOnlyList<CalendarChange> Changes);
