using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Disclosures;
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

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Types five cases at once: each that is filled in is checked, and all of them are registered or none.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class GridModel(
    CaseService service, CaseRegistrar registrar, Viewer viewer, RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    /// <summary>How many there are to fill in.</summary>
    public const int RowCount = 5;

    [BindProperty]
    public IList<CaseInput> Rows { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await registrar.HasCasesAsync(cancellationToken))
        {
            return LocalRedirect(PortalPaths.WorkCases);
        }

        ModelState.Clear();
        Rows = [.. Enumerable.Range(0, RowCount).Select(_ => Blank())];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Rows = [.. Rows.Take(RowCount).Select(row => row ?? Blank())];
        while (Rows.Count < RowCount)
        {
            Rows.Add(Blank());
        }

        var filled = Enumerable.Range(0, RowCount).Where(index => !Rows[index].IsEmpty).ToList();
        ForgetEmptyRows(filled);
        if (filled.Count == 0)
        {
            ModelState.AddModelError("", pages["Grid.Nothing"]);
        }

        foreach (var same in filled.GroupBy(index => Rows[index].ToDraft().Reference, StringComparer.Ordinal).Where(group => group.Key.Length > 0))
        {
            foreach (var index in same.Skip(1))
            {
                ModelState.AddModelError($"Rows[{index}].Reference", text["Rule.SameNumberAbove", same.First() + 1]);
            }
        }

        if (ModelState.IsValid)
        {
            var result = await service.RegisterAllAsync([.. filled.Select(index => Rows[index].ToDraft())], cancellationToken);
            if (result.IsDone)
            {
                TempData.NotifySuccess(pages["Grid.Done", PortalFormat.Count(result.Registered), PortalFormat.Count(result.Known)]);
                return LocalRedirect(PortalPaths.WorkCases);
            }

            foreach (var (position, violations) in result.Violations)
            {
                rules.Add(ModelState, $"Rows[{filled[position]}]", violations, text);
            }
        }

        return this.Refused();
    }

    private CaseInput Blank() => new() { DecidingBody = viewer.AgencyName, Channel = DisclosureChannel.AgencyWebsite };

    private void ForgetEmptyRows(List<int> filled)
    {
        foreach (var key in ModelState.Keys.Where(key => !filled.Exists(index => key.StartsWith($"Rows[{index}].", StringComparison.Ordinal))).ToList())
        {
            ModelState.Remove(key);
        }
    }
}
