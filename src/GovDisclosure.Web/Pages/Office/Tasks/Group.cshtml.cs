using GovDisclosure.Data.Plans;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Tasks;

/// <summary>Chooses which members of a group a task means: first what it would do, then it.</summary>
[Authorize(Policies.Office)]
public sealed class GroupModel(ChoiceQueries choices, ChoiceService service, RuleMessages rules, IStringLocalizer<OfficeText> text) : PageModel
{
    [BindProperty]
    public GroupInput Input { get; set; } = new();

    public GroupChoice Found { get; private set; } = null!;

    /// <summary>What it would do; <see langword="null"/> where nobody has asked yet.</summary>
    public ChoiceCounts? Counts { get; private set; }

    /// <summary>Whether nothing would change.</summary>
    public bool IsSame { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new GroupInput
        {
            Seen = Found.Seen,
            Members = [.. (Found.Group.Choice?.Members ?? Found.Options).Select(agency => agency.Id)],
            Note = Found.Group.Choice?.Note,
        };
        return Page();
    }

    /// <summary>Shows what the choice would do.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound()
        : ModelState.IsValid ? Show(await service.PreviewAsync(id, Input.ToRequest(), cancellationToken))
        : this.Refused();

    /// <summary>Saves the choice whose effect was shown.</summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        if (Input.Previewed != Input.Chosen)
        {
            ModelState.AddModelError("", text["Choose.Changed"]);
            return Show(await service.PreviewAsync(id, Input.ToRequest(), cancellationToken));
        }

        var outcome = await service.ChooseAsync(id, Input.ToRequest(), cancellationToken);
        if (outcome.Violations.Count > 0)
        {
            return Show(outcome);
        }

        TempData.NotifySuccess(outcome.Counts is { } counts
            ? text["Choose.Done", PortalFormat.Count(counts.Ended), PortalFormat.Count(counts.Reopened + counts.Made)]
            : text["Choose.Same"]);
        return LocalRedirect(OfficeLinks.Task(Found.TaskId, null));
    }

    private PageResult Show(ChoiceOutcome outcome)
    {
        Counts = outcome.Counts;
        IsSame = outcome is { Violations.Count: 0, Counts: null };
        rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Previewed)}");
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Seen)}");
        (Input.Previewed, Input.Seen) = (Counts is null ? "" : Input.Chosen, Found.Seen);
        return ModelState.IsValid ? Page() : this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await choices.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
