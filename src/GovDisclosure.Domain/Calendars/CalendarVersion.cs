namespace GovDisclosure.Domain.Calendars;

/// <summary>The calendar as it was known over a stretch of time.</summary>
/// <param name="KnownFrom">The instant from which it was known.</param>
/// <param name="Notices">The notices that became known, or were undone, at that instant, which make it differ from the version before.</param>
/// <param name="Calendar">The working days.</param>
/// <param name="Changes">The days that the notices change, in order.</param>
public sealed record CalendarVersion(
    DateTimeOffset KnownFrom, IReadOnlyList<HolidayNotice> Notices, WorkingDayCalendar Calendar, IReadOnlyList<CalendarChange> Changes);
