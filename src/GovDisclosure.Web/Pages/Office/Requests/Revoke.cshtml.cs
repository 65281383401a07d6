using System.ComponentModel.DataAnnotations;
using GovDisclosure.Data.Requests;
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

/// <summary>Takes back more time, or a pause, that was granted.</summary>
[Authorize(Policies.Office)]
public sealed class RevokeModel(
    RequestQueries requests, RequestService service, PresentView present, IOptions<RequestOptions> options, RuleMessages rules, IStringLocalizer<RequestText> text) : PageModel
{
    [BindProperty]
    [Display(Name = "Request.RevokeReason", Description = "Request.RevokeReasonHint")]
    [StringLength(RequestDecision.NoteLength)]
    [DataType(DataType.MultilineText)]
    public string? Reason { get; set; }

    public RequestedRow Found { get; private set; } = null!;

    public DutyView View { get; private set; } = null!;

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
            var terms = new RequestTerms(View.Calendar, View.Instant, options.Value.MostExtensionWorkingDays);
            if (await service.RevokeAsync(id, Reason, terms, cancellationToken) is not { } violation)
            {
                TempData.NotifySuccess(text["Decided.Revoked"]);
                return LocalRedirect(ActPaths.OfficeRequest(id));
            }

            ModelState.AddModelError(violation.Field ?? "", rules.Say(violation, text));
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        Found = (await requests.AllFindAsync(id, View.Instant, cancellationToken))!;
        return Found is { Request: { Granted: true, Kind: not DutyRequestKind.Exemption } };
    }
}
