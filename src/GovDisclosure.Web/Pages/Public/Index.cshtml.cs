using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public;

/// <summary>The start page: what the portal is, and the way on for each kind of reader.</summary>
public sealed class IndexModel(SiteMap siteMap) : PageModel
{
    public void OnGet()
    {
    }

    /// <summary>The ways into a signed-in person's own pages. One whose page does not exist is not offered.</summary>
    public IEnumerable<Entry> EntriesFor(Viewer viewer) => Candidates(viewer).Where(entry => siteMap.Has(entry.Href));

    private static IEnumerable<Entry> Candidates(Viewer viewer)
    {
        if (viewer.IsAgencyStaff)
        {
            yield return new Entry("Staff", "StaffLink", PortalPaths.Work);
        }

        if (viewer.IsMunicipalOffice)
        {
            yield return new Entry("Office", "OfficeLink", PortalPaths.Office);
        }

        if (viewer.IsAdministrator)
        {
            yield return new Entry("Admin", "AdminLink", PortalPaths.Admin);
        }
    }

    /// <summary>One way on.</summary>
    /// <param name="Key">Prefix of its texts in HomeText.</param>
    /// <param name="LinkKey">Text of its link.</param>
    /// <param name="Href">Where it leads.</param>
    public sealed record Entry(string Key, string LinkKey, string Href);
}
