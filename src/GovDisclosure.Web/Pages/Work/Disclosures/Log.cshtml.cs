using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Deadlines;
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

namespace GovDisclosure.Web.Pages.Work.Disclosures;

/// <summary>Logs what was published: three inputs, the rest proposed. One record may fulfil several obligations.</summary>
[Authorize(Policies.DisclosureEdit)]
public sealed class LogModel(
    ObligationQueries obligations, DisclosureService disclosures, PresentView view, PortalClockInfo clock,
    RuleMessages rules, IStringLocalizer<DisclosureText> text) : PageModel
{
    private const int MostSuggestions = 12;

    [BindProperty]
    public LogInput Input { get; set; } = new();

    /// <summary>The obligations that the link here was about.</summary>
    [FromQuery(Name = "for")]
    public string[] For { get; set; } = [];

    /// <summary>Those of the link and those ticked, by due instant.</summary>
    public IReadOnlyList<DutyRow> Chosen { get; private set; } = [];

    /// <summary>Others that the same publication might fulfil.</summary>
    public IReadOnlyList<DutyRow> Suggested { get; private set; } = [];

    public DutyView Now { get; private set; } = null!;

    /// <summary>Whether the time of day is asked for.</summary>
    public bool AsksForTime => Input.PublishedTime is not null || Chosen.Any(row => row.Kind == DeadlineRuleKind.HoursAfterEvent);

    public bool IsTicked(DutyRow row) => Input.Obligations.Contains(row.Id.ToString(), StringComparer.OrdinalIgnoreCase);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (DisclosureLinks.ReadIds(For) is not { } asked || !await LoadAsync(asked, cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = new LogInput { RequestKey = Guid.NewGuid(), PublishedOn = clock.Today, Obligations = [.. asked.Select(id => id.ToString())] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Input.RequestKey is null)
        {
            return BadRequest();
        }

        if (DisclosureLinks.ReadIds(For) is not { } asked || DisclosureLinks.ReadIds(Input.Obligations) is not { } ticked || !await LoadAsync([.. asked, .. ticked], cancellationToken))
        {
            return NotFound();
        }

        CheckFigures(ticked);
        if (!ModelState.IsValid)
        {
            return this.Refused();
        }

        var result = await disclosures.LogAsync(Input.ToRequest(ticked), cancellationToken);
        if (result.DisclosureId is not { } id)
        {
            rules.Add(ModelState, nameof(Input), result.Violations, text);
            // A form that was logged with other contents becomes a form of its own.
            Input.RequestKey = result.IsFormUsed ? Guid.NewGuid() : Input.RequestKey;
            return this.Refused();
        }

        await NotifyAsync(ticked, cancellationToken);
        return LocalRedirect(ticked is [var only] ? WorkLinks.Duty(only) : DisclosureLinks.Details(id));
    }

    private async Task<bool> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToArray();
        Now = await view.LoadAsync(cancellationToken);
        Chosen = await obligations.FindAsync(wanted, Now.Instant, cancellationToken);
        Suggested = await obligations.SuggestAsync(wanted, Now.Instant, MostSuggestions, cancellationToken);
        return Chosen.Count == wanted.Length;
    }

    private void CheckFigures(IEnumerable<Guid> ticked)
    {
        foreach (var id in ticked.Where(id => !LogInput.TryReadFigure(Input.ValueOf(id), out _)))
        {
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.Values)}[{id}]", text["Rule.ReportedValueNotNumber"]);
        }
    }

    private async Task NotifyAsync(IReadOnlyCollection<Guid> ticked, CancellationToken cancellationToken)
    {
        var before = Chosen.Where(row => ticked.Contains(row.Id)).ToList();
        var after = await obligations.FindAsync(ticked, Now.Instant, cancellationToken);
        var next = await obligations.NextAsync(Now.Instant, 1, cancellationToken);
        TempData.NotifySuccess(
            LogOutcome.Describe(before, after, text),
            next is [_] ? text["Logged.Next"].Value : null,
            next is [var duty] ? WorkLinks.Duty(duty.Id) : null);
    }
}
