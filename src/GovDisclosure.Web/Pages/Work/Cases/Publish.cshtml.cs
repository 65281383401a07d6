using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Hosting;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Publishes a case: shows what the public will read, and asks once.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class PublishModel(
    CasePublicationService service, CaseQueries cases, PresentView present, PortalClockInfo clock, IOptions<PortalOptions> portal,
    RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    public CaseDetail Detail { get; private set; } = null!;

    public DutyView View { get; private set; } = null!;

    /// <summary>What the public will read.</summary>
    public CaseCopy Copy { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Detail is not { Published: null, IsCancelled: false, IsExempt: false, Waiting: null })
        {
            return LocalRedirect(CaseLinks.Details(id));
        }

        ModelState.Clear();
        Input = new PublishInput
        {
            RequestKey = Guid.NewGuid(),
            Where = PublishWhere.Portal,
            Channel = Detail.Case.Channel,
            PublishedOn = clock.Today,
            Part = Detail.PartGround is null ? null : PartInput.Of(Detail.Draft),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(Guid id, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound()
        : Input.RequestKey is null ? BadRequest()
        : ModelState.IsValid ? Page() : this.Refused();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (Input.RequestKey is null)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var result = await service.PublishAsync(id, Input.ToRequest(Input.Part?.ToWords()), portal.Value.PublicAddress, cancellationToken);
        if (result.PublishedId is not { } publishedId)
        {
            rules.Add(ModelState, nameof(Input), result.Violations, text);
            return this.Refused();
        }

        var now = await present.LoadAsync(cancellationToken);
        var state = (await cases.FindAsync(id, now.Instant, cancellationToken))!.Duty.Obligation.State;
        TempData.NotifySuccess(
            pages[state == ObligationState.FulfilledOnTime ? "Publish.DoneInTime" : "Publish.DoneLate"], pages["Publication.Page"], CaseLinks.Public(publishedId));
        return LocalRedirect(CaseLinks.Details(id));
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await cases.FindAsync(id, View.Instant, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        if (detail.PartGround is null)
        {
            Input.Part = null;
            foreach (var key in ModelState.Keys.Where(key => key.StartsWith("Input.Part", StringComparison.Ordinal)).ToList())
            {
                ModelState.Remove(key);
            }
        }

        Copy = CaseCopy.Of(detail.Draft, detail.PartGround is null ? null : Input.Part?.ToWords(), detail.PartGround);
        return true;
    }
}
