using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin.Groups;

/// <summary>The groups that plans name.</summary>
[Authorize(Policies.Admin)]
public sealed class IndexModel(GroupQueries groups) : PageModel
{
    public Page<GroupLine> Found { get; private set; } = null!;

    public async Task OnGetAsync(string? after, string? before, CancellationToken cancellationToken) =>
        Found = await groups.ListAsync(AdminLinks.Place(after, before), cancellationToken);
}
