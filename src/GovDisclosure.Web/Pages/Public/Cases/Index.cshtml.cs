using System.Globalization;
using GovDisclosure.Data.PenaltyCases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Public.Cases;

/// <summary>The penalty cases that are published, newest first: for everybody.</summary>
public sealed class IndexModel(PublicCaseQueries cases) : PageModel
{
    private const int LongestSearch = 100;

    public PublicCasePage Found { get; private set; } = null!;

    public IReadOnlyList<AgencyChoice> Agencies { get; private set; } = [];

    public PublicCaseFilter Filter { get; private set; } = new();

    /// <summary>Whether a date was given that is none, or a span that ends before it begins.</summary>
    public bool HasOddDates { get; private set; }

    public async Task OnGetAsync(
        string? agency, [FromQuery(Name = "q")] string? words, string? from, string? to, string? after, string? before, CancellationToken cancellationToken)
    {
        Agencies = await cases.AgenciesAsync(cancellationToken);
        var trimmed = words?.Trim() ?? "";
        Filter = new PublicCaseFilter(
            Agencies.FirstOrDefault(choice => choice.Code == agency)?.Code,
            trimmed.Length <= LongestSearch ? trimmed : trimmed[..LongestSearch],
            ReadDay(from),
            ReadDay(to));
        HasOddDates |= Filter.DecidedFrom > Filter.DecidedTo;
        Found = await cases.ListAsync(Filter, PublicCaseLinks.ReadPlace(after), after is null ? PublicCaseLinks.ReadPlace(before) : null, cancellationToken);
    }

    private DateOnly? ReadDay(string? word)
    {
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        HasOddDates |= !string.IsNullOrWhiteSpace(word);
        return null;
    }
}
