using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Requests;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Pages.Office.Requests;

/// <summary>One request with the duty and its history, and the decision.</summary>
[Authorize(Policies.Office)]
public sealed class DetailsModel(
    RequestQueries requests, RequestService service, ObligationDetailQuery duties, DistrictQueries districts, PresentView present, IOptions<RequestOptions> options,
    RuleMessages rules, IStringLocalizer<RequestText> text) : PageModel
{
    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    public RequestedRow Found { get; private set; } = null!;

    /// <summary>What happened to the duty, oldest first.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    /// <summary>How far its parts are, where a district passed it down: a release holds for them too.</summary>
    public PartCounts? Parts { get; private set; }

    public DutyView View { get; private set; } = null!;

    public RequestRow Asked => Found.Request;

    public bool IsOpen => Asked.State == RequestState.Pending;

    /// <summary>Whether it granted time that may still be taken back.</summary>
    public bool MayRevoke => Asked is { Granted: true, RevokedAt: null, Kind: not DutyRequestKind.Exemption } && Found.Duty.IsUnfinished;

    /// <summary>When the duty would be due were it granted as asked; <see langword="null"/> for a release, and once it is answered.</summary>
    public DateTimeOffset? DueIfGranted { get; private set; }

    /// <summary>The answers that this kind of request can have.</summary>
    public IEnumerable<DecisionOutcome> Outcomes => Enum.GetValues<DecisionOutcome>()
        .Where(outcome => outcome != DecisionOutcome.GrantOtherDate || Asked.Kind == DutyRequestKind.Extension);

    /// <summary>How the duty would stand had its due date not been moved.</summary>
    public ObligationState AgainstOriginal => ObligationStates.Of(
        Found.Duty.Facts with { DueAt = Found.Duty.OriginalDueAt }, View.Instant.AsOf, View.Instant.DueSoonUntil);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var violations = await service.DecideAsync(
                id, new DecisionDraft(Input.Outcome, Input.DueOn, Input.Note ?? ""),
                new RequestTerms(View.Calendar, View.Instant, options.Value.MostExtensionWorkingDays), cancellationToken);
            if (violations.Count == 0)
            {
                TempData.NotifySuccess(text[$"Decided.{Input.Outcome}"], text["Decided.Next"], ActPaths.OfficeRequests);
                return LocalRedirect(ActPaths.OfficeRequest(id));
            }

            // Somebody else may have been quicker: what is shown is how it stands now.
            await LoadAsync(id, cancellationToken);
            rules.Add(ModelState, nameof(Input), violations, text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await requests.AllFindAsync(id, View.Instant, cancellationToken) is not { } found)
        {
            return false;
        }

        Found = found;
        Parts = (await districts.PassedCountsAsync([found.Request.ObligationId], View.Instant, cancellationToken)).GetValueOrDefault(found.Request.ObligationId);
        DueIfGranted = IsOpen ? await requests.AllDueAfterAsync(Asked, View.Calendar, cancellationToken) : null;
        History = await duties.HistoryOfAsync(found.Request.AgencyId, found.Request.ObligationId, cancellationToken);
        return true;
    }
}
