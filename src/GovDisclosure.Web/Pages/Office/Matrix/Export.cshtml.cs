using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>The matrix as a file.</summary>
[Authorize(Policies.Office)]
public sealed class ExportModel(MatrixLoader matrices, OfficeExports exports) : PageModel
{
    public async Task<IActionResult> OnGetAsync(ExportFormat format, CancellationToken cancellationToken)
    {
        if (await matrices.LoadAsync(OfficeLinks.Matrix, Request.Query, cancellationToken) is not { } matrix)
        {
            return NotFound();
        }

        return !ModelState.IsValid || matrix.HasProblem
            ? BadRequest()
            : ExportAnswers.File(exports.Matrix(matrix), format, $"matrix-{matrix.Moment.View.Today:yyyy-MM-dd}");
    }
}
