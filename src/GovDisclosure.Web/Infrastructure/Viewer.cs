using System.Security.Claims;
using GovDisclosure.Data.Accounts;

namespace GovDisclosure.Web.Infrastructure;

/// <summary>The person in front of the page, as far as a page needs to know.</summary>
/// <param name="IsSignedIn">False for the public.</param>
/// <param name="DisplayName">The person's own name; empty for the public.</param>
/// <param name="AgencyName">The agency's short Chinese name, its original one.</param>
/// <param name="AgencyNameEnglish">The agency's English name, where it has one.</param>
/// <param name="Roles">The known roles, the one that names the person first. An unknown role grants and shows nothing.</param>
public sealed record Viewer(bool IsSignedIn, string DisplayName, string? AgencyName, string? AgencyNameEnglish, IReadOnlyList<string> Roles)
{
    /// <summary>Nobody in particular.</summary>
    public static Viewer Public { get; } = new(false, "", null, null, []);

    /// <summary>The text key of the role that names this person, such as <c>Role.clerk</c>; null without a role.</summary>
    public string? RoleLabelKey => Roles.Count == 0 ? null : $"Role.{Roles[0]}";

    /// <summary>Works for an agency: has duties of its own.</summary>
    public bool IsAgencyStaff =>
        Has(PersonRole.Clerk) || Has(PersonRole.Reviewer) || Has(PersonRole.AgencyLead) || Has(PersonRole.District);

    public bool IsMunicipalOffice => Has(PersonRole.MunicipalOffice);

    public bool IsAdministrator => Has(PersonRole.Administrator);

    public bool Has(string role) => Roles.Contains(role, StringComparer.Ordinal);

    public static Viewer From(ClaimsPrincipal? user)
    {
        if (user?.Identity is not { IsAuthenticated: true })
        {
            return Public;
        }

        return new Viewer(
            true,
            user.FindFirstValue(PortalClaims.DisplayName) ?? user.Identity.Name ?? "",
            user.FindFirstValue(PortalClaims.AgencyName),
            user.FindFirstValue(PortalClaims.AgencyNameEnglish),
            [.. PersonRole.All.Where(user.IsInRole)]);
    }
}
