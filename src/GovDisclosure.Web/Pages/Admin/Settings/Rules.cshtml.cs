using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Web.Infrastructure;
using GovDisclosure.Web.Infrastructure.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GovDisclosure.Web.Pages.Admin.Settings;

/// <summary>What words without a number are taken to demand, who said so and since when.</summary>
[Authorize(Policies.Admin)]
public sealed class RulesModel(AssumedRuleQueries defaults, CurrentPlan plan, PortalClockInfo clock) : PageModel
{
    public IReadOnlyList<AssumedDefaultLine> Defaults { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Defaults = await defaults.ListAsync(cancellationToken);

    /// <summary>The rule, to put into words.</summary>
    public DeadlineRule RuleOf(AssumedRuleDefault of) => AssumedRuleQueries.RuleOf(of, plan.IsKnown ? plan.Year : clock.Today.Year);

    /// <summary>Whether anything can be chosen for the word.</summary>
    public static bool MayChange(AssumedRuleDefault of) => of.Word != AssumedRule.WholeTask;
}
