using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>下级单位: how each sub-unit stands with what it was passed; each figure opens its rows.</summary>
[Authorize(Policies.District)]
public sealed class UnitsModel(SubUnitQueries units, PresentView present, UnitExport file) : PageModel
{
    /// <summary>The columns, each exactly the sum of states that it names.</summary>
    public static IReadOnlyList<StateFilter> Columns { get; } =
        [StateFilter.Overdue, StateFilter.DueSoon, StateFilter.Upcoming, StateFilter.OnTime, StateFilter.Late, StateFilter.Released, StateFilter.All];

    /// <summary>The instant of all figures on the page.</summary>
    public DutyView View { get; private set; } = null!;

    /// <summary>The sub-units.</summary>
    public IReadOnlyList<UnitStanding> Standings { get; private set; } = [];

    /// <summary>How many parts stand in some states, of all sub-units together.</summary>
    public int Total(StateFilter state) => Standings.Sum(standing => standing.Counts.Of(state));

    public async Task<IActionResult> OnGetAsync(string? export, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        Standings = await units.OverviewAsync(View.Today, View.Instant, cancellationToken);
        return ListExport.IsFormat(export) ? ListExport.File(file.Overview(this), export!, "sub-units") : Page();
    }
}
