using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Accounts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Account;

/// <summary>Sets a password by a one-time link. A wrong, a used and an expired link are told alike.</summary>
[AllowAnonymous]
[EnableRateLimiting(AccountsSetup.SignInRateLimit)]
public sealed class SetPasswordModel(PasswordService passwords, RuleMessages rules, IStringLocalizer<AccountText> text) : PageModel
{
    [BindProperty]
    public SetPasswordInput Input { get; set; } = new();

    /// <summary>The link's word.</summary>
    [FromQuery(Name = "link")]
    public string? Link { get; set; }

    /// <summary>Whether the link can be used.</summary>
    public bool LinkFits { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        LinkFits = await passwords.FitsAsync(Link, cancellationToken);
        return LinkFits ? Page() : this.Refused();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await passwords.SetAsync(Link, Input.Password ?? "", HttpContext.Connection.RemoteIpAddress?.ToString(), cancellationToken);
        LinkFits = outcome.LinkFits;
        if (outcome.IsDone)
        {
            TempData.NotifySuccess(text["SetPassword.Done"]);
            return LocalRedirect(PortalPaths.SignIn);
        }

        if (outcome.Violation is { } violation)
        {
            rules.Add(ModelState, nameof(Input), [violation], text);
        }
        else
        {
            // The link is what is wrong, not what was typed.
            ModelState.Clear();
        }

        return this.Refused();
    }

    /// <summary>The form.</summary>
    public sealed class SetPasswordInput
    {
        [Display(Name = "SetPassword.Password", Description = "SetPassword.Hint")]
        [Required(ErrorMessage = "SetPassword.Missing")]
        [StringLength(PasswordRules.Longest * 8)]
        [DataType(DataType.Password)]
        public string? Password { get; set; }
    }
}
