using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Infrastructure;

/// <summary>Answers a form that cannot be taken.</summary>
internal static class Refusals
{
    /// <summary>The form again, filled in and with what stands against it, as 400.</summary>
    public static PageResult Refused(this PageModel page)
    {
        page.Response.StatusCode = StatusCodes.Status400BadRequest;
        return page.Page();
    }
}
