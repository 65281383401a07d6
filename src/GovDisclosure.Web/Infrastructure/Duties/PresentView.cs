using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Settings;

namespace GovDisclosure.Web.Infrastructure.Duties;

/// <summary>From when a page looks at duties, with the working days it counts by.</summary>
/// <param name="Calendar">The working days.</param>
/// <param name="Instant">The instant of every list, count and state on the page.</param>
/// <param name="Today">The Beijing date of that instant: a past day where the page looks back.</param>
/// <param name="Thresholds">Where figures change their colour, and how many working days ahead count as soon.</param>
public sealed record DutyView(WorkingDayCalendar Calendar, ViewInstant Instant, DateOnly Today, Thresholds Thresholds)
{
    /// <summary>Every calendar that was in force: a duty that was closed before a notice is explained by the one of then.</summary>
    public required CalendarVersions Calendars { get; init; }

    /// <summary>How many working days ahead count as soon.</summary>
    public int DueSoonWorkingDays => Thresholds.DueSoonWorkingDays;
}

/// <summary>Gives a page the present, or a past day, as the one view of all its figures.</summary>
public sealed class PresentView(BeijingClock clock, CalendarQueries calendars, ThresholdQueries thresholds)
{
    /// <summary>How things stand now. Call it once a page: a second call is another instant.</summary>
    public async Task<DutyView> LoadAsync(CancellationToken cancellationToken)
    {
        var versions = (await calendars.HistoryAsync(cancellationToken)).Versions;
        var calendar = versions.KnownOn(clock.Today);
        var set = await thresholds.AtAsync(BeijingTime.EndOf(clock.Today), cancellationToken);
        var instant = ViewInstant.Now(clock, calendar, set.DueSoonWorkingDays);
        return new DutyView(calendar, instant, BeijingTime.DateOf(instant.AsOf), set) { Calendars = versions };
    }

    /// <summary>How things stood when a past day ended.</summary>
    public async Task<DutyView> AtEndOfAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var versions = (await calendars.HistoryAsync(cancellationToken)).Versions;
        var calendar = versions.KnownOn(day);
        var set = await thresholds.AtAsync(BeijingTime.EndOf(day), cancellationToken);
        return new DutyView(calendar, ViewInstant.AtEndOf(day, calendar, set.DueSoonWorkingDays), day, set) { Calendars = versions };
    }
}
