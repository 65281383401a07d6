using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Plans.Revisions;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Pages.Public.Plan.Comparison;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Shows what publishing a draft as a revision of its year's plan would change, of words and of duties, and does it.</summary>
[Authorize(Policies.Office)]
public sealed class ReviseModel(
    PlanDraftQueries drafts, PlanReviser reviser, CurrentPlanCache current, PortalClockInfo clock, RuleMessages rules, IStringLocalizer<PlanImportText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public ReviseInput Input { get; set; } = new();

    public OpenDraft Open { get; private set; } = null!;

    public RevisionResult Preview { get; private set; } = null!;

    /// <summary>What changes of the plan; <see langword="null"/> where that cannot be said.</summary>
    public ComparisonList? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? show, int? part, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, show, part, cancellationToken))
        {
            return NotFound();
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            RevisionResult result;
            try
            {
                result = await reviser.ReviseAsync(id, Input.Version, Input.Revisions, Input.EffectiveFrom, cancellationToken);
            }
            catch (KeyNotFoundException)
            {
                return NotFound();
            }

            if (result.IsDone)
            {
                current.Forget();
                TempData.NotifySuccess(text["Revise.Done"]);
                return LocalRedirect(PortalPaths.Plan(result.Year));
            }

            if (result.Code is { } code)
            {
                ModelState.AddModelError("", text[$"Refusal.{code}"]);
            }
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(id, null, null, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, string? show, int? part, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { IsOpen: true } open)
        {
            return false;
        }

        if (Input.EffectiveFrom is null && ModelState.IsValid)
        {
            var last = open.Draft.Plan.Year is { } year ? new DateOnly(year, 12, 31) : clock.Today;
            Input.EffectiveFrom = last < clock.Today ? last : clock.Today;
        }

        Preview = (await reviser.PreviewAsync(id, Input.EffectiveFrom, cancellationToken))!;
        rules.Add(ModelState, nameof(Input), Preview.Violations, text);
        (Open, Input.Version, Input.Revisions) = (open, open.Version, Preview.Revisions);
        // The next try is against what is shown now; the form's hidden fields must not keep what was.
        ModelState.Remove("Input.Version");
        ModelState.Remove("Input.Revisions");
        List = Preview.Comparison is { HasChanges: true } comparison
            ? new ComparisonList(comparison, PlanLinks.Revise(id), new Dictionary<string, string?>(StringComparer.Ordinal) { [PlanLinks.EffectiveFrom] = Input.EffectiveFrom is { } day ? PortalFormat.Machine(day) : null }, show, part)
            : null;
        return true;
    }
}
