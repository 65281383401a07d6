using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public;

/// <summary>The start page: what the portal is, and the way on for each kind of reader.</summary>
public sealed class IndexModel(SiteMap siteMap, CurrentPlan plan) : PageModel
{
    public void OnGet()
    {
    }

    /// <summary>The ways on that this reader has, the likeliest first. One whose page does not exist is not offered.</summary>
    public IEnumerable<Entry> EntriesFor(Viewer viewer) => Candidates(viewer).Where(entry => siteMap.Has(entry.Href));

    private IEnumerable<Entry> Candidates(Viewer viewer)
    {
        if (viewer.IsAgencyStaff)
        {
            yield return new Entry("Staff", "StaffWork", PortalPaths.Work, true);
        }

        if (viewer.IsMunicipalOffice)
        {
            yield return new Entry("Office", "OfficeLink", PortalPaths.Office, true);
        }

        if (viewer.IsAdministrator)
        {
            yield return new Entry("Admin", "AdminLink", PortalPaths.Admin, true);
        }

        var planPath = PortalPaths.Plan(plan.Year);
        yield return siteMap.Has(planPath)
            ? new Entry("Public", "PlanRead", planPath, !viewer.IsSignedIn)
            : new Entry("Public", "HelpLink", PortalPaths.Help, !viewer.IsSignedIn);
        if (!viewer.IsSignedIn)
        {
            yield return new Entry("Staff", "StaffSignIn", PortalPaths.SignIn, false);
        }
    }

    /// <summary>One way on.</summary>
    /// <param name="Key">Prefix of its texts in HomeText.</param>
    /// <param name="LinkKey">Text of its link.</param>
    /// <param name="Href">Where it leads.</param>
    /// <param name="IsMain">Drawn as the thing to do.</param>
    public sealed record Entry(string Key, string LinkKey, string Href, bool IsMain);
}
