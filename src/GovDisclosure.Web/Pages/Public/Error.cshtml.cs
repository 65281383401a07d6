using System.Diagnostics;
using System.Globalization;
using GovDisclosure.Web.Infrastructure.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public;

/// <summary>
/// What a visitor sees instead of an empty failure. Only reached from within: asked for directly it is a page that does not exist.
/// The token is not asked for, because the failure may be that very token.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    private static readonly HashSet<int> Explained = [400, 403, 404, 405, 409, 413, 429, 500, 503];

    /// <summary>Prefix of the page's texts.</summary>
    public string TextKey { get; private set; } = "";

    /// <summary>Finds this request in the log.</summary>
    public string Reference => Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var reached = HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || HttpContext.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!reached)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }

        var status = Response.StatusCode;
        TextKey = status == StatusCodes.Status400BadRequest && HttpContext.Items.ContainsKey(ErrorSetup.FormExpiredItem)
            ? "FormExpired"
            : KeyOf(status).ToString(CultureInfo.InvariantCulture);
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = "120";
        }
    }

    private static int KeyOf(int status) =>
        Explained.Contains(status) ? status
        : status >= StatusCodes.Status500InternalServerError ? StatusCodes.Status500InternalServerError
        : StatusCodes.Status400BadRequest;
}
