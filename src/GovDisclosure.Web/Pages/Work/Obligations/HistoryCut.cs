using System.Globalization;
using GovDisclosure.Data.Obligations;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>The part of a duty's history that one page shows: the newest, or as many before a place.</summary>
/// <param name="Shown">What is shown, oldest first.</param>
/// <param name="Earlier">How many entries are older.</param>
/// <param name="Later">How many are newer.</param>
/// <param name="EarlierHref">Where the older ones are; <see langword="null"/> where there is none.</param>
/// <param name="LaterHref">Where the newer ones are; <see langword="null"/> where there is none.</param>
public sealed record HistoryCut(IReadOnlyList<HistoryEntry> Shown, int Earlier, int Later, string? EarlierHref, string? LaterHref)
{
    /// <summary>How many entries a page shows.</summary>
    public const int Most = 30;

    // How many newer entries the address passes over.
    private const string Name = "later";
    private const string Heading = "#history";

    /// <summary>Cuts a history by the address of the page that shows it.</summary>
    /// <param name="history">All of it, oldest first.</param>
    /// <param name="request">The page's request; a place that is none shows the newest.</param>
    public static HistoryCut Of(IReadOnlyList<HistoryEntry> history, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(request);
        var later = int.TryParse(request.Query[Name], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked < history.Count ? asked : 0;
        var earlier = Math.Max(0, history.Count - later - Most);
        var shown = history.Skip(earlier).Take(history.Count - later - earlier).ToList();
        return new HistoryCut(
            shown, earlier, later,
            earlier > 0 ? Href(request.Path, later + Most) : null,
            later > 0 ? Href(request.Path, Math.Max(0, later - Most)) : null);
    }

    private static string Href(PathString path, int later) =>
        (later == 0 ? path.ToUriComponent() : path.ToUriComponent() + QueryString.Create(Name, later.ToString(CultureInfo.InvariantCulture)).ToUriComponent()) + Heading;
}
