using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>机关 × 部分: how each agency's duties in each section stand, or in each task of one section.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(MatrixLoader matrices) : PageModel
{
    /// <summary>The matrix.</summary>
    public MatrixPage Matrix { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await matrices.LoadAsync(OfficeLinks.Matrix, Request.Query, cancellationToken) is not { } matrix)
        {
            return NotFound();
        }

        Matrix = matrix;
        if (matrix.HasProblem)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
