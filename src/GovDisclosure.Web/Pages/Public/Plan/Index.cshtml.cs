using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Comparison;
using GovDisclosure.Domain;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public.Plan;

/// <summary>A year's plan as written: each task with who and by when.</summary>
public sealed class IndexModel(PlanQueries plans, PlanVersionQueries versions) : PageModel
{
    private const int LongestSearch = 100;

    /// <summary>The plan, or the part of it that was asked for.</summary>
    public PlanPage Shown { get; private set; } = null!;

    /// <summary>The whole plan's counts, whatever is shown of it.</summary>
    public PlanCounts Counts { get; private set; } = null!;

    /// <summary>What was asked for; empty shows the whole plan.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What was found; null where nothing was asked for.</summary>
    public PlanFindings? Findings { get; private set; }

    /// <summary>Whether there is another plan to compare it with.</summary>
    public bool Others { get; private set; }

    public async Task<IActionResult> OnGetAsync(int year, [FromQuery(Name = "q")] string? words, CancellationToken cancellationToken)
    {
        if (await plans.FindAsync(year, cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        Shown = plan;
        Counts = PlanCounts.Of(plan);
        Others = (await versions.ListAsync(cancellationToken)).Count > 1;
        Words = PlainText.Start(words?.Trim() ?? "", LongestSearch);
        if (Words.Length > 0)
        {
            Findings = PlanSearch.Find(plan, Words, await plans.GroupsOfAsync(plan.Head, Words, cancellationToken));
            Shown = Findings.Plan;
        }

        return Page();
    }

    /// <summary>The page with other words searched for.</summary>
    public string AddressOf(string words) => PortalPaths.Plan(Shown.Head.Year) + QueryString.Create("q", words).ToUriComponent();
}

/// <summary>How many of what a plan holds.</summary>
public sealed record PlanCounts(int Sections, int Subsections, int Tasks, int GeneralDuties)
{
    internal static PlanCounts Of(PlanPage plan) => new(
        plan.Sections.Count,
        plan.Sections.Sum(section => section.Subsections.Count),
        plan.Sections.Sum(section => section.Subsections.Sum(subsection => subsection.Tasks.Count)),
        plan.GeneralDuties.Count);
}
