using GovDisclosure.Data;
using GovDisclosure.Data.Events;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Work.Events;

/// <summary>触发事项: meetings, documents, emergencies and changes that started a clock, newest first.</summary>
[Authorize(Policies.Work)]
public sealed class IndexModel(EventQueries events, PresentView present, IAuthorizationService authorization, EventExport file) : PageModel
{
    private const int LongestSearch = 100;

    public EventPage Found { get; private set; } = null!;

    public EventChoices Choices { get; private set; } = null!;

    public TriggerKind? Kind { get; private set; }

    public string Words { get; private set; } = "";

    /// <summary>Whether this person may enter events.</summary>
    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        string? kind, [FromQuery(Name = "q")] string? words, string? after, string? before, string? export, CancellationToken cancellationToken)
    {
        var trimmed = words?.Trim() ?? "";
        Words = trimmed.Length <= LongestSearch ? trimmed : trimmed[..LongestSearch];
        Kind = EnumWords.TryFromWord<TriggerKind>(kind, out var only) && only != TriggerKind.PenaltyDecision ? only : null;
        var view = await present.LoadAsync(cancellationToken);
        if (ListExport.IsFormat(export))
        {
            return ListExport.File(file.Table(view.Today, Kind, Words, await events.AllAsync(Words, Kind, view.Instant, cancellationToken)), export!, "events");
        }

        Found = await events.ListAsync(Words, Kind, EventLinks.ReadPlace(after), after is null ? EventLinks.ReadPlace(before) : null, view.Instant, cancellationToken);
        Choices = await events.ChoicesAsync(cancellationToken);
        MayEdit = Choices.Kinds.Count > 0 && (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        return Page();
    }
}
