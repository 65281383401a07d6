using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Hosting;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Account;

/// <summary>Sign in with a name and a password.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.SignInRateLimit)]
public sealed class SignInModel(
    SignInManager<Person> signIn, UserManager<Person> people, IPasswordHasher<Person> hasher,
    PortalDatabase database, AccountTrail trail, IStringLocalizer<AccountText> text) : PageModel
{
    // A hash of nothing in particular: checking against it costs what checking a real person's would, so that time tells nobody who exists.
    private static readonly Person Nobody = new() { AgencyId = Guid.Empty, DisplayName = "" };
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Person>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    [BindProperty]
    public SignInInput Input { get; set; } = new();

    [FromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>Whether the sample sign-ins are offered: only where the portal made them.</summary>
    public bool ShowsSamples => database.HasSamples;

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? LocalRedirect(Target) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        if (!await PasswordFitsAsync())
        {
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.UserName)}", text["SignIn.Refused"]);
            return this.Refused();
        }

        return LocalRedirect(Target);
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : PortalPaths.Home;

    private async Task<bool> PasswordFitsAsync()
    {
        var person = await people.FindByNameAsync(Input.UserName!.Trim());
        if (person is not { IsActive: true, PasswordHash: not null })
        {
            hasher.VerifyHashedPassword(Nobody, NobodysHash.Value, Input.Password!);
            await RecordAsync(AccountActions.SignInRefused, person);
            return false;
        }

        var wasLocked = await people.IsLockedOutAsync(person);
        var result = await signIn.PasswordSignInAsync(person, Input.Password!, isPersistent: false, lockoutOnFailure: true);
        await RecordAsync(
            result.Succeeded ? AccountActions.SignedIn : result.IsLockedOut && !wasLocked ? AccountActions.LockedOut : AccountActions.SignInRefused, person);
        return result.Succeeded;
    }

    // Of a name that nobody has, nothing is kept: people type passwords into the wrong box.
    private Task RecordAsync(string action, Person? person) => trail.RecordAsync(
        action, person, HttpContext.Connection.RemoteIpAddress?.ToString(), person is null ? null : new { person.UserName }, HttpContext.RequestAborted);

    /// <summary>The form.</summary>
    public sealed class SignInInput
    {
        [Display(Name = "SignIn.UserName")]
        [Required(ErrorMessage = "SignIn.UserNameMissing")]
        [StringLength(100, ErrorMessage = "SignIn.UserNameMissing")]
        public string? UserName { get; set; }

        [Display(Name = "SignIn.Password")]
        [Required(ErrorMessage = "SignIn.PasswordMissing")]
        [StringLength(1000, ErrorMessage = "SignIn.PasswordMissing")]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
