using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A draft: what must still be settled, then each task with its source beside what was understood.</summary>
[Authorize(Policies.Office)]
public sealed class DraftModel(PlanDraftQueries drafts, PlanDraftService service, IStringLocalizer<PlanImportText> text) : PageModel
{
    /// <summary>How many tasks stand on a page.</summary>
    public const int PageSize = 25;

    /// <summary>How many obstacles and problems are listed each.</summary>
    public const int MostListed = 30;

    public OpenDraft Open { get; private set; } = null!;

    /// <summary>The page of tasks, from 1.</summary>
    public int Part { get; private set; } = 1;

    public int Parts => Math.Max(1, (Plan.Tasks.Count + PageSize - 1) / PageSize);

    public ParsedPlan Plan => Open.Draft.Plan;

    /// <summary>The tasks of the page with their places from 0.</summary>
    public IEnumerable<(int Index, ParsedTask Task)> Shown => Plan.Tasks.Index().Skip((Part - 1) * PageSize).Take(PageSize);

    /// <summary>What the reader of the document was unsure of; furniture of pages is only counted.</summary>
    public IReadOnlyList<ParseProblem> Problems => [.. Plan.Problems.Where(problem => problem.Kind != ParseProblemKind.PageNoise)];

    public int NoiseCount => Plan.Problems.Count - Problems.Count;

    public async Task<IActionResult> OnGetAsync(Guid id, int? part, CancellationToken cancellationToken)
    {
        if (await drafts.FindAsync(id, cancellationToken) is not { } open)
        {
            return NotFound();
        }

        Open = open;
        Part = Math.Clamp(part ?? 1, 1, Parts);
        return Page();
    }

    public async Task<IActionResult> OnPostDiscardAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await service.DiscardAsync(id, cancellationToken);
            TempData.NotifySuccess(text["Draft.Discarded"]);
            return LocalRedirect(PlanLinks.Start);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }

    /// <summary>Whether it is known what a name stands for.</summary>
    public bool IsSettled(string name) => PlanDraftRules.IsSettled(Open.Draft, Open.Names, name);
}
