using GovDisclosure.Data.Dashboards;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>From ticked rows to the form of a reminder: a list's rows name duties, the form asks for their agencies too.</summary>
[Authorize(Policies.Office)]
public sealed class RemindModel(OversightQueries oversight, IStringLocalizer<OfficeText> text) : PageModel
{
    // A page of a list, and some more for whoever writes an address by hand.
    private const int Most = 200;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "duty")] IReadOnlyList<Guid>? duties, CancellationToken cancellationToken)
    {
        var owners = await oversight.OwnersAsync([.. (duties ?? []).Take(Most)], cancellationToken);
        if (owners.Count > 0)
        {
            return Redirect(OfficeLinks.Prepare(owners.Select(row => row.AgencyId).Distinct(), owners.Select(row => row.Id)));
        }

        TempData.Notify(new Notification(NotificationKind.Information, text["Remind.Nothing"]));
        return Redirect(OfficeLinks.Rows(new OversightFilter { States = OversightStates.Overdue }, null));
    }
}
