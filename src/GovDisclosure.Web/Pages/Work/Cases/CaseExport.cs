using GovDisclosure.Data.Exports;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>The register of penalty cases as a file: its rows under the same filters.</summary>
public sealed class CaseExport(ExportStamps stamps, IStringLocalizer<CasePagesText> text, DutyWords words, PortalFormat format)
{
    /// <summary>Makes the table.</summary>
    /// <param name="page">The register with its filters.</param>
    /// <param name="rows">Its rows, on all pages together.</param>
    public ExportTable Table(IndexModel page, IReadOnlyList<CaseRow> rows)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(rows);
        var filters = new List<KeyValuePair<string, string>> { new(text["Register.FilterChip"], text[$"Filter.{page.Filter}"]) };
        if (page.Words.Length > 0)
        {
            filters.Add(new(text["Register.SearchLabel"], page.Words));
        }

        return new ExportTable(
            text["Register.Title"], stamps.Of(page.View.Today, filters, rows.Count, page.Counts.Of(page.Filter)),
            [
                text["Column.Case"], text["Export.Reference"], text["Export.Party"], text["Column.Decided"], text["Column.Due"], text["Column.State"],
                text["Export.Days"], text["Export.Published"], text["Export.Marks"],
            ],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Title, row.Reference, row.PartyName, BeijingTime.DateOf(row.DecidedAt), stamps.Due(row.DueAt), words.State(row.State),
                ExportStamps.DaysLeft(row.DueAt, CaseFilters.StatesOf(CaseFilter.ToDo).Contains(row.State), page.View),
                row.FulfilledAt is { } published ? BeijingTime.DateOf(published) : null, format.List(Marks(row)),
            ])]);
    }

    private IEnumerable<string> Marks(CaseRow row)
    {
        if (row.IsCorrection)
        {
            yield return text["Mark.Correction"];
        }

        if (row.IsWaiting)
        {
            yield return text["Mark.Waiting"];
        }

        if (row.IsPartial)
        {
            yield return text["Mark.Partial"];
        }

        if (row.IsPublic || row.WasTakenDown)
        {
            yield return text[row.IsPublic ? "Mark.Public" : "Mark.TakenDown"];
        }
    }
}
