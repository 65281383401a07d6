using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>The agency's duties as a file: the rows of the list under the same filters.</summary>
public sealed class DutyExport(ExportStamps stamps, IStringLocalizer<WorkText> text, DutyWords words, PortalFormat format)
{
    /// <summary>Makes the table.</summary>
    /// <param name="page">The list with its filters.</param>
    /// <param name="rows">Its rows, on all pages together.</param>
    public ExportTable Table(IndexModel page, IReadOnlyList<DutyRow> rows)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(rows);
        // What nobody on the list has is no column: leads and parts are a district's, who passed it down is a sub-unit's.
        var hasDistrict = rows.Any(row => row.From is not null);
        string[] columns =
        [
            text["Column.Duty"], text["Filter.task"], text["Column.TaskTitle"], text["Column.Rule"], text["Filter.role"], text["Column.Due"],
            text["Column.OriginalDue"], text["Filter.state"], text["Column.Days"], text["Column.Published"], text["Column.PublishedCount"], text["Column.RequiredCount"],
            .. page.IsDistrict ? [text["Filter.lead"], text["Column.PartsDone"], text["Column.Parts"]] : Array.Empty<string>(),
            .. hasDistrict ? [text["Column.PassedBy"], text["Column.CityDue"]] : Array.Empty<string>(),
        ];
        return new ExportTable(text["Title"], stamps.Of(page.View.Today, Filters(page), rows.Count, page.Found), columns, [.. rows.Select(row => Line(row, page, hasDistrict))]);
    }

    private IEnumerable<KeyValuePair<string, string>> Filters(IndexModel page)
    {
        var list = new DutyListWords(page, text, words, format);
        var state = list.FilterName(DutyAddress.State);
        return list.Chips().Items.Select(chip => KeyValuePair.Create(chip.Label, chip.Value)).Where(chip => chip.Key != state)
            .Prepend(KeyValuePair.Create(state, list.StateName(page.Address.Filter.State)));
    }

    private IReadOnlyList<object?> Line(DutyRow row, IndexModel page, bool hasDistrict) =>
    [
        words.Title(row.TriggerTitle, row.Clause, row.TaskTitle, row.OccurrenceKey).ToString(), words.TaskNumber(row.TaskNumber), row.TaskTitle, words.Rule(row.Rule),
        words.Role(row.Role), stamps.Due(row.DueAt), stamps.Due(row.OriginalDueAt), words.State(row.State),
        ExportStamps.DaysLeft(row.DueAt, IndexModel.IsUnfinished(row), page.View), row.FulfilledAt is { } published ? BeijingTime.DateOf(published) : null,
        row.PublishedCount, row.RequiredCount,
        .. page.IsDistrict
            ? [format.List(row.Leads.Select(lead => format.Name(lead.ShortName, lead.EnglishName))), row.Parts?.Done, row.Parts?.Total]
            : Array.Empty<object?>(),
        .. hasDistrict
            ? [row.From is { } from ? format.Name(from.ShortName, from.EnglishName) : null, row.From is { } whole ? stamps.Due(whole.DueAt) : null]
            : Array.Empty<object?>(),
    ];
}
