using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Districts;

/// <summary>A district's lists of its sub-units' parts as files: the rows of the screen under the same filters.</summary>
public sealed class UnitExport(ExportStamps stamps, IStringLocalizer<DistrictText> text, IStringLocalizer<WorkText> work, DutyWords words, PortalFormat format)
{
    /// <summary>The sub-units with their counts, and all together at the end.</summary>
    public ExportTable Overview(UnitsModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new ExportTable(
            text["Units.Title"], stamps.Of(page.View.Today, [], page.Standings.Count, page.Standings.Count),
            [text["Parts.Unit"], .. UnitsModel.Columns.Select(state => work[$"State.{state}"].Value)],
            [
                .. page.Standings.Select(standing => Line(
                    format.Name(standing.Unit.ShortName, standing.Unit.EnglishName), state => standing.Counts.Of(state))),
                Line(text["Units.Total"], page.Total),
            ]);
    }

    /// <summary>The parts, one a line.</summary>
    /// <param name="page">The list with its filters.</param>
    /// <param name="rows">Its rows, on all pages together.</param>
    public ExportTable Parts(UnitDutiesModel page, IReadOnlyList<PartRow> rows)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(rows);
        var unfinished = StateFilters.StatesOf(StateFilter.Unfinished);
        return new ExportTable(
            text["Duties.Title"],
            stamps.Of(
                page.View.Today,
                [
                    new(text["Parts.Unit"], page.Chosen?.Unit is { } unit ? format.Name(unit.ShortName, unit.EnglishName) : text["Duties.AllUnits"]),
                    new(work["Filter.state"], work[$"State.{page.State}"]),
                ],
                rows.Count, page.Found),
            [
                text["Duties.Duty"], work["Filter.task"], text["Parts.Unit"], text["Parts.State"], work["Column.Days"], text["Parts.Due"], text["Duties.CityDue"],
                work["Column.Published"], work["Column.PublishedCount"], work["Column.RequiredCount"],
            ],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                words.Title(row.TriggerTitle, row.Clause, row.TaskTitle, row.OccurrenceKey).ToString(), words.TaskNumber(row.TaskNumber),
                format.Name(row.UnitShortName, row.UnitEnglishName), words.State(row.State), ExportStamps.DaysLeft(row.DueAt, unfinished.Contains(row.State), page.View),
                stamps.Due(row.DueAt), stamps.Due(row.WholeDueAt), row.FulfilledAt is { } published ? BeijingTime.DateOf(published) : null,
                row.PublishedCount, row.RequiredCount,
            ])]);
    }

    private static IReadOnlyList<object?> Line(string name, Func<StateFilter, int> count) => [name, .. UnitsModel.Columns.Select(state => (object?)count(state))];
}
