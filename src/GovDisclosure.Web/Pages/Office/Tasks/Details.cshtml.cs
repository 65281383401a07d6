using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office.Tasks;

/// <summary>A task: its words, and how each agency stands, those who lead and those who assist apart.</summary>
[Authorize(Policies.Office)]
public sealed class DetailsModel(OfficeMoments moments, TaskQueries tasks, ChoiceQueries choices, BoardQueries board, OversightQueries oversight, OfficeWords office, OfficeExports exports, DutyWords words) : PageModel
{
    /// <summary>The task with its words.</summary>
    public TaskPageWords Words { get; private set; } = null!;

    /// <summary>The groups that the task names.</summary>
    public IReadOnlyList<TaskGroup> Groups { get; private set; } = [];

    /// <summary>From when.</summary>
    public OfficeMoment Moment { get; private set; } = null!;

    /// <summary>The agencies that lead.</summary>
    public IReadOnlyList<RecordLine> Leading { get; private set; } = [];

    /// <summary>The agencies that assist.</summary>
    public IReadOnlyList<RecordLine> Assisting { get; private set; } = [];

    /// <summary>All agencies together.</summary>
    public DutyTally Total { get; private set; }

    /// <summary>How many agencies owe anything under the task.</summary>
    public int Owing { get; private set; }

    /// <summary>How many of them have nothing overdue.</summary>
    public int UpToDate { get; private set; }

    /// <summary>The rows of all its figures.</summary>
    public OversightFilter Filter => new() { Task = Words.Task.Id };

    /// <summary>The page's own address, of which its files are made.</summary>
    public ListAddress Address => new(OfficeLinks.Task(Words.Task.Id, null), new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        [OfficeMoments.AsOf] = Moment.Day is { } day ? PortalFormat.Machine(day) : null,
    });

    public async Task<IActionResult> OnGetAsync(Guid id, string? export, CancellationToken cancellationToken)
    {
        if (await moments.LoadAsync(Request.Query, cancellationToken) is not { } moment
            || await tasks.FindAsync(moment.Plan.Id, id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Moment, Words) = (moment, found);
        Groups = await choices.GroupsAsync(id, cancellationToken);
        var agencies = await board.AgenciesAsync(cancellationToken);
        var figures = (await oversight.ByTaskAsync(Filter, moment.At, cancellationToken)).ToDictionary(figure => figure.AgencyId);
        var lines = agencies.Where(agency => figures.ContainsKey(agency.Id)).Select(agency => (Line: LineOf(agency, figures[agency.Id]), figures[agency.Id].Role)).ToList();
        Leading = [.. lines.Where(of => Leads(of.Role)).Select(of => of.Line)];
        Assisting = [.. lines.Where(of => !Leads(of.Role)).Select(of => of.Line)];
        Total = DutyTally.Sum(figures.Values.Select(figure => figure.Tally));
        Owing = figures.Values.Count(figure => figure.Tally.Owed > 0);
        UpToDate = figures.Values.Count(figure => figure.Tally is { Owed: > 0, Overdue: 0 });
        if (moment.AsOf.Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else if (ListExport.IsFormat(export))
        {
            var title = $"{words.TaskNumber(found.Task.Number)} {found.Task.Title}";
            return ListExport.File(exports.Task(title, moment, Leading, Assisting), export!, $"task-{moment.View.Today:yyyy-MM-dd}");
        }

        return Page();
    }

    private RecordLine LineOf(BoardAgency agency, TaskFigure figure) => new(
        office.AgencyName(agency), string.IsNullOrWhiteSpace(agency.EnglishName), OfficeLinks.Agency(agency.Id, Moment.Day), figure.Tally,
        Filter with { Agency = agency.Id });

    private static bool Leads(AssignmentRole role) => role is AssignmentRole.Lead or AssignmentRole.JointLead;
}
