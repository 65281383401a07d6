using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Shows what publishing a draft will do, and does it.</summary>
[Authorize(Policies.Office)]
public sealed class PublishModel(PlanDraftQueries drafts, PlanPublisher publisher, CurrentPlanCache current, IStringLocalizer<PlanImportText> text) : PageModel
{
    public OpenDraft Open { get; private set; } = null!;

    public PublicationResult Preview { get; private set; } = null!;

    [BindProperty]
    public uint Version { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        PublicationResult result;
        try
        {
            result = await publisher.PublishAsync(id, Version, cancellationToken);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }

        if (result.IsDone)
        {
            current.Forget();
            var plan = (await drafts.FindAsync(id, cancellationToken))!.Draft.Plan;
            TempData.NotifySuccess(text["Publish.Done"]);
            return LocalRedirect(PortalPaths.Plan(plan.Year!.Value));
        }

        ModelState.AddModelError("", text[$"Refusal.{result.Code}"]);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await LoadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { IsOpen: true } open || await publisher.PreviewAsync(id, cancellationToken) is not { } preview)
        {
            return false;
        }

        (Open, Preview, Version) = (open, preview, open.Version);
        return true;
    }
}
