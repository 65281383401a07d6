using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Obligations;

/// <summary>From when an obligation is looked at: every list, count and figure of one page uses the same one.</summary>
/// <param name="KnownBefore">Facts recorded at or after this instant are not known yet.</param>
/// <param name="AsOf">The instant at which states are asked.</param>
/// <param name="DueSoonUntil">The end of the last working day that still counts as soon.</param>
public sealed record ViewInstant(DateTimeOffset KnownBefore, DateTimeOffset AsOf, DateTimeOffset DueSoonUntil)
{
    /// <summary>How things stand now. Everything recorded today is known, at whatever hour.</summary>
    /// <param name="clock">The portal's clock.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="dueSoonWorkingDays">How many working days ahead count as soon.</param>
    public static ViewInstant Now(BeijingClock clock, WorkingDayCalendar calendar, int dueSoonWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(calendar);
        var now = clock.Now;
        var today = BeijingTime.DateOf(now);
        return new(BeijingTime.EndOf(today), now, BeijingTime.EndOf(calendar.AddWorkingDays(today, dueSoonWorkingDays)));
    }

    /// <summary>How things stood when a past day ended, by what was recorded until then; asked again, it answers the same.</summary>
    /// <param name="day">The Beijing date.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="dueSoonWorkingDays">How many working days ahead count as soon.</param>
    public static ViewInstant AtEndOf(DateOnly day, WorkingDayCalendar calendar, int dueSoonWorkingDays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var end = BeijingTime.EndOf(day);
        return new(end, end, BeijingTime.EndOf(calendar.AddWorkingDays(day, dueSoonWorkingDays)));
    }
}
