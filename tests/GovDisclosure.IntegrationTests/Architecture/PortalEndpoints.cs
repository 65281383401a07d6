using GovDisclosure.TestCommon;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>One address of the portal with what stands behind it.</summary>
/// <param name="Pattern">The route, such as <c>/work/obligations/{id}</c>.</param>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Page">The page; <see langword="null"/> for what is none.</param>
/// <param name="Decisions">What says who may call it.</param>
internal sealed record PortalEndpoint(
    string Pattern, IReadOnlyList<string> Parameters, CompiledPageActionDescriptor? Page, IReadOnlyList<object> Decisions)
{
    public bool AllowsAnonymous => Decisions.OfType<IAllowAnonymous>().Any();

    public IReadOnlyList<string?> PolicyNames => [.. Decisions.OfType<IAuthorizeData>().Select(data => data.Policy)];

    public override string ToString() => Page is null ? Pattern : $"{Pattern} ({Page.ViewEnginePath})";
}

/// <summary>Every address of the running portal: a new page is in every test that goes through them.</summary>
internal static class PortalEndpoints
{
    public static async Task<IReadOnlyList<PortalEndpoint>> OfAsync(PortalFactory portal)
    {
        var loader = portal.Services.GetRequiredService<PageLoader>();
        var found = new List<PortalEndpoint>();
        foreach (var endpoint in portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            CompiledPageActionDescriptor? page = null;
            IEnumerable<object> decisions = endpoint.Metadata;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } descriptor)
            {
                // Attributes of a page's model are only known once the page is loaded.
                page = await loader.LoadAsync(descriptor, endpoint.Metadata);
                decisions = decisions.Concat(page.HandlerTypeInfo.GetCustomAttributes(inherit: true)).Concat(page.ModelTypeInfo?.GetCustomAttributes(inherit: true) ?? []);
            }

            found.Add(new PortalEndpoint(
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                [.. endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name)],
                page,
                [.. decisions.Where(decision => decision is IAuthorizeData or IAllowAnonymous).Distinct()]));
        }

        return found;
    }
}
