using GovDisclosure.Data.Dashboards;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Cases;

/// <summary>The list of penalty cases as a file.</summary>
[Authorize(Policies.Office)]
public sealed class ExportModel(OversightLists lists, CaseGroundQueries grounds, OfficeExports exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(ExportFormat format, CancellationToken cancellationToken)
    {
        if (await lists.AllAsync(OfficeLinks.Cases, Request.Query, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        if (!ModelState.IsValid || list.HasProblem)
        {
            return BadRequest();
        }

        var found = await grounds.FindAsync([.. list.Page.Rows.Select(row => row.TriggerId).OfType<Guid>()], cancellationToken);
        return ExportAnswers.File(exports.Cases(list, found), format, $"cases-{list.Moment.View.Today:yyyy-MM-dd}");
    }
}
