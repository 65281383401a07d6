using System.Globalization;
using GovDisclosure.Data.Plans.Comparison;
using GovDisclosure.Domain.Plans.Comparison;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Pages.Public.Plan.Comparison;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public.Plan;

/// <summary>Two plans side by side: what is new, gone, stricter, laxer, reassigned or reworded.</summary>
public sealed class CompareModel(PlanVersionQueries versions, ComparisonWords words) : PageModel
{
    /// <summary>What can be chosen, the newest first.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    /// <summary>The older plan; <see langword="null"/> where there is nothing to compare with.</summary>
    public PlanVersion? From { get; private set; }

    /// <summary>The newer plan; <see langword="null"/> before there is one.</summary>
    public PlanVersion? To { get; private set; }

    /// <summary>The comparison; <see langword="null"/> where one of the two is missing.</summary>
    public ComparisonList? List { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? from, string? to, string? show, int? part, string? export, CancellationToken cancellationToken)
    {
        Versions = await versions.ListAsync(cancellationToken);
        To = Versions.FirstOrDefault(version => version.Key == to) ?? Versions.ElementAtOrDefault(0);
        // Without a word the one before it.
        From = Versions.FirstOrDefault(version => version.Key == from) ?? Versions.SkipWhile(version => version != To).Skip(1).FirstOrDefault();
        if (From is null || To is null)
        {
            return ListExport.IsFormat(export) ? NotFound() : Page();
        }

        var comparison = PlanComparison.Between(await versions.ReadAsync(From, cancellationToken), await versions.ReadAsync(To, cancellationToken));
        List = new ComparisonList(
            comparison, CompareLinks.Compare,
            new Dictionary<string, string?>(StringComparer.Ordinal) { [CompareLinks.From] = From.Key, [CompareLinks.To] = To.Key }, show, part);
        return ListExport.IsFormat(export)
            ? ListExport.File(words.Table(List, From.Plan.Title, To.Plan.Title), export!, string.Create(CultureInfo.InvariantCulture, $"plan-{From.Key}-{To.Key}"))
            : Page();
    }
}
