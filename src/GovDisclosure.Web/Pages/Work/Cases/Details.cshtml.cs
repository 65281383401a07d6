using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Pages.Work.Obligations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>One penalty case: what was decided, until when it must be out and why that day, and what has become of it.</summary>
[Authorize(Policies.Work)]
public sealed class DetailsModel(CaseQueries cases, PresentView present, IAuthorizationService authorization) : PageModel
{
    /// <summary>The instant of all states on the page.</summary>
    public DutyView View { get; private set; } = null!;

    public CaseDetail Detail { get; private set; } = null!;

    /// <summary>Why it is due when it is.</summary>
    public DutyWhy Why { get; private set; } = null!;

    /// <summary>Whether this person handles cases.</summary>
    public bool MayEdit { get; private set; }

    /// <summary>Whether this person decides what a colleague asked for.</summary>
    public bool MayDecide { get; private set; }

    public ObligationRow Duty => Detail.Duty.Obligation;

    public bool MayPublish => MayEdit && Detail is { Published: null, IsCancelled: false, IsExempt: false, Waiting: null };

    public bool MayTakeDown => MayEdit && Detail.Published is not null;

    public bool MayExempt => MayPublish;

    public bool MayCancel => MayEdit && Detail is { Published: null, IsCancelled: false };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await cases.FindAsync(id, View.Instant, cancellationToken) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        Why = DutyWhy.Of(detail.Duty, View);
        MayEdit = (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        MayDecide = detail is { Waiting: not null, IsCancelled: false } && (await authorization.AuthorizeAsync(User, Policies.AgencyApproval)).Succeeded;
        return Page();
    }

    /// <summary>The word for how an exemption stands.</summary>
    public static string StandingOf(CaseExemption exemption)
    {
        ArgumentNullException.ThrowIfNull(exemption);
        return exemption.Approved switch { null => "Waiting", true => "Approved", false => "Refused" };
    }
}
