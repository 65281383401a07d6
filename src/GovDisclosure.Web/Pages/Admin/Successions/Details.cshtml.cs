using GovDisclosure.Data.Agencies;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Successions;

/// <summary>A succession: what would pass, what stands against it, and the buttons that carry it out or withdraw it.</summary>
[Authorize(Policies.Admin)]
public sealed class DetailsModel(SuccessionQueries successions, SuccessionService service, RuleMessages rules, IStringLocalizer<AdminText> text) : PageModel
{
    public SuccessionEntry Entry { get; private set; } = null!;

    /// <summary>What would pass now, of each predecessor.</summary>
    public IReadOnlyDictionary<Guid, SuccessionReachRow> Reach { get; private set; } = new Dictionary<Guid, SuccessionReachRow>();

    /// <summary>What stands against carrying it out.</summary>
    public IReadOnlyList<RuleViolation> Violations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => await LoadAsync(id, cancellationToken) ? Page() : NotFound();

    /// <summary>Carries it out with all of the same successor and day.</summary>
    public async Task<IActionResult> OnPostCarryOutAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await service.CarryOutAsync(id, cancellationToken);
        if (outcome.Violations.Count > 0)
        {
            return await RefuseAsync(id, outcome.Violations, cancellationToken);
        }

        TempData.NotifySuccess(outcome.Counts is { } counts
            ? text["Successions.CarriedOut", PortalFormat.Count(counts.Duties), Entry.Succession.SuccessorName]
            : text["Successions.CarriedOutBefore"]);
        return LocalRedirect(AdminLinks.Succession(id));
    }

    /// <summary>Withdraws it.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var outcome = await service.WithdrawAsync(id, cancellationToken);
        if (!outcome.IsDone)
        {
            return await RefuseAsync(id, outcome.Violations, cancellationToken);
        }

        TempData.NotifySuccess(text["Successions.Withdrawn"]);
        return LocalRedirect(AdminLinks.Succession(id));
    }

    public string Say(RuleViolation violation) => rules.Say(violation, text);

    private async Task<IActionResult> RefuseAsync(Guid id, IEnumerable<RuleViolation> violations, CancellationToken cancellationToken)
    {
        rules.Add(ModelState, "", violations.Select(violation => violation with { Field = null }), text);
        await LoadAsync(id, cancellationToken);
        return this.Refused();
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await successions.FindAsync(id, cancellationToken) is not { } entry)
        {
            return false;
        }

        Entry = entry;
        if (entry.State is SuccessionState.Announced or SuccessionState.Due)
        {
            Reach = await successions.ReachAsync(id, cancellationToken);
            Violations = await service.CheckAsync(id, cancellationToken);
        }

        return true;
    }
}
