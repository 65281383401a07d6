using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Reviews;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>One record with what it counts towards, and its withdrawal.</summary>
[Authorize(Policies.Work)]
public sealed class DetailsModel(
    DisclosureQueries disclosures, ReviewQueries reviews, DisclosureService service, IAuthorizationService authorization,
    RuleMessages rules, IStringLocalizer<DisclosureText> text) : PageModel
{
    [BindProperty]
    public WithdrawInput Input { get; set; } = new();

    public DisclosureDetail Detail { get; private set; } = null!;

    /// <summary>What the municipal office said about it.</summary>
    public IReadOnlyList<DisclosureReview> Reviews { get; private set; } = [];

    public bool IsReturned => Reviews.Any(review => review.Outcome == ReviewOutcome.Returned);

    /// <summary>Whether the reader may withdraw it and it still stands.</summary>
    public bool MayWithdraw { get; private set; }

    /// <summary>How many duties it counts towards now.</summary>
    public int Counting => Detail.Fulfils.Count(row => row.Counts);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!await MayEditAsync())
        {
            return Forbid();
        }

        if (ModelState.IsValid)
        {
            var violation = await service.WithdrawAsync(id, Input.Reason, cancellationToken);
            if (violation is null)
            {
                TempData.NotifySuccess(
                    text["Withdraw.Done", PortalFormat.Count(Counting)], text["Withdraw.ToList"], PortalPaths.Disclosures);
                return LocalRedirect(DisclosureLinks.Details(id));
            }

            rules.Add(ModelState, nameof(Input), [violation], text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await disclosures.FindAsync(id, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        Reviews = await reviews.AboutAsync(id, cancellationToken);
        MayWithdraw = detail.Disclosure.WithdrawnAt is null && !IsReturned && await MayEditAsync();
        return true;
    }

    private async Task<bool> MayEditAsync() => (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;

    /// <summary>The form.</summary>
    public sealed class WithdrawInput
    {
        [Display(Name = "Withdraw.Reason", Description = "Withdraw.ReasonHint")]
        [Required(ErrorMessage = "Withdraw.ReasonMissing")]
        [StringLength(Disclosure.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
