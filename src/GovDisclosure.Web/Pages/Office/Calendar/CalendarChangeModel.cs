using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Pages.Work.Obligations;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>A change of the calendar with its preview: loading a notice, and undoing that, differ in what they call.</summary>
public abstract class CalendarChangeModel(RuleMessages rules, IStringLocalizer<CalendarText> text) : PageModel
{
    public CalendarPreview Preview { get; private set; } = null!;

    public MovingPage Moves { get; private set; } = null!;

    /// <summary>The newest change of the calendar that the form's preview was made after.</summary>
    [BindProperty]
    public Guid? Version { get; set; }

    /// <summary>How many duties the form's preview showed.</summary>
    [BindProperty]
    public int? Moved { get; set; }

    /// <summary>The page's own address.</summary>
    public abstract string Address { get; }

    public string? PreviousHref => Href("before", Moves.Previous);

    public string? NextHref => Href("after", Moves.Next);

    /// <summary>The texts of this change begin with this word.</summary>
    public abstract string Key { get; }

    [FromRoute]
    public Guid Id { get; set; }

    public async Task<IActionResult> OnGetAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        return await ShowAsync(new PageRequest(DutyAddress.ReadPlace(after), DutyAddress.ReadPlace(before)), cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A form without its marks is as one whose preview is old.
            var outcome = await ChangeAsync(new CalendarSeen(Version ?? Guid.NewGuid(), Moved ?? -1), cancellationToken);
            if (outcome.IsDone)
            {
                TempData.NotifySuccess(text[$"{Key}.Done", PortalFormat.Count(outcome.Moved)]);
                return LocalRedirect(CalendarLinks.Start + "#notices");
            }

            ModelState.Clear();
            rules.Add(ModelState, "Input", outcome.Violations.Select(found => found with { Field = null }), text);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await ShowAsync(PageRequest.First, cancellationToken) ? Page() : NotFound();
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }

    protected abstract Task<(CalendarPreview Preview, MovingPage Page)?> FindAsync(PageRequest page, CancellationToken cancellationToken);

    protected abstract Task<CalendarOutcome> ChangeAsync(CalendarSeen seen, CancellationToken cancellationToken);

    private string? Href(string direction, ObligationCursor? place) => place is { } at ? $"{Address}?{direction}={DutyAddress.WritePlace(at)}#moves" : null;

    private async Task<bool> ShowAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (await FindAsync(page, cancellationToken) is not { } found)
        {
            return false;
        }

        (Preview, Moves) = found;
        return true;
    }
}
