using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>What the small forms about one case have in common: find it, act, say so, go back to it.</summary>
public abstract class CaseActModel(
    CaseQueries cases, PresentView present, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    public CaseDetail Detail { get; private set; } = null!;

    /// <summary>Whether the act is possible as the case stands.</summary>
    protected abstract bool IsPossible(CaseDetail detail);

    /// <summary>Does it.</summary>
    /// <returns>What stands against it; nothing when it is done.</returns>
    protected abstract Task<IReadOnlyList<RuleViolation>> ActAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The text that says that it is done.</summary>
    protected abstract string DoneKey { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound() : IsPossible(Detail) ? Page() : LocalRedirect(CaseLinks.Details(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var violations = await ActAsync(id, cancellationToken);
            if (violations.Count == 0)
            {
                TempData.NotifySuccess(pages[DoneKey]);
                return LocalRedirect(CaseLinks.Details(id));
            }

            rules.Add(ModelState, "Input", violations, text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(id, (await present.LoadAsync(cancellationToken)).Instant, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        return true;
    }
}
