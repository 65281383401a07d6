using System.Security.Claims;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Tenancy;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>Says on whose behalf a request reads and writes: decided by who is signed in, never by the page.</summary>
internal static class AccessScopes
{
    public static AccessScope From(HttpContext? context)
    {
        var user = context?.User;
        if (user?.Identity is not { IsAuthenticated: true }
            || !Guid.TryParse(user.FindFirstValue(PortalClaims.AgencyId), out var agencyId)
            || !Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var personId))
        {
            return AccessScope.Anonymous;
        }

        return new AccessScope(
            user.IsInRole(PersonRole.MunicipalOffice) ? Audience.Office : user.IsInRole(PersonRole.Administrator) ? Audience.Admin : Audience.Agency,
            agencyId,
            personId,
            user.FindFirstValue(PortalClaims.DisplayName),
            context!.Connection.RemoteIpAddress?.ToString());
    }
}
