using System.Net;
using System.Security.Claims;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Agencies;
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

    [Theory]
    [InlineData(PersonRole.Clerk)]
    [InlineData(PersonRole.Reviewer)]
    [InlineData(PersonRole.AgencyLead)]
    [InlineData(PersonRole.District)]
    [InlineData(PersonRole.MunicipalOffice)]
    [InlineData(PersonRole.Administrator)]
    [InlineData(null)]
    public async Task Pages_UnderAdmin_OpenToAdministratorsAlone(string? role)
    {
        var kind = role switch
        {
            PersonRole.District => AgencyKind.District,
            PersonRole.MunicipalOffice => AgencyKind.MunicipalOffice,
            _ => AgencyKind.MunicipalDepartment,
        };
        var client = role is null
            ? server.Portal.NewClient()
            : await server.Portal.SignInAsync((await TestAgency.CreateAsync(server, kind, role: role)).UserName);
        var token = await client.TokenAsync();
        var pages = (await PortalEndpoints.OfAsync(server.Portal))
            .Where(endpoint => endpoint.Page?.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal) is true).ToList();

        Assert.True(pages.Count >= 12);
        foreach (var page in pages)
        {
            var path = page.Pattern.Replace("{id:guid}", Guid.NewGuid().ToString(), StringComparison.Ordinal);
            var read = (await client.GetAsync(path)).Status;
            var handler = page.Page!.HandlerMethods.FirstOrDefault(method => HttpMethods.IsPost(method.HttpMethod));
            var written = handler is null ? read : (await client.PostAsync($"{path}?handler={handler.Name}", [new("__RequestVerificationToken", token)])).Status;

            if (role == PersonRole.Administrator)
            {
                Assert.True(read is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{page}: {read}");
                Assert.True(written is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.OK, $"{page}: {written}");
            }
            else
            {
                var refusal = role is null ? HttpStatusCode.Redirect : HttpStatusCode.Forbidden;
                Assert.Equal((page.ToString(), refusal, refusal), (page.ToString(), read, written));
            }
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
