using System.Security.Claims;
using GovDisclosure.Data.Accounts;
using GovDisclosure.TestCommon;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>Somebody decided who may open each address, and what nobody decided about is shut.</summary>
public sealed class AuthorizationTests(PortalServer server)
{
    [Fact]
    public async Task Endpoints_Each_NameAPolicyOrAllowEveryone()
    {
        var undecided = (await PortalEndpoints.OfAsync(server.Portal))
            .Where(endpoint => !endpoint.AllowsAnonymous && endpoint.PolicyNames.All(string.IsNullOrEmpty));

        Assert.Empty(undecided.Select(endpoint => endpoint.ToString()));
    }

    [Fact]
    public async Task Pages_UnderWork_AskForARoleThatWorks()
    {
        await using var scope = server.Portal.Services.CreateAsyncScope();
        var policies = scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>();
        var working = RolesOf(await policies.GetPolicyAsync(Policies.Work));
        var pages = (await PortalEndpoints.OfAsync(server.Portal))
            .Where(endpoint => endpoint.Page?.ViewEnginePath.StartsWith("/Work/", StringComparison.Ordinal) is true).ToList();

        Assert.NotEmpty(working);
        foreach (var page in pages)
        {
            Assert.False(page.AllowsAnonymous, page.ToString());
            var name = Assert.Single(page.PolicyNames.OfType<string>().Distinct());
            var roles = RolesOf(await policies.GetPolicyAsync(name));
            Assert.NotEmpty(roles);
            Assert.Subset(working, roles);
        }
    }

    [Fact]
    public async Task Pages_ThatAllowEveryone_ArePublicOrForSigningIn()
    {
        var open = (await PortalEndpoints.OfAsync(server.Portal)).Where(endpoint => endpoint is { AllowsAnonymous: true, Page: not null });

        Assert.All(open, endpoint => Assert.Matches("^/(Public|Account)/", endpoint.Page!.ViewEnginePath));
    }

    [Fact]
    public async Task Fallback_EvenAnAdministrator_Refused()
    {
        await using var scope = server.Portal.Services.CreateAsyncScope();
        var fallback = await scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        var everybody = new ClaimsPrincipal(new ClaimsIdentity(PersonRole.All.Select(role => new Claim(ClaimTypes.Role, role)), "test"));

        var answer = await scope.ServiceProvider.GetRequiredService<IAuthorizationService>().AuthorizeAsync(everybody, null, fallback!);

        Assert.False(answer.Succeeded);
    }

    private static HashSet<string> RolesOf(AuthorizationPolicy? policy) =>
        [.. policy?.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles) ?? []];
}
