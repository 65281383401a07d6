using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Web.Infrastructure.Localization;

namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>Reads the matrix: agencies by sections, or by the tasks of one section.</summary>
public sealed class MatrixLoader(
    OfficeMoments moments, BoardQueries board, OversightQueries oversight, PlanQueries plans, TaskQueries tasks, OfficeWords office, DutyWords words)
{
    /// <summary>The matrix that an address asks for; null before a plan is loaded.</summary>
    public async Task<MatrixPage?> LoadAsync(string path, IQueryCollection address, CancellationToken cancellationToken)
    {
        if (await moments.LoadAsync(address, cancellationToken) is not { } moment)
        {
            return null;
        }

        var choices = await OfficeChoices.LoadAsync(moment.Plan.Id, board, plans, tasks, cancellationToken);
        var query = MatrixAddress.Read(address, choices);
        var compare = DayField.Read(address, MatrixAddress.Compare, moment.Plan.IssuedOn, moment.Today);
        var now = await FiguresAsync(query.Section, moment.At, choices, cancellationToken);
        var before = compare.Day is { } day
            ? await FiguresAsync(query.Section, await moments.AtAsync(moment, day, cancellationToken), choices, cancellationToken)
            : new Dictionary<(Guid AgencyId, string Key), DutyTally>();
        return new MatrixPage(path, moment, compare, query, choices, Columns(query.Section, choices, moment), Tables(query, choices, now, before, moment));
    }

    /// <summary>The matrix of figures that a page has already.</summary>
    public MatrixPage Of(OfficeMoment moment, OfficeChoices choices, Board figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var query = new MatrixQuery(null, null, OnlyOverdue: false, MatrixQuery.ByName, Descending: false);
        return new MatrixPage(
            OfficeLinks.Matrix, moment, new DayField(MatrixAddress.Compare, "", null, null), query, choices, Columns(null, choices, moment),
            Tables(query, choices, ByKey(figures), new Dictionary<(Guid AgencyId, string Key), DutyTally>(), moment));
    }

    private async Task<IReadOnlyDictionary<(Guid AgencyId, string Key), DutyTally>> FiguresAsync(
        int? section, OversightInstant at, OfficeChoices choices, CancellationToken cancellationToken)
    {
        if (section is null)
        {
            return ByKey(await board.LoadAsync(at, null, cancellationToken));
        }

        var keys = choices.Tasks.ToDictionary(task => task.Id, MatrixColumn.KeyOf);
        var figures = await oversight.ByTaskAsync(new OversightFilter { Section = section }, at, cancellationToken);
        return figures.ToDictionary(figure => (figure.AgencyId, keys[figure.TaskId]), figure => figure.Tally);
    }

    private static Dictionary<(Guid AgencyId, string Key), DutyTally> ByKey(Board figures) =>
        figures.Sections.ToDictionary(pair => (pair.Key.AgencyId, MatrixColumn.KeyOf(pair.Key.Section)), pair => pair.Value);

    private List<MatrixColumn> Columns(int? section, OfficeChoices choices, OfficeMoment moment)
    {
        string InSection(int ordinal) => MatrixAddress.Href(
            OfficeLinks.Matrix, new MatrixQuery(ordinal, null, OnlyOverdue: false, MatrixQuery.ByName, Descending: false), moment.Day, null);

        return section is { } chosen
            ? [.. choices.Tasks.Where(task => task.Section == chosen).Select(task => new MatrixColumn(
                MatrixColumn.KeyOf(task), office.TaskName(task.Number, task.Title), true, OfficeLinks.Task(task.Id, moment.Day), chosen, task.Id))]
            : [
                .. choices.Sections.Select(row => new MatrixColumn(MatrixColumn.KeyOf(row.Ordinal), row.Title, true, InSection(row.Ordinal), row.Ordinal, null)),
                new MatrixColumn(MatrixColumn.KeyOf(0), words.General, false, InSection(0), 0, null),
            ];
    }

    private List<MatrixTable> Tables(
        MatrixQuery query, OfficeChoices choices, IReadOnlyDictionary<(Guid AgencyId, string Key), DutyTally> now,
        IReadOnlyDictionary<(Guid AgencyId, string Key), DutyTally> before, OfficeMoment moment)
    {
        var columns = Columns(query.Section, choices, moment);
        var tables = new List<MatrixTable>();
        foreach (var agencyClass in Enum.GetValues<AgencyClass>().Where(of => query.Class is null || query.Class == of))
        {
            var rows = choices.Agencies.Where(agency => AgencyClasses.Of(agency.Kind) == agencyClass)
                .Select(agency => Row(agency, columns, query, now, before))
                .Where(row => row.Total.Tally.Owed + row.Total.Tally.Exempt + row.Total.Before.Owed > 0 && (!query.OnlyOverdue || row.Total.Tally.Overdue > 0));
            var sorted = Sort([.. rows], columns, query);
            if (sorted.Count > 0)
            {
                tables.Add(new MatrixTable(agencyClass, sorted, Total(agencyClass, sorted, columns, query)));
            }
        }

        return tables;
    }

    private MatrixRow Row(
        BoardAgency agency, List<MatrixColumn> columns, MatrixQuery query, IReadOnlyDictionary<(Guid AgencyId, string Key), DutyTally> now,
        IReadOnlyDictionary<(Guid AgencyId, string Key), DutyTally> before)
    {
        var cells = columns.Select(column => new MatrixCell(
            now.GetValueOrDefault((agency.Id, column.Key)), before.GetValueOrDefault((agency.Id, column.Key)),
            new OversightFilter { Agency = agency.Id, Section = column.Section, Task = column.Task })).ToList();
        return new MatrixRow(agency.Id, office.AgencyName(agency), Together(cells, new OversightFilter { Agency = agency.Id, Section = query.Section }), cells);
    }

    // A total counts the rows that are listed. Where not all of a class are, no filter names just those, and it is no link.
    private MatrixRow Total(AgencyClass agencyClass, List<MatrixRow> rows, List<MatrixColumn> columns, MatrixQuery query)
    {
        var cells = columns.Select((column, index) => Together(
            [.. rows.Select(row => row.Cells[index])], new OversightFilter { Class = agencyClass, Section = column.Section, Task = column.Task })).ToList();
        return new MatrixRow(null, office.ClassName(agencyClass), Together(cells, new OversightFilter { Class = agencyClass, Section = query.Section }), cells);
    }

    private static MatrixCell Together(List<MatrixCell> cells, OversightFilter filter) =>
        new(DutyTally.Sum(cells.Select(cell => cell.Tally)), DutyTally.Sum(cells.Select(cell => cell.Before)), filter);

    private static List<MatrixRow> Sort(List<MatrixRow> rows, List<MatrixColumn> columns, MatrixQuery query)
    {
        var index = columns.FindIndex(column => column.Key == query.Sort);
        int? Key(MatrixRow row) => query.Sort switch
        {
            MatrixQuery.ByName => 0,
            MatrixQuery.ByOverdue => row.Total.Tally.Overdue,
            MatrixQuery.ByRate => row.Total.Tally.Percent,
            _ => row.Cells[index].Tally.Percent,
        };

        if (query.Sort == MatrixQuery.ByName)
        {
            if (query.Descending)
            {
                rows.Reverse();
            }

            return rows;
        }

        // What has no rate stands at the end in either direction.
        var rated = rows.OrderBy(row => Key(row) is null);
        return [.. query.Descending ? rated.ThenByDescending(Key) : rated.ThenBy(Key)];
    }
}
