using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public;

/// <summary>Lets the reader choose the language. Choosing is a POST: a link alone changes nothing.</summary>
public sealed class LanguageModel(TimeProvider time) : PageModel
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Where to go back to; the start page for anything that is not an address of this portal.</summary>
    public string ReturnUrl { get; private set; } = PortalPaths.Home;

    public void OnGet(string? returnUrl) => ReturnUrl = Local(returnUrl);

    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (language is null || !PortalLanguages.All.Contains(language, StringComparer.Ordinal))
        {
            return BadRequest();
        }

        Response.Cookies.Append(
            CookieNames.Language,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                Path = "/",
                Secure = true,
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                IsEssential = true,
                MaxAge = Kept,
                Expires = time.GetUtcNow().Add(Kept),
            });
        return LocalRedirect(Local(returnUrl));
    }

    private string Local(string? url) => Url.IsLocalUrl(url) ? url : PortalPaths.Home;
}
