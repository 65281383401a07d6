using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>One duty: what is asked, until when and why that day, how far it is, what happened.</summary>
[Authorize(Policies.Work)]
public sealed class DetailsModel(
    ObligationDetailQuery query, SubUnitQueries units, PresentView present, IAuthorizationService authorization, SiteMap siteMap) : PageModel
{
    /// <summary>The instant of all states on the page.</summary>
    public DutyView View { get; private set; } = null!;

    /// <summary>The duty with all that hangs on it.</summary>
    public ObligationDetail Detail { get; private set; } = null!;

    /// <summary>Why it was first due when it was.</summary>
    public DutyWhy Why { get; private set; } = null!;

    /// <summary>Whether this person may log a disclosure for it now.</summary>
    public bool MayLog { get; private set; }

    /// <summary>Whether this person only reads what others handle.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>How the district passed it down; <see langword="null"/> where it did not, or the reader is of no district.</summary>
    public PassedDuty? Passed { get; private set; }

    /// <summary>Whether this person may pass it down or change how it was.</summary>
    public bool MayPass { get; private set; }

    public ObligationRow Duty => Detail.Obligation;

    /// <summary>Whether it is still owed and undone.</summary>
    public bool IsUnfinished => StateFilters.StatesOf(StateFilter.Unfinished).Contains(Duty.State);

    /// <summary>Whether its time has not begun.</summary>
    public bool IsBeforeWindow => Duty.WindowStart > View.Today;

    public async Task<IActionResult> OnGetAsync(Guid id, string? format, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await query.FindAsync(id, View.Instant, cancellationToken) is not { } detail)
        {
            return NotFound();
        }

        Detail = detail;
        Why = DutyWhy.Of(detail, View);
        if (ExplanationResult.IsAskedFor(format))
        {
            return new ExplanationResult(Why.Explanation);
        }

        if (Detail.From is null && (await authorization.AuthorizeAsync(User, Policies.District)).Succeeded)
        {
            Passed = await units.FindAsync(id, View.Instant, cancellationToken);
            MayPass = Passed is { Parts.Count: > 0 } || (IsUnfinished && (await units.AllAsync(View.Today, cancellationToken)).Any(unit => unit.Exists));
        }

        IsReadOnly = !(await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        MayLog = !IsReadOnly && IsUnfinished && !IsBeforeWindow && siteMap.Has(WorkLinks.LogDisclosure);
        return Page();
    }
}
