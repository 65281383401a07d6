using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing.Template;

namespace GovDisclosure.Web.Infrastructure.Navigation;

/// <summary>Knows which addresses have a page, so that no menu leads into the void while features come and go.</summary>
public sealed class SiteMap(EndpointDataSource endpoints)
{
    private readonly ConcurrentDictionary<string, bool> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where some endpoint answers to <paramref name="path"/>. Ask with the portal's own paths, never with a visitor's.</summary>
    public bool Has(string path) => known.GetOrAdd(path, Find);

    private bool Find(string path) =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Any(endpoint =>
            // A catch-all, such as the one for static assets while developing, matches every path and promises none.
            endpoint.RoutePattern.RawText is { } pattern
            && !endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll)
            && new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []));
}
