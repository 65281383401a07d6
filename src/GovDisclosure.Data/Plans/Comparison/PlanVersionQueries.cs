using System.Globalization;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Comparison;

/// <summary>A plan that can be compared with another.</summary>
/// <param name="Key">Its name in an address: the year.</param>
/// <param name="Plan">The plan.</param>
public sealed record PlanVersion(string Key, PlanHead Plan);

/// <summary>Reads plans as far as they can be compared.</summary>
public sealed class PlanVersionQueries(GovDbContext db, PlanQueries plans)
{
    /// <summary>Every version that can be chosen, the newest first.</summary>
    public async Task<IReadOnlyList<PlanVersion>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await plans.PublishedAsync(cancellationToken)).Select(plan => new PlanVersion(plan.Year.ToString(CultureInfo.InvariantCulture), plan))];

    /// <summary>What a version says.</summary>
    public async Task<ComparablePlan> ReadAsync(PlanVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        return ComparablePlan.Of(await db.ReadPlanAsync(version.Plan.Id, cancellationToken));
    }

    /// <summary>What a draft says, as far as it is settled.</summary>
    public async Task<ComparablePlan> ReadAsync(OpenDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var rules = ReferenceData.ReadRules(await AssumedRuleQueries.InForceAsync(db, cancellationToken));
        return ComparablePlan.Of(draft.Draft.Plan, rules, draft.HolderOf);
    }
}

/// <summary>Reads a whole plan.</summary>
internal static class WholePlans
{
    /// <summary>The plan with its headings, tasks, assignments and rules; nothing of it is tracked.</summary>
    public static async Task<WorkPlan> ReadPlanAsync(this GovDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.WorkPlans.AsNoTracking().AsSplitQuery().Where(plan => plan.Id == id)
            .Include(plan => plan.Sections).ThenInclude(section => section.Subsections).ThenInclude(subsection => subsection.Items)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Assignments)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Rules)
            .SingleAsync(cancellationToken);
}
