using System.Security.Claims;
using GovDisclosure.Data.Accounts;
using GovDisclosure.TestCommon;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>Somebody decided who may open each address, and what nobody decided about is shut.</summary>
public sealed class AuthorizationTests(PortalServer server)
{
    // Mapped by the framework while developing, for files that are newer than the build; shut by the fallback.
    private const string FilesWhileDeveloping = "/{**path:file}";

    [Fact]
    public async Task Endpoints_Each_NameAPolicyOrAllowEveryone()
    {
        var undecided = (await PortalEndpoints.OfAsync(server.Portal))
            .Where(endpoint => endpoint.Pattern != FilesWhileDeveloping && !endpoint.AllowsAnonymous && endpoint.PolicyNames.All(string.IsNullOrEmpty));

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

        var service = scope.ServiceProvider.GetRequiredService<IAuthorizationService>();
        var forgotten = new DefaultHttpContext();
        forgotten.SetEndpoint(new Endpoint(null, EndpointMetadataCollection.Empty, "forgotten"));

        Assert.False((await service.AuthorizeAsync(everybody, forgotten, fallback!)).Succeeded);
    }

    private static HashSet<string> RolesOf(AuthorizationPolicy? policy) =>
        [.. policy?.Requirements.OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles) ?? []];
}
