using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Pages.Office.Matrix;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>落实情况: where the year stands, who is late, and what waits for the office.</summary>
[Authorize(Policies.Office)]
public sealed class IndexModel(
    OfficeMoments moments, BoardQueries board, OversightQueries oversight, WaitingQueries waiting, PlanQueries plans, TaskQueries tasks,
    MatrixLoader matrices) : PageModel
{
    private const int MostCases = 5;
    private const int MostAgencies = 10;
    private const string SinceName = "since";

    /// <summary>From when.</summary>
    public OfficeMoment Moment { get; private set; } = null!;

    /// <summary>The day since which duties turned red, as typed.</summary>
    public DayField Since { get; private set; } = null!;

    /// <summary>That day, or where none was typed, the last working day.</summary>
    public DateOnly SinceDay { get; private set; }

    /// <summary>The figures.</summary>
    public Board Board { get; private set; } = null!;

    /// <summary>The penalty cases that are overdue longest.</summary>
    public IReadOnlyList<OversightRow> LateCases { get; private set; } = [];

    /// <summary>What waits for the office now; null where the page looks back.</summary>
    public Waiting? Waiting { get; private set; }

    /// <summary>The whole matrix, of which the page shows the worst rows.</summary>
    public MatrixPage Matrix { get; private set; } = null!;

    /// <summary>How many agencies have anything overdue.</summary>
    public int AgenciesOverdue => Matrix.Tables.Sum(table => table.Rows.Count(row => row.Total.Tally.Overdue > 0));

    /// <summary>The agencies with the most overdue, and beneath them what each class of agencies comes to.</summary>
    public IReadOnlyList<MatrixRow> Worst { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await moments.LoadAsync(Request.Query, cancellationToken) is not { } moment)
        {
            return NotFound();
        }

        Moment = moment;
        Since = DayField.Read(Request.Query, SinceName, moment.Plan.IssuedOn, moment.Today).Before(moment.View.Today);
        SinceDay = Since.Day ?? moment.LastWorkingDay;
        var choices = await OfficeChoices.LoadAsync(moment.Plan.Id, board, plans, tasks, cancellationToken);
        Board = await board.LoadAsync(moment.Since(SinceDay), null, cancellationToken);
        LateCases = Board.PenaltyCases.Overdue == 0 ? [] : await oversight.FirstAsync(
            new OversightFilter { Event = TriggerKind.PenaltyDecision, States = OversightStates.Overdue }, MostCases, moment.At, cancellationToken);
        Waiting = moment.IsPresent ? await waiting.CountAsync(moment.Today, cancellationToken) : null;
        Matrix = matrices.Of(moment, choices, Board);
        Worst = WorstOf(Matrix);
        if (moment.AsOf.Problem is not null || Since.Problem is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private static List<MatrixRow> WorstOf(MatrixPage matrix) =>
    [
        .. matrix.Tables.SelectMany(table => table.Rows).Where(row => row.Total.Tally.Overdue > 0)
            .OrderByDescending(row => row.Total.Tally.Overdue).ThenBy(row => row.Total.Tally.Percent).Take(MostAgencies),
        .. matrix.Tables.Select(table => table.Total),
    ];
}
