using GovDisclosure.Data.Plans.Exports;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace GovDisclosure.Web.Pages.Public.Plan;

/// <summary>A year's plan as a file that imports again to the same plan.</summary>
[EnableRateLimiting(ExportsSetup.PublicRateLimit)]
public sealed class ExportModel(PlanExportQueries plans) : PageModel
{
    public async Task<IActionResult> OnGetAsync(int year, PlanFormat format, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return BadRequest();
        }

        if (await plans.FindAsync(year, cancellationToken) is not { } plan)
        {
            return NotFound();
        }

        var ending = PlanFileLinks.Ending(format);
        return new ExportFileResult(PlanFile.Write(plan, format), PlanFile.MediaType(format), plan.Tasks.Count) { FileDownloadName = $"plan-{year}.{ending}" };
    }
}
