using GovDisclosure.Data.Dashboards;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Duties;

/// <summary>The rows behind every figure of the office.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(OversightLists lists, SiteMap siteMap) : PageModel
{
    /// <summary>The list.</summary>
    public OversightList List { get; private set; } = null!;

    /// <summary>Whether rows can be ticked for a reminder: what is open now, and not what was once.</summary>
    public bool MayRemind { get; private set; }

    /// <summary>Whether a row is still to be done.</summary>
    public static bool IsOpen(OversightRow row) => OversightFilter.StatesOf(OversightStates.Unfinished).Contains(row.State);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await lists.PageAsync(OfficeLinks.Duties, Request.Query, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        MayRemind = list.Moment.IsPresent && siteMap.Has(OfficeLinks.NewNotice) && list.Page.Rows.Any(IsOpen);
        if (list.HasProblem)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
