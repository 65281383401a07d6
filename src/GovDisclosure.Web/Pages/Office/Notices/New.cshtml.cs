using GovDisclosure.Data.Supervision;
using GovDisclosure.Domain.Supervision;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Pages.Work.Disclosures;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Office.Notices;

/// <summary>催办: prepares and sends reminders to a set of agencies about what they have overdue, or about the duties that the address names.</summary>
[Authorize(Policies.Office)]
public sealed class NewModel(
    SupervisionQueries supervision, SupervisionService service, PresentView present, RuleMessages rules, IStringLocalizer<SupervisionText> text) : PageModel
{
    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    /// <summary>Whom it could reach, and about what; none where nobody has been chosen yet.</summary>
    public IReadOnlyList<ChaseCandidate> Candidates { get; private set; } = [];

    /// <summary>The agencies with anything overdue, where nobody has been chosen yet.</summary>
    public IReadOnlyList<OverdueAgency> Choices { get; private set; } = [];

    public DutyView View { get; private set; } = null!;

    /// <summary>Whether there is anything to remind of.</summary>
    public bool HasDuties => Candidates.Any(candidate => candidate.Duties.Count > 0);

    public bool IsTicked(IList<string> ticked, Guid id) => ticked.Contains(id.ToString(), StringComparer.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Asked("agency") is not { } agencies || Asked("duty") is not { } duties || !await LoadAsync(agencies, duties, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new NoticeInput
        {
            BatchId = Guid.NewGuid(),
            Agencies = [.. Candidates.Where(candidate => candidate.Duties.Count > 0).Select(candidate => candidate.AgencyId.ToString())],
            Duties = [.. Candidates.SelectMany(candidate => candidate.Duties).Select(duty => duty.Id.ToString())],
            Message = text["New.Proposal"],
            ReplyBy = NoticeRules.UsualReplyBy(View.Today, View.Calendar),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.BatchId is not { } batch)
        {
            return BadRequest();
        }

        if (Asked("agency") is not { } agencies || Asked("duty") is not { } named
            || DisclosureLinks.ReadIds(Input.Agencies) is not { } ticked || DisclosureLinks.ReadIds(Input.Duties) is not { } duties
            || !await LoadAsync(agencies.Count + named.Count == 0 ? ticked : agencies, agencies.Count + named.Count == 0 ? duties : named, cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        try
        {
            var result = await service.SendAsync(
                new SendNotices(batch, ticked, duties, Input.Message!, Input.ReplyBy!.Value), View.Calendar, View.Instant, cancellationToken);
            if (result.NoticeIds.Count == 0)
            {
                rules.Add(ModelState, nameof(Input), result.Violations, text);
                return this.Refused();
            }

            TempData.NotifySuccess(text[result.NoticeIds.Count == 1 ? "New.SentOne" : "New.Sent", PortalFormat.Count(result.NoticeIds.Count)]);
            return LocalRedirect(result.NoticeIds is [var only] ? ActPaths.OfficeNotice(only) : ActPaths.OfficeNotices);
        }
        catch (KeyNotFoundException)
        {
            return NotFound();
        }
    }

    private IReadOnlyList<Guid>? Asked(string name) => DisclosureLinks.ReadIds(Request.Query[name].Where(word => !string.IsNullOrEmpty(word))!);

    private async Task<bool> LoadAsync(IReadOnlyCollection<Guid> agencies, IReadOnlyCollection<Guid> duties, CancellationToken cancellationToken)
    {
        View = await present.LoadAsync(cancellationToken);
        if (agencies.Count + duties.Count == 0)
        {
            Choices = await supervision.OverdueAgenciesAsync(View.Instant, cancellationToken);
            return true;
        }

        if (await supervision.PrepareAsync(agencies, duties, View.Instant, cancellationToken) is not { } candidates)
        {
            return false;
        }

        Candidates = candidates;
        return true;
    }
}
