using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Reviews;
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

namespace GovDisclosure.Web.Pages.Office.Disclosures;

/// <summary>One disclosure of any agency, to accept or to return.</summary>
[Authorize(Policies.Office)]
public sealed class DetailsModel(ReviewQueries reviews, ReviewService service, RuleMessages rules, IStringLocalizer<ReviewText> text) : PageModel
{
    [BindProperty]
    public ReviewInput Input { get; set; } = new();

    public ReviewedDetail Detail { get; private set; } = null!;

    /// <summary>Whether anything can still be said about it: an accepted one may be returned.</summary>
    public bool IsOpen => Detail.State is ReviewState.NotReviewed or ReviewState.Accepted;

    /// <summary>What can be said.</summary>
    public IEnumerable<ReviewOutcome> Outcomes => Detail.State == ReviewState.Accepted ? [ReviewOutcome.Returned] : Enum.GetValues<ReviewOutcome>();

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

        if (ModelState.IsValid)
        {
            var violations = await service.ReviewAsync(id, Input.Outcome, Input.Reason, cancellationToken);
            if (violations.Count == 0)
            {
                TempData.NotifySuccess(text[$"Reviewed.{Input.Outcome}", PortalFormat.Count(Counting)], text["Reviewed.ToList"], ActPaths.OfficeDisclosures);
                return LocalRedirect(ActPaths.OfficeDisclosure(id));
            }

            // Somebody else may have been quicker: what is shown is how it stands now.
            await LoadAsync(id, cancellationToken);
            rules.Add(ModelState, nameof(Input), violations, text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await reviews.AllFindAsync(id, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        return true;
    }

    /// <summary>The form.</summary>
    public sealed class ReviewInput
    {
        [Display(Name = "Review.Outcome")]
        [Required(ErrorMessage = "Review.OutcomeMissing")]
        public ReviewOutcome? Outcome { get; set; }

        [Display(Name = "Review.Reason", Description = "Review.ReasonHint")]
        [StringLength(DisclosureReview.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
