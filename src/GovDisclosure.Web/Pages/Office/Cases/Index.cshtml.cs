using GovDisclosure.Data.Dashboards;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Cases;

/// <summary>处罚案件: every penalty case of the city by the days that are left or over, the exempt ones with their ground.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(OversightLists lists, CaseGroundQueries grounds, SiteMap siteMap) : PageModel
{
    /// <summary>The list.</summary>
    public OversightList List { get; private set; } = null!;

    /// <summary>Why the exempt ones need not be published.</summary>
    public IReadOnlyDictionary<Guid, ExemptionGround> Grounds { get; private set; } = new Dictionary<Guid, ExemptionGround>();

    /// <summary>Whether rows can be ticked for a reminder.</summary>
    public bool MayRemind { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await lists.PageAsync(OfficeLinks.Cases, Request.Query, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        List = list;
        Grounds = await grounds.FindAsync([.. list.Page.Rows.Select(row => row.TriggerId).OfType<Guid>()], cancellationToken);
        MayRemind = list.Moment.IsPresent && siteMap.Has(OfficeLinks.NewNotice) && list.Page.Rows.Any(Duties.IndexModel.IsOpen);
        if (list.HasProblem)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
