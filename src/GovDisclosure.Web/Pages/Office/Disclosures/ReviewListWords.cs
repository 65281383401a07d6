using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Reviews;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Reviews;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Pages.Shared;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Disclosures;

/// <summary>Lights, address and file of the list of disclosures, in the reader's language.</summary>
public sealed class ReviewListWords(IndexModel page, IStringLocalizer<ReviewText> text, PortalFormat format, DateOnly today)
{
    /// <summary>The word of the address that shows every state.</summary>
    public const string All = "all";

    public ListAddress Address => new(ActPaths.OfficeDisclosures, new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["state"] = WordOf(page.Filter.State),
        ["agency"] = page.Filter.AgencyId?.ToString(),
        ["section"] = page.Filter.Section?.ToString(CultureInfo.InvariantCulture),
        ["words"] = page.Filter.Words,
    });

    /// <summary>How many the list shows on all pages together.</summary>
    public int Total => Count(page.Filter.State);

    public string StateName(ReviewState? state) => state is { } known ? text[$"Filter.{known}"] : text["Filter.All"];

    public Lights Lights() => new(text["List.Lights"],
    [
        One(Tone.Soon, ReviewState.NotReviewed),
        One(Tone.Done, ReviewState.Accepted),
        One(Tone.Late, ReviewState.Returned),
        One(Tone.Neutral, ReviewState.Withdrawn),
        One(Tone.Neutral, null),
    ]);

    public ExportTable Table(IReadOnlyList<ReviewRow> rows) => new(
        text["List.Title"],
        [
            new(text["List.AsOf"], PortalFormat.Machine(today)),
            new(text["List.State"], StateName(page.Filter.State)),
            new(text["List.Agency"], page.Agencies.FirstOrDefault(option => option.Id == page.Filter.AgencyId) is { } chosen ? format.Name(chosen.Name, chosen.NameEnglish) : text["Filter.AllAgencies"]),
            new(text["List.Section"], page.Filter.Section is { } section ? page.Sections.FirstOrDefault(option => option.Ordinal == section)?.Title ?? text["Filter.General"] : text["Filter.AllSections"]),
            new(text["List.Words"], page.Filter.Words ?? ""),
        ],
        [text["List.Agency"], text["List.Record"], text["List.Address"], text["List.PublishedOn"], text["List.LoggedOn"], text["List.LoggedBy"], text["List.State"]],
        [.. rows.Select(row => (IReadOnlyList<object?>)
        [
            format.Name(row.AgencyName, row.AgencyNameEnglish), row.Title, row.Address, BeijingTime.DateOf(row.PublishedAt), BeijingTime.DateOf(row.At), row.LoggedByName,
            text[$"State.{row.State}"].Value,
        ])]);

    private static string? WordOf(ReviewState? state) => state switch
    {
        null => All,
        ReviewState.NotReviewed => null,
        { } known => EnumWords.ToWord(known),
    };

    private int Count(ReviewState? state) => state is { } known ? page.Counts.GetValueOrDefault(known) : page.Counts.Values.Sum();

    private Light One(Tone tone, ReviewState? state) =>
        new(tone, PortalFormat.Count(Count(state)), StateName(state), null, Address.With("state", WordOf(state)), page.Filter.State == state);
}
