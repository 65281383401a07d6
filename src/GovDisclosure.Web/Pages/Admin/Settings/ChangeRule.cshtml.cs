using GovDisclosure.Data.Settings;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Notifications;
using GovDisclosure.Web.Resources;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Admin.Settings;

/// <summary>Changes what a word is taken to demand, and says before what the change touches.</summary>
[Authorize(Policies.Admin)]
public sealed class ChangeRuleModel(
    AssumedRuleQueries defaults, AssumedRuleService service, RuleMessages rules, CurrentPlan plan, PortalClockInfo clock,
    IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public ChangeRuleInput Input { get; set; } = new();

    [FromQuery(Name = "word")]
    public string? Word { get; set; }

    /// <summary>The defaults of the word, the one in force first.</summary>
    public IReadOnlyList<AssumedRuleDefault> History { get; private set; } = [];

    /// <summary>What a change today touches.</summary>
    public AssumedRuleReach Reach { get; private set; } = null!;

    /// <summary>The kinds of rule that the word can stand for.</summary>
    public IReadOnlyList<DeadlineRuleKind> Kinds => AssumedRuleRules.KindsFor(History[0].Word);

    public DeadlineRule RuleOf(AssumedRuleDefault of) => AssumedRuleQueries.RuleOf(of, plan.IsKnown ? plan.Year : clock.Today.Year);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        ModelState.Clear();
        Input = ChangeRuleInput.Of(History[0]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var outcome = await service.ChangeAsync(Input.ToChange(History[0].Word), cancellationToken);
            if (outcome.Violations.Count == 0)
            {
                TempData.NotifySuccess(text["Rules.Changed", PortalFormat.Count(outcome.Cancelled), PortalFormat.Count(outcome.Made)]);
                return LocalRedirect(AdminLinks.Rules);
            }

            rules.Add(ModelState, nameof(Input), outcome.Violations, text);
        }

        ModelState.Remove($"{nameof(Input)}.{nameof(Input.SeenSince)}");
        Input.SeenSince = ChangeRuleInput.Of(History[0]).SeenSince;
        return this.Refused();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var word = PlainText.OneLine(Word);
        History = await defaults.HistoryAsync(word, cancellationToken);
        if (History.Count == 0 || word == AssumedRule.WholeTask)
        {
            return false;
        }

        Reach = await defaults.ReachAsync(word, cancellationToken);
        return true;
    }
}
