using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.PenaltyCases;
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

namespace GovDisclosure.Web.Pages.Work.Cases;

/// <summary>Registers a penalty decision, or the decision that changes an earlier one.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class NewModel(
    CaseService service, CaseQueries cases, CaseRegistrar registrar, PresentView present, Viewer viewer,
    RuleMessages rules, IStringLocalizer<CaseText> text, IStringLocalizer<CasePagesText> pages) : PageModel
{
    [BindProperty]
    public CaseInput Input { get; set; } = new();

    /// <summary>Made when the form is shown; the same form sent twice is one case.</summary>
    [BindProperty]
    public Guid? RequestKey { get; set; }

    /// <summary>Why the earlier decision was changed.</summary>
    [BindProperty]
    [Display(Name = "Case.CorrectionReason")]
    public CorrectionReason? Reason { get; set; }

    /// <summary>The case whose decision this one changes.</summary>
    [BindProperty(SupportsGet = true, Name = "corrects")]
    public Guid? Corrects { get; set; }

    /// <summary>That case.</summary>
    public CaseDetail? Earlier { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!await registrar.HasCasesAsync(cancellationToken))
        {
            return LocalRedirect(PortalPaths.WorkCases);
        }

        ModelState.Clear();
        RequestKey = Guid.NewGuid();
        Input = Earlier is null
            ? new CaseInput { DecidingBody = viewer.AgencyName, Channel = DisclosureChannel.AgencyWebsite }
            : CaseInput.Of(Earlier.Draft with { Reference = "", DecidedOn = null, PlatformNumber = null, PlatformEnteredOn = null, Title = pages["New.CorrectedTitle", Earlier.Draft.Title] });
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (RequestKey is not { } key)
        {
            return BadRequest();
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var result = await service.RegisterAsync(new RegisterCase(key, Input.ToDraft(), Corrects, Reason), cancellationToken);
        if (result.CaseId is not { } id)
        {
            rules.Add(ModelState, nameof(Input), result.Violations.Where(violation => violation.Field != nameof(Reason)), text);
            rules.Add(ModelState, "", result.Violations.Where(violation => violation.Field == nameof(Reason)).Select(violation => violation with { Field = null }), text);
            return this.Refused();
        }

        if (result.WasKnown)
        {
            TempData.Notify(new Notification(NotificationKind.Information, pages["New.Known"]));
        }
        else
        {
            TempData.NotifySuccess(pages["New.Done"], pages["New.Another"], CaseLinks.New);
        }

        return LocalRedirect(CaseLinks.Details(id));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Corrects is not { } earlier)
        {
            return true;
        }

        Earlier = await cases.FindAsync(earlier, (await present.LoadAsync(cancellationToken)).Instant, cancellationToken);
        return Earlier is not null;
    }
}
