using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Events;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Events;

/// <summary>One event with the duties that it started and their due dates, and its cancellation.</summary>
[Authorize(Policies.Work)]
public sealed class DetailsModel(
    EventQueries events, EventService service, PresentView present, IAuthorizationService authorization, RuleMessages rules, IStringLocalizer<EventText> text) : PageModel
{
    [BindProperty]
    public CancelInput Input { get; set; } = new();

    public EventDetail Detail { get; private set; } = null!;

    public DutyView View { get; private set; } = null!;

    /// <summary>Whether the reader may cancel it and it still stands.</summary>
    public bool MayCancel { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!await MayEditAsync())
        {
            return Forbid();
        }

        if (ModelState.IsValid)
        {
            if (await service.CancelAsync(id, Input.Reason, cancellationToken) is not { } violation)
            {
                TempData.NotifySuccess(text["Cancel.Done"]);
                return LocalRedirect(EventLinks.Details(id));
            }

            rules.Add(ModelState, nameof(Input), [violation], text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await events.FindAsync(id, View.Instant, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        MayCancel = detail.Event.CancelledAt is null && await MayEditAsync();
        return true;
    }

    private async Task<bool> MayEditAsync() => (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;

    /// <summary>The form.</summary>
    public sealed class CancelInput
    {
        [Display(Name = "Case.Reason")]
        [Required]
        [StringLength(TriggerEvent.ReasonLength)]
        [DataType(DataType.MultilineText)]
        public string? Reason { get; set; }
    }
}
