using System.Security.Claims;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Infrastructure.Accounts;

/// <summary>Writes into the sign-in whom a person acts for, which decides the tenant of every request.</summary>
internal sealed class PersonClaims(
    UserManager<Person> people, RoleManager<IdentityRole<Guid>> roles, IOptions<IdentityOptions> options, AgencyQueries agencies)
    : UserClaimsPrincipalFactory<Person, IdentityRole<Guid>>(people, roles, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Person user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        var agency = await agencies.FindAsync(user.AgencyId, CancellationToken.None)
            ?? throw new InvalidOperationException("A person's agency is not in the register.");
        identity.AddClaim(new Claim(PortalClaims.AgencyId, agency.Id.ToString()));
        identity.AddClaim(new Claim(PortalClaims.AgencyName, agency.ShortName));
        identity.AddClaim(new Claim(PortalClaims.AgencyNameEnglish, agency.EnglishName));
        identity.AddClaim(new Claim(PortalClaims.DisplayName, user.DisplayName));
        return identity;
    }
}
