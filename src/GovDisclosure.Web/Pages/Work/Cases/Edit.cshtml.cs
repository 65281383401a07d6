using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Changes what describes a case. Who else changed it meanwhile is told, and nobody's words are lost.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class EditModel(
    CaseService service, CaseQueries cases, PresentView present, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    /// <summary>The version that the form was shown with.</summary>
    [BindProperty]
    public uint Version { get; set; }

    public CaseDetail Detail { get; private set; } = null!;

    /// <summary>The fields that somebody else changed, with what now stands there.</summary>
    public IReadOnlyList<(string Name, string Value)> Newer { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Detail.IsCancelled)
        {
            return LocalRedirect(CaseLinks.Details(id));
        }

        ModelState.Clear();
        Input = CaseInput.Of(Detail.Draft);
        Version = Detail.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        foreach (var key in ModelState.Keys.Where(IsNotAsked).ToList())
        {
            ModelState.Remove(key);
        }

        if (ModelState.IsValid)
        {
            var result = await service.EditAsync(id, Input.ToDraft(), Version, cancellationToken);
            if (result.IsDone)
            {
                TempData.NotifySuccess(pages["Edit.Done"]);
                return LocalRedirect(CaseLinks.Details(id));
            }

            rules.Add(ModelState, nameof(Input), result.Violations, text);
            if (result.Newer is { } newer)
            {
                ModelState.AddModelError("", pages["Edit.Stale"]);
                Newer = [.. CaseFieldWords.Differing(newer, Input.ToDraft(), text)];
                Version = result.NewerVersion;
            }
        }

        return this.Refused();
    }

    // Number, name and date stand; once it is published, all but the entry in the shared platform does.
    private bool IsNotAsked(string key) =>
        key is "Input.Title" or "Input.Reference" or "Input.DecidedOn"
        || (Detail.Published is not null && key.StartsWith("Input.", StringComparison.Ordinal) && !key.StartsWith("Input.Platform", StringComparison.Ordinal));

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
