using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Web.Infrastructure.Duties;

/// <summary>From when a page looks at duties, with the working days it counts by.</summary>
/// <param name="Calendar">The working days.</param>
/// <param name="Instant">The instant of every list, count and state on the page.</param>
/// <param name="Today">The Beijing date of that instant.</param>
/// <param name="DueSoonWorkingDays">How many working days ahead count as soon.</param>
public sealed record DutyView(WorkingDayCalendar Calendar, ViewInstant Instant, DateOnly Today, int DueSoonWorkingDays);

/// <summary>Gives a page the present as the one view of all its figures.</summary>
public sealed class PresentView(BeijingClock clock, CalendarQueries calendars, ThresholdQueries thresholds)
{
    /// <summary>How things stand now. Call it once a page: a second call is another instant.</summary>
    public async Task<DutyView> LoadAsync(CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadAsync(cancellationToken);
        // As everything else that was recorded today, a change of today is known at whatever hour.
        var dueSoon = (await thresholds.AtAsync(BeijingTime.EndOf(clock.Today), cancellationToken)).DueSoonWorkingDays;
        var instant = ViewInstant.Now(clock, calendar, dueSoon);
        return new DutyView(calendar, instant, BeijingTime.DateOf(instant.AsOf), dueSoon);
    }
}
