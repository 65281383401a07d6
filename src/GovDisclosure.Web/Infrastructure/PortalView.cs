using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Web.Infrastructure;

/// <summary>The present as one page sees it: the instant of all its states, and the working days of all its distances.</summary>
public sealed record ViewedNow(ViewInstant Instant, WorkingDayCalendar Calendar);

/// <summary>Fixes the present for a page.</summary>
public sealed class PortalView(BeijingClock clock, CalendarQueries calendars)
{
    /// <summary>How many working days ahead a duty counts as due soon.</summary>
    public const int DueSoonWorkingDays = 3;

    public async Task<ViewedNow> NowAsync(CancellationToken cancellationToken)
    {
        var calendar = await calendars.LoadAsync(cancellationToken);
        return new ViewedNow(ViewInstant.Now(clock, calendar, DueSoonWorkingDays), calendar);
    }
}
