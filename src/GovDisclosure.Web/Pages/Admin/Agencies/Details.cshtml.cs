using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin.Agencies;

/// <summary>One agency with its groups, its sub-units and its people.</summary>
[Authorize(Policies.Admin)]
public sealed class DetailsModel(AgencyRegisterQueries agencies, PersonQueries people, TimeProvider time) : PageModel
{
    public AgencyEntry Entry { get; private set; } = null!;

    /// <summary>The first of its people.</summary>
    public Page<PersonLine> People { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await agencies.FindAsync(id, cancellationToken) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        People = await people.ListAsync(new PersonFilter(AgencyId: id), default, cancellationToken);
        return Page();
    }

    public PersonState StateOf(PersonLine person) => person.StateAt(time.GetUtcNow());
}
