using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Corrects a draft's head: title, number, issuer, date, year.</summary>
[Authorize(Policies.Office)]
public sealed class HeadModel(PlanDraftQueries drafts, PlanDraftService service, RuleMessages rules, IStringLocalizer<PlanImportText> text) : PageModel
{
    [BindProperty]
    public HeadInput Input { get; set; } = new();

    public Guid Id { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { IsOpen: true } open)
        {
            return NotFound();
        }

        Id = id;
        Input = HeadInput.Of(open.Draft.Plan, open.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        Id = id;
        if (await drafts.FindAsync(id, cancellationToken) is not { IsOpen: true } open)
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var edit = Input.ToEdit();
            var result = await service.CorrectAsync(id, Input.Version, _ => edit.Check(), draft => draft.WithHead(edit), cancellationToken);
            if (result.IsDone)
            {
                return LocalRedirect(PlanLinks.Draft(id));
            }

            StaleForm.Tell(this, result, open.Version, text);
            Input.Version = open.Version;
            rules.Add(ModelState, nameof(Input), result.Violations, text);
        }

        return this.Refused();
    }
}
