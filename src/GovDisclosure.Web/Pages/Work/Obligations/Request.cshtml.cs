using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Requests;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
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
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>Asks the municipal office for more time for a duty, or for release from it, and takes a request back.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class RequestModel(
    RequestQueries requests, RequestService service, DistrictQueries districts, PresentView present, IOptions<RequestOptions> options,
    RuleMessages rules, IStringLocalizer<RequestText> text) : PageModel
{
    [BindProperty]
    public RequestInput Input { get; set; } = new();

    public NamedDuty Duty { get; private set; } = null!;

    /// <summary>How far its parts are, where it was passed down: a release would hold for them too.</summary>
    public PartCounts? Parts { get; private set; }

    public DutyView View { get; private set; } = null!;

    /// <summary>What the due date is counted from, where an event started it: then more of the same unit may be asked for, or a pause.</summary>
    public DutyClock? Clock { get; private set; }

    /// <summary>What may be asked for now.</summary>
    public IEnumerable<DutyRequestKind> Kinds => new[] { DutyRequestKind.Extension, DutyRequestKind.Pause, DutyRequestKind.Exemption }
        .Where(kind => kind != DutyRequestKind.Pause || (MayAskForTime && Clock is { CanStop: true }));

    /// <summary>Whether there is still time, so that more of it may be asked for.</summary>
    public bool MayAskForTime => View.Instant.AsOf < Duty.DueAt;

    /// <summary>The last date that may be asked for.</summary>
    public DateOnly LastPossible => RequestRules.LastPossible(Duty.Facts, View.Calendar, options.Value.MostExtensionWorkingDays);

    public int MostWorkingDays => options.Value.MostExtensionWorkingDays;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new RequestInput { RequestKey = Guid.NewGuid(), Kind = MayAskForTime ? DutyRequestKind.Extension : DutyRequestKind.Exemption };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.RequestKey is not { } key)
        {
            return BadRequest();
        }

        if (ModelState.IsValid)
        {
            var violations = await service.AskAsync(
                new AskRequest(key, id, Input.ToDraft()),
                new RequestTerms(View.Calendar, View.Instant, MostWorkingDays), cancellationToken);
            if (violations.Count == 0)
            {
                TempData.NotifySuccess(text["Ask.Done"]);
                return LocalRedirect(WorkLinks.Duty(id));
            }

            rules.Add(ModelState, nameof(Input), violations, text);
        }

        return this.Refused();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, Guid? request, CancellationToken cancellationToken)
    {
        try
        {
            var violation = await service.TakeBackAsync(id, request ?? Guid.Empty, cancellationToken);
            TempData.Notify(violation is null
                ? new Notification(NotificationKind.Success, text["TakeBack.Done"])
                : new Notification(NotificationKind.Information, text[$"Rule.{violation.Code}"]));
            return LocalRedirect(WorkLinks.Duty(id));
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        Duty = (await requests.FindDutyAsync(id, View.Instant, cancellationToken))!;
        Clock = Duty is null ? null : await requests.FindClockAsync(id, cancellationToken);
        Parts = (await districts.PassedCountsAsync([id], View.Instant, cancellationToken)).GetValueOrDefault(id);
        return Duty is not null;
    }
}
