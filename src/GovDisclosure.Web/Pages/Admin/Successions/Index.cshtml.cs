using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin.Successions;

/// <summary>Which agencies take the place of which, and which of it is due.</summary>
[Authorize(Policies.Admin)]
public sealed class IndexModel(SuccessionQueries successions) : PageModel
{
    /// <summary>What the list is narrowed to.</summary>
    public SuccessionState? State { get; private set; }

    public Page<SuccessionLine> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? state, string? after, string? before, CancellationToken cancellationToken)
    {
        State = EnumWords.TryFromWord<SuccessionState>(state, out var wanted) ? wanted : null;
        Found = await successions.ListAsync(State, AdminLinks.Place(after, before), cancellationToken);
    }
}
