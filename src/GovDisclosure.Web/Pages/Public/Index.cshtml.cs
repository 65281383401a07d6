using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Pages.Work.Obligations;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Public;

/// <summary>The start page: what the portal is, and for each kind of reader how things stand and the way on.</summary>
public sealed class IndexModel(
    Viewer viewer, ObligationQueries obligations, CityQueries city, PresentView view,
    IStringLocalizer<SharedText> shared, IStringLocalizer<HomeText> text) : PageModel
{
    private const int MostNext = 3;

    public Viewer Viewer => viewer;

    /// <summary>The present, where there are duties to show.</summary>
    public DutyView? Now { get; private set; }

    /// <summary>The counts of the reader's own agency; null for a reader without one.</summary>
    public Lights? Duties { get; private set; }

    /// <summary>How many duties the agency has this year.</summary>
    public int Owed { get; private set; }

    /// <summary>The duties to do next.</summary>
    public IReadOnlyList<DutyRow> Next { get; private set; } = [];

    /// <summary>How every agency stands, for the municipal office.</summary>
    public CityStanding? City { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (!viewer.IsAgencyStaff && !viewer.IsMunicipalOffice)
        {
            return;
        }

        Now = await view.LoadAsync(cancellationToken);
        var counts = await obligations.CountAsync(new ObligationFilter(), Now.Instant, cancellationToken);
        Duties = LightsOf(counts);
        Owed = counts.Of(StateFilter.Unfinished) + counts.Of(StateFilter.Done);
        Next = await obligations.NextAsync(Now.Instant, MostNext, cancellationToken);
        if (viewer.IsMunicipalOffice)
        {
            City = await city.StandingAsync(Now.Instant, cancellationToken);
        }
    }

    private Lights LightsOf(DutyCounts counts)
    {
        Light Of(Tone tone, StateFilter filter, string label, string? detail = null) =>
            new(tone, PortalFormat.Count(counts.Of(filter)), label, detail, DutyAddress.Href(new ObligationFilter { State = filter }));

        return new Lights(
            text["Duties.Lights"],
            [
                Of(Tone.Late, StateFilter.Overdue, shared[$"State.{ObligationState.Overdue}"]),
                Of(Tone.Soon, StateFilter.DueSoon, shared[$"State.{ObligationState.DueSoon}"], text["Duties.Soon", Now!.DueSoonWorkingDays]),
                Of(Tone.Neutral, StateFilter.Upcoming, shared[$"State.{ObligationState.Upcoming}"]),
                Of(Tone.Done, StateFilter.Done, text["Duties.Done"], text["Duties.DoneDetail", PortalFormat.Count(counts.Of(StateFilter.OnTime)), PortalFormat.Count(counts.Of(StateFilter.Late))]),
            ]);
    }
}
