using GovDisclosure.Data.Plans.Comparison;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans.Comparison;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Pages.Public.Plan.Comparison;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A draft beside a published plan: of its own year where there is one, else of the latest.</summary>
[Authorize(Policies.Office)]
public sealed class CompareModel(PlanDraftQueries drafts, PlanVersionQueries versions, ComparisonWords words, IStringLocalizer<PlanImportText> text) : PageModel
{
    public OpenDraft Open { get; private set; } = null!;

    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    public PlanVersion? From { get; private set; }

    public ComparisonList? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, string? from, string? show, int? part, string? export, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { } open)
        {
            return NotFound();
        }

        Open = open;
        Versions = await versions.ListAsync(cancellationToken);
        From = Versions.FirstOrDefault(version => version.Key == from)
            ?? Versions.FirstOrDefault(version => version.Plan.Year == open.Draft.Plan.Year) ?? Versions.ElementAtOrDefault(0);
        if (From is null)
        {
            return ListExport.IsFormat(export) ? NotFound() : Page();
        }

        var comparison = PlanComparison.Between(await versions.ReadAsync(From, cancellationToken), await versions.ReadAsync(open, cancellationToken));
        List = new ComparisonList(
            comparison, PlanLinks.Compare(id), new Dictionary<string, string?>(StringComparer.Ordinal) { [CompareLinks.From] = From.Key }, show, part);
        return ListExport.IsFormat(export)
            ? ListExport.File(words.Table(List, words.Name(From), open.Draft.Plan.Title ?? text["Compare.Draft"]), export!, "draft-comparison")
            : Page();
    }
}
