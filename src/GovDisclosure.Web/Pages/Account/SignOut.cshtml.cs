using GovDisclosure.Data.Accounts;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Account;

/// <summary>Ends the sign-in, here and wherever its cookie has been copied to.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<Person> signIn, AccountTrail trail) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(PortalPaths.Home);

    public async Task<IActionResult> OnPostAsync()
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            await trail.RecordOwnAsync(AccountActions.SignedOut, null, HttpContext.RequestAborted);
        }

        await signIn.SignOutAsync();
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(PortalPaths.Home);
    }
}
