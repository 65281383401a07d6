using GovDisclosure.Data.Supervision;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Notices;

/// <summary>One reminder with its duties as they stand and what was answered. Printed, it is the slip (催办单).</summary>
[Authorize(Policies.Office)]
public sealed class DetailsModel(SupervisionQueries supervision, PresentView present) : PageModel
{
    public NoticeDetail Detail { get; private set; } = null!;

    public DutyView View { get; private set; } = null!;

    /// <summary>The duties that are still to be done.</summary>
    public IReadOnlyList<Guid> Unfinished => [.. Detail.Duties.Where(duty => duty.IsUnfinished).Select(duty => duty.Id)];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await supervision.FindAsync(id, View.Instant, cancellationToken) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        return Page();
    }
}
