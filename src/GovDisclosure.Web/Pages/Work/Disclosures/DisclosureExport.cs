using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Exports;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>What the agency logged as a file: the rows of the list under the same filters.</summary>
public sealed class DisclosureExport(ExportStamps stamps, IStringLocalizer<DisclosureText> text)
{
    /// <summary>Makes the table.</summary>
    /// <param name="today">The day of the file.</param>
    /// <param name="words">The words that title or address hold; empty for all.</param>
    /// <param name="duty">The duty's name, where the list is one duty's.</param>
    /// <param name="found">The rows, on all pages together, and how many there are.</param>
    public ExportTable Table(DateOnly today, string words, string? duty, DisclosurePage found)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(found);
        var filters = new List<KeyValuePair<string, string>>();
        if (duty is not null)
        {
            filters.Add(new(text["List.Duty"], duty));
        }

        if (words.Length > 0)
        {
            filters.Add(new(text["List.SearchChip"], words));
        }

        return new ExportTable(
            text["List.Title"], stamps.Of(today, filters, found.Rows.Count, found.Total),
            [
                text["Export.Title"], text["Export.Address"], text["List.PublishedOn"], text["List.Channel"], text["List.Fulfils"], text["Export.LoggedOn"],
                text["Export.LoggedBy"], text["Withdrawn"],
            ],
            [.. found.Rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Title, row.Address, stamps.Moment(row.PublishedAt, row.HasTime), row.Channel is { } channel ? text[$"Channel.{channel}"].Value : text["List.NotSaid"].Value,
                row.Fulfils, BeijingTime.DateOf(row.LoggedAt), row.LoggedByName, row.WithdrawnAt is { } withdrawn ? BeijingTime.DateOf(withdrawn) : null,
            ])]);
    }
}
