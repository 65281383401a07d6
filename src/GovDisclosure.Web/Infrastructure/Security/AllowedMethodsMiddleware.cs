namespace GovDisclosure.Web.Infrastructure.Security;

/// <summary>Turns away TRACE, CONNECT and methods nobody knows before anything else looks at the request.</summary>
public sealed class AllowedMethodsMiddleware(RequestDelegate next)
{
    private static readonly HashSet<string> Allowed = new(StringComparer.Ordinal)
    {
        HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options,
    };

    private static readonly string AllowHeader = string.Join(", ", Allowed);

    public Task InvokeAsync(HttpContext context)
    {
        if (Allowed.Contains(context.Request.Method))
        {
            return next(context);
        }

        // No page here: whoever sends TRACE is not reading one.
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = AllowHeader;
        return Task.CompletedTask;
    }
}
