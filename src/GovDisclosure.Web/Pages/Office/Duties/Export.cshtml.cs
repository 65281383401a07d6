using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Duties;

/// <summary>The list of duties as a file.</summary>
[Authorize(Policies.Office)]
public sealed class ExportModel(OversightLists lists, OfficeExports exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(ExportFormat format, CancellationToken cancellationToken)
    {
        if (await lists.AllAsync(OfficeLinks.Duties, Request.Query, cancellationToken) is not { } list)
        {
            return NotFound();
        }

        return !ModelState.IsValid || list.HasProblem
            ? BadRequest()
            : ExportAnswers.File(exports.Duties(list), format, $"duties-{list.Moment.View.Today:yyyy-MM-dd}");
    }
}
