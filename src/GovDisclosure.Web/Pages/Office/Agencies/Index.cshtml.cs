using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Pages.Office.Matrix;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Agencies;

/// <summary>机关: every agency that owes anything, with its counts.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(MatrixLoader matrices) : PageModel
{
    /// <summary>The agencies with their counts.</summary>
    public MatrixPage Agencies { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await matrices.LoadAsync(OfficeLinks.Agencies, Request.Query, cancellationToken) is not { } agencies)
        {
            return NotFound();
        }

        Agencies = agencies;
        if (agencies.HasProblem)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
