using GovDisclosure.Data.PenaltyCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public.Cases;

/// <summary>One published case. Once it is taken down its address says so, and no more.</summary>
public sealed class DetailsModel(PublicCaseQueries cases) : PageModel
{
    /// <summary>The case; <see langword="null"/> where it was taken down.</summary>
    public PublicCase? Case { get; private set; }

    /// <summary>When it was taken down.</summary>
    public DateTimeOffset? TakenDownAt { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Case = await cases.FindAsync(id, cancellationToken);
        if (Case is not null)
        {
            return Page();
        }

        TakenDownAt = await cases.TakenDownAtAsync(id, cancellationToken);
        if (TakenDownAt is null)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
