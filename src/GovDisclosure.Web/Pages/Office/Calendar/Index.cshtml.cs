using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Pages.Work.Obligations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>A year of working days, and the notices that were loaded.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(CalendarQueries calendars, CalendarPreviewQueries notices, BeijingClock clock) : PageModel
{
    /// <summary>The year as in force.</summary>
    public CalendarYearView Shown { get; private set; } = null!;

    /// <summary>The first year that is announced.</summary>
    public int FirstYear { get; private set; }

    /// <summary>The last year to look at: one after the last announced.</summary>
    public int LastYear { get; private set; }

    public IReadOnlyList<LoadedNotice> Notices { get; private set; } = [];

    /// <summary>The address of the notices that were loaded before those shown.</summary>
    public string? Earlier { get; private set; }

    /// <summary>Whether a notice can be undone: it is in force and no other builds on its year.</summary>
    public IReadOnlySet<Guid> Undoable { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int? year, string? after, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var history = await calendars.HistoryAsync(cancellationToken);
        var calendar = history.Versions.Latest;
        (FirstYear, LastYear) = (calendar.FirstYear, calendar.LastYear + 1);
        Shown = CalendarYearView.Of(Math.Clamp(year ?? clock.Today.Year, FirstYear, LastYear), calendar);
        var (rows, next) = await notices.NoticesAsync(DutyAddress.ReadPlace(after)?.DueAt, cancellationToken);
        Notices = rows;
        Earlier = next is { } place ? $"{CalendarLinks.Year(Shown.Year)}&after={DutyAddress.WritePlace(new(place, Guid.Empty))}#notices" : null;
        Undoable = rows.Select(row => row.Id).Where(id => history.Find(id) is { } notice && history.Versions.MayUndo(notice)).ToHashSet();
        return Page();
    }
}
