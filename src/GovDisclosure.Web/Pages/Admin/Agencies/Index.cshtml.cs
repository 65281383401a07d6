using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin.Agencies;

/// <summary>The register of agencies, by code.</summary>
[Authorize(Policies.Admin)]
public sealed class IndexModel(AgencyRegisterQueries agencies) : PageModel
{
    public AgencyFilter Filter { get; private set; } = new();

    public Page<AgencyLine> Found { get; private set; } = null!;

    /// <summary>The filters in force as the address writes them.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Chosen { get; private set; } = [];

    public async Task OnGetAsync(string? words, string? kind, string? state, string? after, string? before, CancellationToken cancellationToken)
    {
        Filter = new AgencyFilter(
            AdminLinks.Words(words),
            EnumWords.TryFromWord<AgencyKind>(kind, out var wanted) ? wanted : null,
            EnumWords.TryFromWord<AgencyState>(state, out var wantedState) ? wantedState : null);
        Chosen = new KeyValuePair<string, string?>[]
        {
            new("words", Filter.Words),
            new("kind", Filter.Kind is { } of ? EnumWords.ToWord(of) : null),
            new("state", Filter.State is { } at ? EnumWords.ToWord(at) : null),
        }.Where(filter => filter.Value is not null).ToList();
        Found = await agencies.ListAsync(Filter, AdminLinks.Place(after, before), cancellationToken);
    }
}
