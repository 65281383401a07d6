using System.Globalization;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Web.Infrastructure.Navigation;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>The addresses of the pages about disclosures, and the place in a list as a word of an address.</summary>
public static class DisclosureLinks
{
    /// <summary>One record.</summary>
    public static string Details(Guid id) => $"{PortalPaths.Disclosures}/{id}";

    /// <summary>The list of what counts towards a duty.</summary>
    public static string Of(Guid obligationId) => List(new DisclosureFilter(Duty: obligationId));

    /// <summary>The list, narrowed, from or up to a place.</summary>
    public static string List(DisclosureFilter filter, DisclosureCursor? after = null, DisclosureCursor? before = null)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new List<KeyValuePair<string, string?>>();
        if (filter.Duty is { } duty)
        {
            query.Add(new("duty", duty.ToString()));
        }

        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            query.Add(new("q", filter.Words));
        }

        if (after is { } from)
        {
            query.Add(new("after", Word(from)));
        }

        if (before is { } to)
        {
            query.Add(new("before", Word(to)));
        }

        return PortalPaths.Disclosures + QueryString.Create(query).ToUriComponent();
    }

    /// <summary>Reads a place; <see langword="null"/> where the word is none, which shows the first page.</summary>
    public static DisclosureCursor? ReadCursor(string? word)
    {
        var parts = word?.Split('-') ?? [];
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(parts[1], "N", out var id)
            ? new DisclosureCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id)
            : null;
    }

    /// <summary>Reads the identities that an address or a form names, each once; <see langword="null"/> where a word is none.</summary>
    public static IReadOnlyList<Guid>? ReadIds(IEnumerable<string> words)
    {
        var ids = new List<Guid>();
        foreach (var word in words)
        {
            if (!Guid.TryParseExact(word, "D", out var id))
            {
                return null;
            }

            ids.Add(id);
        }

        return [.. ids.Distinct()];
    }

    private static string Word(DisclosureCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"{cursor.PublishedAt.UtcTicks}-{cursor.Id:N}");
}
