using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Exports;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Corrections;

/// <summary>The corrections of a past day as a file: the same rows and words as on the screen.</summary>
public sealed class CorrectionExport(IStringLocalizer<OfficeText> text, OfficeWords office, DutyWords words, PortalFormat format)
{
    /// <summary>One line for each duty.</summary>
    public ExportTable Table(IReadOnlyList<CorrectedDuty> rows, OfficeMoment moment, BoardAgency? agency)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return new ExportTable(
            text["Corrections.Title"],
            [
                new(text["AsOf.Label"], format.DayWithYear(moment.View.Today)),
                new(text["Filter.agency"], agency is null ? text["Filter.AllAgencies"] : office.AgencyName(agency)),
                new(text["Export.Rows"], PortalFormat.Count(rows.Count)),
            ],
            [
                text["Column.Agency"], text["Column.Duty"], text["Column.Task"], text["Column.Due"], text["Corrections.Then"], text["Corrections.Now"],
                text["Corrections.What"], text["Corrections.RecordedOn"],
            ],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                format.Name(row.AgencyName, row.AgencyEnglishName), words.Title(row.TriggerTitle, row.Clause, row.TaskTitle, row.OccurrenceKey).ToString(),
                words.TaskNumber(row.TaskNumber), new Due(row.DueAt, IsProvisional: false).DueOn,
                row.StateThen is { } then ? words.State(then) : text["Corrections.NotRecorded"].Value, words.State(row.StateNow), text[$"Correction.{row.Kind}"].Value,
                BeijingTime.DateOf(row.At),
            ])]);
    }
}
