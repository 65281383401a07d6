using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Agencies;

/// <summary>An agency's record: by section and month, what is overdue, what it was reminded of and asked for, and who answers for it.</summary>
[Authorize(Policies.Office)]
public sealed class DetailsModel(
    OfficeMoments moments, BoardQueries board, OversightQueries oversight, WaitingQueries waiting, AgencyPeopleQueries people, PlanQueries plans,
    SiteMap siteMap) : PageModel
{
    private const int MostOverdue = 20;

    /// <summary>The agency.</summary>
    public BoardAgency Agency { get; private set; } = null!;

    /// <summary>From when.</summary>
    public OfficeMoment Moment { get; private set; } = null!;

    /// <summary>Its figures.</summary>
    public Board Board { get; private set; } = null!;

    /// <summary>The plan's sections.</summary>
    public IReadOnlyList<SectionOption> Sections { get; private set; } = [];

    /// <summary>What has been overdue longest.</summary>
    public IReadOnlyList<OversightRow> Overdue { get; private set; } = [];

    /// <summary>The latest reminders.</summary>
    public IReadOnlyList<NoticeLine> Notices { get; private set; } = [];

    /// <summary>The latest requests.</summary>
    public IReadOnlyList<RequestLine> Requests { get; private set; } = [];

    /// <summary>Who answers for it.</summary>
    public IReadOnlyList<AgencyPerson> People { get; private set; } = [];

    /// <summary>The rows of all its figures.</summary>
    public OversightFilter Filter => new() { Agency = Agency.Id };

    /// <summary>Whether it can be reminded from here.</summary>
    public bool MayRemind => Moment.IsPresent && Overdue.Count > 0 && siteMap.Has(OfficeLinks.NewNotice);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await board.FindAgencyAsync(id, cancellationToken) is not { } agency
            || await moments.LoadAsync(Request.Query, cancellationToken) is not { } moment)
        {
            return NotFound();
        }

        (Agency, Moment) = (agency, moment);
        Sections = await plans.SectionsAsync(moment.Plan.Id, cancellationToken);
        Board = await board.LoadAsync(moment.At, id, cancellationToken);
        Overdue = await oversight.FirstAsync(Filter with { States = OversightStates.Overdue }, MostOverdue, moment.At, cancellationToken);
        Notices = await waiting.NoticesAsync(id, cancellationToken);
        Requests = await waiting.RequestsAsync(id, cancellationToken);
        People = await people.ActiveAsync(id, cancellationToken);
        if (moment.AsOf.Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }
}
