using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data;
using GovDisclosure.Data.Events;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work.Events;

/// <summary>Enters what starts a clock, and leads to what it started.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class NewModel(
    EventService service, EventQueries events, PortalClockInfo clock, RuleMessages rules, IStringLocalizer<EventText> text) : PageModel
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public EventChoices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? kind, CancellationToken cancellationToken)
    {
        Choices = await events.ChoicesAsync(cancellationToken);
        if (Choices.Kinds.Count == 0)
        {
            return LocalRedirect(PortalPaths.WorkEvents);
        }

        ModelState.Clear();
        Input = new EventInput
        {
            RequestKey = Guid.NewGuid(),
            Kind = EnumWords.TryFromWord<TriggerKind>(kind, out var asked) && Choices.Kinds.Contains(asked) ? asked : null,
            OccurredOn = clock.Today,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Choices = await events.ChoicesAsync(cancellationToken);
        if (Input.RequestKey is not { } key)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var result = await service.RegisterAsync(key, Input.ToDraft(), cancellationToken);
        if (result.EventId is not { } id)
        {
            rules.Add(ModelState, nameof(Input), result.Violations, text);
            return this.Refused();
        }

        TempData.Notify(result.WasKnown
            ? new Notification(NotificationKind.Information, text["New.Known"])
            : new Notification(NotificationKind.Success, text["New.Done"], text["New.Another"], EventLinks.New));
        return LocalRedirect(EventLinks.Details(id));
    }

    /// <summary>The form.</summary>
    public sealed class EventInput
    {
        public Guid? RequestKey { get; set; }

        [Display(Name = "Event.Kind")]
        [Required(ErrorMessage = "Event.KindMissing")]
        public TriggerKind? Kind { get; set; }

        [Display(Name = "Event.Task", Description = "Event.TaskHint")]
        public Guid? TaskId { get; set; }

        [Display(Name = "Event.Title", Description = "Event.TitleHint")]
        [Required]
        [StringLength(TriggerEvent.TitleLength)]
        public string? Title { get; set; }

        [Display(Name = "Event.Reference", Description = "Event.ReferenceHint")]
        [StringLength(TriggerEvent.ReferenceLength)]
        public string? Reference { get; set; }

        [Display(Name = "Event.OccurredOn")]
        [Required]
        public DateOnly? OccurredOn { get; set; }

        [Display(Name = "Event.OccurredTime", Description = "Event.OccurredTimeHint")]
        public TimeOnly? OccurredTime { get; set; }

        /// <summary>What the form says.</summary>
        public EventDraft ToDraft() => new(Kind, TaskId, Reference ?? "", Title ?? "", OccurredOn, OccurredTime);
    }
}
