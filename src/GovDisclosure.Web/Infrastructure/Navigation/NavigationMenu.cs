using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Infrastructure.Navigation;

/// <summary>One tab of the main menu.</summary>
/// <param name="TextKey">Key in SharedText.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="IsCurrent">The page shown is this one or lies beneath it.</param>
public sealed record NavigationItem(string TextKey, string Href, bool IsCurrent);

/// <summary>The main menu: who sees which tabs, in which order.</summary>
public sealed class NavigationMenu(SiteMap siteMap, CurrentPlan plan, TriggerKindsCache kinds, AccessScope scope)
{
    public IReadOnlyList<NavigationItem> For(Viewer viewer, PathString path)
    {
        var items = Candidates(viewer).Where(item => siteMap.Has(item.Href)).ToList();
        // The longest match wins: /work/disclosures is not also /work.
        var current = items
            .Where(item => Covers(item.Href, path))
            .OrderByDescending(item => item.Href.Length)
            .Select(item => item.Href)
            .FirstOrDefault();
        return [.. items.Select(item => new NavigationItem(item.TextKey, item.Href, item.Href == current))];
    }

    private IEnumerable<(string TextKey, string Href)> Candidates(Viewer viewer)
    {
        if (!viewer.IsSignedIn)
        {
            yield return ("Nav.Home", PortalPaths.Home);
        }

        // The municipal office is an agency with duties of its own.
        if (viewer.IsAgencyStaff || viewer.IsMunicipalOffice)
        {
            yield return ("Nav.MyDuties", PortalPaths.Work);
            yield return ("Nav.Disclosures", PortalPaths.Disclosures);
            var waitedFor = scope.AgencyId is { } agency ? kinds.Of(agency) : new HashSet<TriggerKind>();
            if (waitedFor.Contains(TriggerKind.PenaltyDecision))
            {
                yield return ("Nav.WorkCases", PortalPaths.WorkCases);
            }

            if (waitedFor.Any(kind => kind != TriggerKind.PenaltyDecision))
            {
                yield return ("Nav.WorkEvents", PortalPaths.WorkEvents);
            }
        }

        // The office's own reminders stand over its duties: a second tab of nearly the same name would only mislead.
        if (viewer.IsAgencyStaff && !viewer.IsMunicipalOffice)
        {
            yield return ("Nav.WorkNotices", ActPaths.WorkNotices);
        }

        if (viewer.Has(PersonRole.District))
        {
            yield return ("Nav.Units", PortalPaths.Units);
        }

        if (viewer.IsMunicipalOffice)
        {
            yield return ("Nav.Office", PortalPaths.Office);
            yield return ("Nav.OfficeNotices", ActPaths.OfficeNotices);
            yield return ("Nav.OfficeRequests", ActPaths.OfficeRequests);
            yield return ("Nav.OfficeDisclosures", ActPaths.OfficeDisclosures);
            yield return ("Nav.OfficePlans", PortalPaths.OfficePlans);
            yield return ("Nav.OfficeCalendar", PortalPaths.OfficeCalendar);
        }

        if (viewer.IsAdministrator)
        {
            yield return ("Nav.Admin", PortalPaths.Admin);
        }

        if (plan.IsKnown)
        {
            yield return ("Nav.Plan", PortalPaths.Plan(plan.Year));
        }

        if (!viewer.IsSignedIn)
        {
            yield return ("Nav.Cases", PortalPaths.Cases);
        }
    }

    private static bool Covers(string href, PathString path) =>
        href == PortalPaths.Home ? path == "/" || !path.HasValue : path.StartsWithSegments(href, StringComparison.OrdinalIgnoreCase);
}
