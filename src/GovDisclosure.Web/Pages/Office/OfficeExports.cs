using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Exports;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Pages.Office.Matrix;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>The office's lists as files: the same rows in the same order as on the screen, with the filters and the day above them.</summary>
public sealed class OfficeExports(IStringLocalizer<OfficeText> text, OfficeWords office, DutyWords words, PortalFormat format)
{
    private static readonly string[] CellKeys =
        ["Matrix.Rate", "State.Settled", "State.OnTime", "State.Late", "State.Open", "State.Overdue", "State.Exempt"];

    /// <summary>Duties, one a line.</summary>
    public ExportTable Duties(OversightList list) => new(
        text["Duties.Title"], [.. Stamps(list)],
        [
            text["Column.Agency"], text["Column.Duty"], text["Column.Task"], text["Column.TaskTitle"], text["Column.Role"], text["Column.Due"],
            text["Column.OriginalDue"], text["Column.State"], text["Column.Days"], text["Column.Published"],
        ],
        [.. list.Page.Rows.Select(row => (IReadOnlyList<object?>)
        [
            office.AgencyName(row), Title(row), words.TaskNumber(row.TaskNumber), row.TaskTitle, words.Role(row.Role), DueOn(row.DueAt), DueOn(row.OriginalDueAt),
            words.State(row.State), DaysLeft(row, list), row.FulfilledAt is { } published ? BeijingTime.DateOf(published) : null,
        ])]);

    /// <summary>Penalty cases, one a line.</summary>
    public ExportTable Cases(OversightList list, IReadOnlyDictionary<Guid, ExemptionGround> grounds) => new(
        text["Cases.Title"], [.. Stamps(list)],
        [
            text["Column.Agency"], text["Column.Reference"], text["Column.Case"], text["Column.Decided"], text["Column.Due"], text["Column.State"],
            text["Column.Days"], text["Column.Published"], text["Column.Ground"],
        ],
        [.. list.Page.Rows.Select(row => (IReadOnlyList<object?>)
        [
            office.AgencyName(row), row.TriggerReference, row.TriggerTitle, row.TriggeredAt is { } decided ? BeijingTime.DateOf(decided) : null, DueOn(row.DueAt),
            words.State(row.State), DaysLeft(row, list), row.FulfilledAt is { } published ? BeijingTime.DateOf(published) : null,
            row.TriggerId is { } id && grounds.TryGetValue(id, out var ground) ? text[$"Ground.{ground}"].Value : null,
        ])]);

    /// <summary>The matrix: a line for each agency and each total, with the parts of every cell.</summary>
    public ExportTable Matrix(MatrixPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var columns = new List<string> { text["Column.Class"], text["Column.Agency"] };
        foreach (var name in page.Columns.Select(column => column.Title).Prepend(text["Matrix.Total"]))
        {
            columns.AddRange(CellKeys.Select(key => $"{name} {text[key]}"));
            if (page.CompareDay is not null)
            {
                columns.Add($"{name} {text["Matrix.RateBefore"]}");
            }
        }

        var rows = page.Tables.SelectMany(table => table.Rows.Append(table.Total)
            .Select(row => (IReadOnlyList<object?>)[office.ClassName(table.Class), row.Name, .. row.Cells.Prepend(row.Total).SelectMany(cell => Cells(cell, page))]));
        return new ExportTable(text["Matrix.Title"], [.. Stamps(page)], columns, [.. rows]);
    }

    /// <summary>The agencies with their counts.</summary>
    public ExportTable Agencies(MatrixPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new ExportTable(
            text["Agencies.Title"], [.. Stamps(page)],
            [text["Column.Class"], text["Column.Agency"], .. TallyColumns()],
            [.. page.Tables.SelectMany(table => table.Rows.Select(row => (IReadOnlyList<object?>)[office.ClassName(table.Class), row.Name, .. Tally(row.Total.Tally)]))]);
    }

    /// <summary>A task's agencies with their counts: those who lead, then those who assist.</summary>
    public ExportTable Task(string title, OfficeMoment moment, IReadOnlyList<RecordLine> leading, IReadOnlyList<RecordLine> assisting)
    {
        IEnumerable<IReadOnlyList<object?>> Rows(string role, IReadOnlyList<RecordLine> lines) =>
            lines.Select(line => (IReadOnlyList<object?>)[role, line.Name, .. Tally(line.Tally)]);

        ArgumentNullException.ThrowIfNull(moment);
        return new ExportTable(
            title, [Day(moment), RateMeans()], [text["Column.Role"], text["Column.Agency"], .. TallyColumns()],
            [.. Rows(text["Role.Lead"], leading), .. Rows(text["Role.Assisting"], assisting)]);
    }

    private static IEnumerable<object?> Tally(DutyTally tally) =>
        [tally.Owed, tally.Settled, tally.Percent, tally.OnTime, tally.Late, tally.Open, tally.Overdue, tally.Exempt];

    private IEnumerable<string> TallyColumns() =>
    [
        text["State.Owed"], text["State.Settled"], text["Matrix.Rate"], text["State.OnTime"], text["State.Late"], text["State.Open"], text["State.Overdue"],
        text["State.Exempt"],
    ];

    private static IEnumerable<object?> Cells(MatrixCell cell, MatrixPage page)
    {
        var tally = cell.Tally;
        IEnumerable<object?> parts = [tally.Percent, tally.Settled, tally.OnTime, tally.Late, tally.Open, tally.Overdue, tally.Exempt];
        return page.CompareDay is null ? parts : parts.Append(cell.Before.Percent);
    }

    private IEnumerable<KeyValuePair<string, string>> Stamps(OversightList list)
    {
        yield return Day(list.Moment);
        foreach (var (label, value, _) in office.Filters(list.Filter, list.Choices, OversightStates.Owed))
        {
            yield return KeyValuePair.Create(label, value);
        }

        yield return KeyValuePair.Create(text["Export.Rows"].Value, list.Found > list.Page.Rows.Count
            ? text["Export.Cut", PortalFormat.Count(list.Page.Rows.Count), PortalFormat.Count(list.Found)].Value
            : PortalFormat.Count(list.Found));
    }

    private IEnumerable<KeyValuePair<string, string>> Stamps(MatrixPage page)
    {
        yield return Day(page.Moment);
        if (page.CompareDay is { } compare)
        {
            yield return KeyValuePair.Create(text["Compare.Label"].Value, format.DayWithYear(compare));
        }

        if (page.Query.Section is { } section)
        {
            yield return KeyValuePair.Create(text["Filter.section"].Value, office.SectionName(section, page.Choices));
        }

        if (page.Query.Class is { } agencyClass)
        {
            yield return KeyValuePair.Create(text["Filter.class"].Value, office.ClassName(agencyClass));
        }

        if (page.Query.OnlyOverdue)
        {
            yield return KeyValuePair.Create(text["Filter.state"].Value, text["Agencies.Overdue"].Value);
        }

        yield return RateMeans();
    }

    private KeyValuePair<string, string> RateMeans() => KeyValuePair.Create(text["Matrix.Rate"].Value, text["Matrix.RateMeans"].Value);

    private KeyValuePair<string, string> Day(OfficeMoment moment) => KeyValuePair.Create(text["AsOf.Label"].Value, format.DayWithYear(moment.View.Today));

    private string Title(OversightRow row) => words.Title(row.TriggerTitle, row.Clause, row.TaskTitle, row.OccurrenceKey).ToString();

    private static DateOnly DueOn(DateTimeOffset dueAt) => new Due(dueAt, IsProvisional: false).DueOn;

    // Working days left, below zero where the day has passed; nothing once it is done.
    private static int? DaysLeft(OversightRow row, OversightList list) => OversightFilter.StatesOf(OversightStates.Unfinished).Contains(row.State)
        ? list.Moment.View.Calendar.WorkingDaysBetween(list.Moment.View.Today, DueOn(row.DueAt))
        : null;
}
