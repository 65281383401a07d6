using GovDisclosure.Data.Reviews;
using GovDisclosure.Data.Supervision;
using Microsoft.AspNetCore.Mvc;

namespace GovDisclosure.Web.Infrastructure.Components;

/// <summary>What the municipal office wants of the agency.</summary>
/// <param name="Notices">Reminders not answered, the most urgent first.</param>
/// <param name="Unanswered">How many there are.</param>
/// <param name="Returned">Returned disclosures that leave a duty open.</param>
/// <param name="Today">The Beijing date.</param>
public sealed record WorkAlerts(IReadOnlyList<NoticeRow> Notices, int Unanswered, IReadOnlyList<ReturnedDisclosure> Returned, DateOnly Today);

/// <summary>The banner over the duties: unanswered reminders and returned disclosures. Nothing where there is neither.</summary>
public sealed class WorkAlertsViewComponent(NoticeQueries notices, ReviewQueries reviews, PortalClockInfo clock) : ViewComponent
{
    private const int MostReturned = 5;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        var (first, count) = await notices.UnansweredAsync(HttpContext.RequestAborted);
        return View(new WorkAlerts(first, count, await reviews.ReturnedAsync(null, MostReturned, HttpContext.RequestAborted), clock.Today));
    }
}
