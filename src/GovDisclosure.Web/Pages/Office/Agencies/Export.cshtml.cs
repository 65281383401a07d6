using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Pages.Office.Matrix;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Agencies;

/// <summary>The agencies as a file.</summary>
[Authorize(Policies.Office)]
public sealed class ExportModel(MatrixLoader matrices, OfficeExports exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(ExportFormat format, CancellationToken cancellationToken)
    {
        if (await matrices.LoadAsync(OfficeLinks.Agencies, Request.Query, cancellationToken) is not { } agencies)
        {
            return NotFound();
        }

        return !ModelState.IsValid || agencies.HasProblem
            ? BadRequest()
            : ExportAnswers.File(exports.Agencies(agencies), format, $"agencies-{agencies.Moment.View.Today:yyyy-MM-dd}");
    }
}
