using GovDisclosure.Data.Requests;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Data.Supervision;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace GovDisclosure.Web.Infrastructure.Components;

/// <summary>What passes between the agency and the municipal office about one duty.</summary>
/// <param name="ObligationId">The duty.</param>
/// <param name="Notices">Reminders about it, newest first.</param>
/// <param name="Requests">What was asked, newest first.</param>
/// <param name="Returned">Returned disclosures that leave it open.</param>
/// <param name="MayAsk">Whether the reader may ask for more time or release, and take back what waits.</param>
/// <param name="Today">The Beijing date.</param>
public sealed record DutyActs(
    Guid ObligationId, IReadOnlyList<NoticeRow> Notices, IReadOnlyList<RequestRow> Requests, IReadOnlyList<ReturnedDisclosure> Returned, bool MayAsk, DateOnly Today)
{
    /// <summary>The request that waits for an answer.</summary>
    public RequestRow? Pending => Requests.FirstOrDefault(request => request.State == RequestState.Pending);
}

/// <summary>The dealings with the municipal office, on a duty's page. Nothing where there are none and none can be begun.</summary>
public sealed class DutyActsViewComponent(
    NoticeQueries notices, RequestQueries requests, ReviewQueries reviews, IAuthorizationService authorization, PortalClockInfo clock) : ViewComponent
{
    private const int MostReturned = 5;

    /// <param name="obligationId">The duty.</param>
    /// <param name="isUnfinished">Whether it is still to be done.</param>
    public async Task<IViewComponentResult> InvokeAsync(Guid obligationId, bool isUnfinished)
    {
        var cancellation = HttpContext.RequestAborted;
        var mayEdit = (await authorization.AuthorizeAsync(UserClaimsPrincipal, Policies.DisclosureEdit)).Succeeded;
        return View(new DutyActs(
            obligationId,
            await notices.AboutAsync(obligationId, cancellation),
            await requests.AboutAsync(obligationId, cancellation),
            await reviews.ReturnedAsync(obligationId, MostReturned, cancellation),
            mayEdit && isUnfinished,
            clock.Today));
    }
}
