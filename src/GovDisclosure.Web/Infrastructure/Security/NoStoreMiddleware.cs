using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace GovDisclosure.Web.Infrastructure.Security;

/// <summary>
/// Pages of signed-in people are kept by no cache, not even the browser's. Public pages may be kept but are asked for again each
/// time, because the language cookie changes them. Static assets decide for themselves.
/// </summary>
public sealed class NoStoreMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state =>
        {
            Apply((HttpContext)state);
            return Task.CompletedTask;
        }, context);
        return next(context);
    }

    private static void Apply(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        var headers = context.Response.Headers;
        if (context.User.Identity is { IsAuthenticated: true })
        {
            headers.CacheControl = "no-store";
        }
        else if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "private, no-cache";
        }

        // An error page runs the pipeline a second time; once is enough.
        if (!headers.Vary.Contains(HeaderNames.Cookie, StringComparer.OrdinalIgnoreCase))
        {
            headers.Append(HeaderNames.Vary, HeaderNames.Cookie);
        }
    }
}
