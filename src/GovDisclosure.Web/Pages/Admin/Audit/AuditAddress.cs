using System.Globalization;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Audit;

namespace GovDisclosure.Web.Pages.Admin.Audit;

/// <summary>The address of the audit trail: which filters it asks for.</summary>
/// <param name="Filter">The filters that were understood.</param>
/// <param name="Chosen">The same as the address writes them, by name.</param>
public sealed record AuditAddress(AuditFilter Filter, IReadOnlyList<KeyValuePair<string, string?>> Chosen)
{
    /// <summary>What the address says of one filter.</summary>
    public string? Of(string name) => Chosen.FirstOrDefault(filter => filter.Key == name).Value;

    /// <summary>Reads an address that may have been typed or cut; what is not understood narrows nothing.</summary>
    public static AuditAddress Read(IQueryCollection query, IReadOnlyList<RegisteredAgency> agencies)
    {
        var agency = agencies.FirstOrDefault(option => option.Code == query["agency"].ToString());
        var action = query["action"].ToString();
        var filter = new AuditFilter(
            agency?.Id, AdminLinks.Words(query["person"]), AuditWords.IsKnown(action) ? action : null, Day(query["from"]), Day(query["to"]), AdminLinks.Words(query["words"]));
        return new AuditAddress(
            filter,
            [
                .. new KeyValuePair<string, string?>[]
                {
                    new("agency", agency?.Code), new("person", filter.Person), new("action", filter.Action),
                    new("from", Write(filter.From)), new("to", Write(filter.To)), new("words", filter.Words),
                }.Where(chosen => chosen.Value is not null),
            ]);
    }

    private static DateOnly? Day(string? word) =>
        DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;

    private static string? Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
