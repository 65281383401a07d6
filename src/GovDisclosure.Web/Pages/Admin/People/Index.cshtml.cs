using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin.People;

/// <summary>Everybody who has an account, by sign-in name.</summary>
[Authorize(Policies.Admin)]
public sealed class IndexModel(PersonQueries people, AgencyRegisterQueries agencies, TimeProvider time) : PageModel
{
    public PersonFilter Filter { get; private set; } = new();

    public Page<PersonLine> Found { get; private set; } = null!;

    public IReadOnlyList<RegisteredAgency> Agencies { get; private set; } = [];

    /// <summary>The agency that the list is narrowed to.</summary>
    public RegisteredAgency? Agency { get; private set; }

    /// <summary>The agencies of the people shown.</summary>
    public IReadOnlyDictionary<Guid, AgencyName> Names { get; private set; } = new Dictionary<Guid, AgencyName>();

    /// <summary>The filters in force as the address writes them.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Chosen { get; private set; } = [];

    public async Task OnGetAsync(
        string? words, string? agency, string? role, string? state, string? after, string? before, CancellationToken cancellationToken)
    {
        Agencies = await agencies.OptionsAsync(cancellationToken);
        Agency = Agencies.FirstOrDefault(option => option.Code == agency);
        Filter = new PersonFilter(
            AdminLinks.Words(words), Agency?.Id, PersonRole.All.Contains(role) ? role : null,
            EnumWords.TryFromWord<PersonState>(state, out var wanted) ? wanted : null);
        Chosen = new KeyValuePair<string, string?>[]
        {
            new("words", Filter.Words), new("agency", Agency?.Code), new("role", Filter.Role), new("state", Filter.State is { } at ? EnumWords.ToWord(at) : null),
        }.Where(filter => filter.Value is not null).ToList();
        Found = await people.ListAsync(Filter, AdminLinks.Place(after, before), cancellationToken);
        Names = await agencies.NamesAsync(Found.Rows.Select(row => row.AgencyId), cancellationToken);
    }

    public PersonState StateOf(PersonLine person) => person.StateAt(time.GetUtcNow());
}
