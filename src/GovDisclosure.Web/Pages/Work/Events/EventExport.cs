using GovDisclosure.Data.Events;
using GovDisclosure.Data.Exports;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Events;

/// <summary>The agency's events as a file: the rows of the list under the same filters.</summary>
public sealed class EventExport(ExportStamps stamps, IStringLocalizer<EventText> text)
{
    /// <summary>Makes the table.</summary>
    /// <param name="today">The day of all states.</param>
    /// <param name="kind">The kind that the list is narrowed to.</param>
    /// <param name="words">The words that name or number hold; empty for all.</param>
    /// <param name="found">The rows, on all pages together, and how many there are.</param>
    public ExportTable Table(DateOnly today, TriggerKind? kind, string words, EventPage found)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(found);
        var filters = new List<KeyValuePair<string, string>> { new(text["List.Kind"], kind is { } only ? text[$"Kind.{only}"] : text["List.AllKinds"]) };
        if (words.Length > 0)
        {
            filters.Add(new(text["List.SearchLabel"], words));
        }

        return new ExportTable(
            text["List.Title"], stamps.Of(today, filters, found.Rows.Count, found.Total),
            [
                text["Column.Event"], text["List.Kind"], text["Export.Reference"], text["Column.Occurred"], text["Column.Duties"], text["Export.Done"],
                text["Column.FirstDue"], text["Cancelled"],
            ],
            [.. found.Rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Title, text[$"Kind.{row.Kind}"].Value, row.Reference, stamps.Moment(row.OccurredAt, EventDraft.NeedsTime(row.Kind)), row.Duties, row.Duties - row.Open,
                row.FirstDueAt is { } due ? stamps.Due(due) : null, row.CancelledAt is { } cancelled ? BeijingTime.DateOf(cancelled) : null,
            ])]);
    }
}
