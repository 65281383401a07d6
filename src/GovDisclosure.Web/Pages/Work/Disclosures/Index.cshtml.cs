using GovDisclosure.Data.Disclosures;
using GovDisclosure.Domain;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>What the agency has logged, newest publication first.</summary>
[Authorize(Policies.Work)]
public sealed class IndexModel(DisclosureQueries disclosures, IAuthorizationService authorization) : PageModel
{
    private const int LongestSearch = 100;

    public DisclosurePage Found { get; private set; } = null!;

    /// <summary>The words that title or address must hold; empty shows all.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whether the reader may log.</summary>
    public bool MayLog { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "q")] string? words, string? after, string? before, CancellationToken cancellationToken)
    {
        Words = PlainText.Start(words?.Trim() ?? "", LongestSearch);
        MayLog = (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        Found = await disclosures.ListAsync(Words, DisclosureLinks.ReadCursor(after), DisclosureLinks.ReadCursor(before), cancellationToken);
    }
}
