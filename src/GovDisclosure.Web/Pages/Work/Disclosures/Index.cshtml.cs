using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using GovDisclosure.Web.Infrastructure.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>What the agency has logged, newest publication first: all, or what counts towards one duty.</summary>
[Authorize(Policies.Work)]
public sealed class IndexModel(
    DisclosureQueries disclosures, ObligationQueries obligations, PresentView present, IAuthorizationService authorization, DutyWords dutyWords,
    DisclosureExport file) : PageModel
{
    private const int LongestSearch = 100;

    public DisclosurePage Found { get; private set; } = null!;

    /// <summary>What the list is narrowed to.</summary>
    public DisclosureFilter Filter { get; private set; } = new();

    /// <summary>The words that title or address must hold; empty shows all.</summary>
    public string Words => Filter.Words ?? "";

    /// <summary>The name of the duty that the records count towards; <see langword="null"/> where the list is nobody's in particular.</summary>
    public DutyTitle? Duty { get; private set; }

    /// <summary>Whether the reader may log.</summary>
    public bool MayLog { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        [FromQuery(Name = "q")] string? words, string? duty, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        Filter = new DisclosureFilter(PlainText.Start(words?.Trim() ?? "", LongestSearch));
        var view = await present.LoadAsync(cancellationToken);
        if (!string.IsNullOrEmpty(duty))
        {
            if (!Guid.TryParse(duty, out var id) || await obligations.FindAsync([id], view.Instant, cancellationToken) is not [var row])
            {
                return NotFound();
            }

            Filter = Filter with { Duty = id };
            Duty = dutyWords.Title(row.TriggerTitle, row.Clause, row.TaskTitle, row.OccurrenceKey);
        }

        if (ListExport.IsFormat(export))
        {
            return ListExport.File(file.Table(view.Today, Words, Duty?.ToString(), await disclosures.AllAsync(Filter, cancellationToken)), export!, "disclosures");
        }

        MayLog = (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        Found = await disclosures.ListAsync(Filter, DisclosureLinks.ReadCursor(after), DisclosureLinks.ReadCursor(before), cancellationToken);
        return Page();
    }
}
