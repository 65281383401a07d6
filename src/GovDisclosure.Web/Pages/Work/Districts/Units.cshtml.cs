using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>下级单位: how each sub-unit stands with what it was passed; each figure opens its rows.</summary>
[Authorize(Policies.District)]
public sealed class UnitsModel(SubUnitQueries units, PresentView present) : PageModel
{
    /// <summary>The columns, each exactly the sum of states that it names.</summary>
    public static IReadOnlyList<StateFilter> Columns { get; } =
        [StateFilter.Overdue, StateFilter.DueSoon, StateFilter.Upcoming, StateFilter.OnTime, StateFilter.Late, StateFilter.Released, StateFilter.All];

    /// <summary>The sub-units.</summary>
    public IReadOnlyList<UnitStanding> Standings { get; private set; } = [];

    /// <summary>How many parts stand in some states, of all sub-units together.</summary>
    public int Total(StateFilter state) => Standings.Sum(standing => standing.Counts.Of(state));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var view = await present.LoadAsync(cancellationToken);
        Standings = await units.OverviewAsync(view.Today, view.Instant, cancellationToken);
    }
}
