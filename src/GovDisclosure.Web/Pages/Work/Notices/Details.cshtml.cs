using GovDisclosure.Data.Supervision;
using GovDisclosure.Domain.Supervision;
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

namespace GovDisclosure.Web.Pages.Work.Notices;

/// <summary>One reminder that the agency has received, and its reply.</summary>
[Authorize(Policies.Work)]
public sealed class DetailsModel(
    NoticeQueries notices, SupervisionService service, PresentView present, IAuthorizationService authorization,
    RuleMessages rules, IStringLocalizer<SupervisionText> text) : PageModel
{
    [BindProperty]
    public ReplyInput Input { get; set; } = new();

    public NoticeDetail Detail { get; private set; } = null!;

    public DutyView View { get; private set; } = null!;

    /// <summary>Whether the reader may answer for the agency.</summary>
    public bool MayReply { get; private set; }

    /// <summary>Whether the reader may log what was disclosed.</summary>
    public bool MayLog { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = new ReplyInput { RequestKey = Guid.NewGuid() };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayReply)
        {
            return Forbid();
        }

        if (Input.RequestKey is not { } key)
        {
            return BadRequest();
        }

        if (ModelState.IsValid)
        {
            var violations = await service.ReplyAsync(new SendReply(key, id, Input.Text!, Input.ExpectedOn), cancellationToken);
            if (violations.Count == 0)
            {
                var late = Detail.Notice.StateOn(View.Today) == NoticeState.Overdue;
                TempData.NotifySuccess(text[late ? "Reply.SentLate" : "Reply.Sent"], text["Reply.ToList"], ActPaths.WorkNotices);
                return LocalRedirect(ActPaths.WorkNotice(id));
            }

            rules.Add(ModelState, nameof(Input), violations, text);
        }

        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (await notices.FindAsync(id, View.Instant, cancellationToken) is not { } detail)
        {
            return false;
        }

        Detail = detail;
        MayLog = (await authorization.AuthorizeAsync(User, Policies.DisclosureEdit)).Succeeded;
        MayReply = MayLog || (await authorization.AuthorizeAsync(User, Policies.AgencyApproval)).Succeeded;
        return true;
    }
}
