using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>The plans of the years, and the drafts that are to become some.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(PlanDraftQueries drafts, PlanQueries plans) : PageModel
{
    public IReadOnlyList<DraftLine> Drafts { get; private set; } = [];

    public IReadOnlyList<PlanHead> Plans { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Drafts = [.. (await drafts.ListAsync(cancellationToken)).Where(draft => draft.PublishedAt is null)];
        Plans = await plans.PublishedAsync(cancellationToken);
    }
}
