using GovDisclosure.Data;
using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Pages.Work.Obligations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>The parts that sub-units owe, those due first on top: the rows behind each figure of the overview.</summary>
[Authorize(Policies.District)]
public sealed class UnitDutiesModel(SubUnitQueries units, PresentView present, UnitExport file) : PageModel
{
    /// <summary>The code of one sub-unit; all where it is empty.</summary>
    [FromQuery(Name = DistrictLinks.Unit)]
    public string? UnitCode { get; set; }

    [FromQuery(Name = DistrictLinks.State)]
    public string? StateWord { get; set; }

    [FromQuery(Name = DistrictLinks.After)]
    public string? After { get; set; }

    [FromQuery(Name = DistrictLinks.Before)]
    public string? Before { get; set; }

    /// <summary>The instant of all figures on the page.</summary>
    public DutyView View { get; private set; } = null!;

    /// <summary>The sub-units to choose from, with their counts.</summary>
    public IReadOnlyList<UnitStanding> Standings { get; private set; } = [];

    /// <summary>The one chosen.</summary>
    public UnitStanding? Chosen { get; private set; }

    /// <summary>The states shown.</summary>
    public StateFilter State { get; private set; }

    /// <summary>The rows.</summary>
    public PartPage Parts { get; private set; } = null!;

    /// <summary>How many there are, on all pages together.</summary>
    public int Found => Standings.Where(standing => Chosen is null || standing == Chosen).Sum(standing => standing.Counts.Of(State));

    public async Task<IActionResult> OnGetAsync(string? export, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        State = EnumWords.TryFromWord<StateFilter>(StateWord, out var state) ? state : StateFilter.Unfinished;
        Standings = await units.OverviewAsync(View.Today, View.Instant, cancellationToken);
        if (!string.IsNullOrEmpty(UnitCode))
        {
            Chosen = Standings.FirstOrDefault(standing => standing.Unit.Code == UnitCode);
            if (Chosen is null)
            {
                return NotFound();
            }
        }

        if (ListExport.IsFormat(export))
        {
            return ListExport.File(file.Parts(this, await units.ListAllAsync(Chosen?.Unit.Code, State, View.Instant, cancellationToken)), export!, "parts");
        }

        Parts = await units.ListAsync(
            Chosen?.Unit.Code, State, new PageRequest(DutyAddress.ReadPlace(After), DutyAddress.ReadPlace(Before)), View.Instant, cancellationToken);
        return Page();
    }
}
