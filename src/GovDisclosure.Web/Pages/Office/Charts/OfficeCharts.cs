using GovDisclosure.Data.Dashboards;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Charts;

/// <summary>The office's charts: each figure of each column is a link to its rows.</summary>
public sealed class OfficeCharts(IStringLocalizer<OfficeText> text, OfficeWords words, PortalFormat format)
{
    private static readonly (OversightStates States, string CssClass)[] Parts =
    [
        (OversightStates.OnTime, "bar-done"), (OversightStates.Late, "bar-done-late"), (OversightStates.Open, "bar-open"), (OversightStates.Overdue, "bar-overdue"),
    ];

    /// <summary>逐月落实情况: how the duties due in each month stand.</summary>
    public ColumnChart Trend(Board board, OversightFilter filter, OfficeMoment moment)
    {
        ArgumentNullException.ThrowIfNull(board);
        var columns = board.Months.Where(pair => pair.Value.Owed > 0).OrderBy(pair => pair.Key).Select(pair =>
        {
            var of = filter with { DueFrom = pair.Key, DueTo = pair.Key.AddMonths(1).AddDays(-1) };
            return new ChartColumn(
                Month(pair.Key), [.. Parts.Select(part => Figure(new OversightCounts(pair.Value).Of(part.States), of with { States = part.States }, moment))],
                pair.Value.Overdue > 0 ? text["Chart.OverdueMark", PortalFormat.Count(pair.Value.Overdue)].Value : null);
        }).ToList();
        var worst = board.Months.Where(pair => pair.Value.Overdue > 0).OrderByDescending(pair => pair.Value.Overdue).Select(pair => (DateOnly?)pair.Key).FirstOrDefault();
        return new ColumnChart(
            "trend", text["Trend.Title"],
            worst is { } month
                ? text["Trend.Description", PortalFormat.Count(board.Total.Owed), Month(month), PortalFormat.Count(board.Months[month].Overdue)]
                : text["Trend.DescriptionNoneLate", PortalFormat.Count(board.Total.Owed)],
            text["Trend.Column"], [.. Parts.Select(part => new ChartPart(part.CssClass, words.StateName(part.States)))], columns);
    }

    /// <summary>逾期时长: for how many working days what is overdue has been so.</summary>
    public ColumnChart Ageing(Board board, OversightFilter filter, OfficeMoment moment)
    {
        ArgumentNullException.ThrowIfNull(board);
        var columns = OverdueAge.SeenFrom(moment.View.Today, moment.View.Calendar).Select(age =>
        {
            var count = board.OverdueByDay.Where(pair => age.Covers(pair.Key)).Sum(pair => pair.Value);
            var of = filter with { States = OversightStates.Overdue, DueFrom = age.DueFrom, DueTo = age.DueTo };
            return new ChartColumn(words.Age(age), [Figure(count, of, moment)], null);
        }).ToList();
        return new ColumnChart(
            "ageing", text["Ageing.Title"], text["Ageing.Description", PortalFormat.Count(board.Total.Overdue)],
            text["Ageing.Column"], [new ChartPart("bar-overdue", words.StateName(OversightStates.Overdue))], columns);
    }

    private string Month(DateOnly first) => first.ToString(format.IsChinese ? "M月" : "MMM", format.Culture);

    private static ChartFigure Figure(int count, OversightFilter filter, OfficeMoment moment) => new(count, OfficeLinks.Rows(filter, moment.Day));
}
