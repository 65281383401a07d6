using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Exports;

/// <summary>Reads whole plans as their documents say them. Plans are public.</summary>
public sealed class PlanExportQueries(GovDbContext db)
{
    /// <summary>The plan of a year; <see langword="null"/> where there is none, or a draft.</summary>
    public async Task<ParsedPlan?> FindAsync(int year, CancellationToken cancellationToken)
    {
        var plan = await db.WorkPlans.AsNoTracking().AsSplitQuery().Where(plan => plan.Year == year && plan.Status != WorkPlanStatus.Draft)
            .Include(plan => plan.Sections).ThenInclude(section => section.Subsections).ThenInclude(subsection => subsection.Items)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Assignments.Where(named => named.EndedAt == null))
            .Include(plan => plan.Tasks).ThenInclude(task => task.Rules.Where(rule => rule.SupersededAt == null))
            .SingleOrDefaultAsync(cancellationToken);
        plan?.KeepInForce();
        return plan is null ? null : KeptPlan.ToParsed(plan, ReferenceData.ReadRules(await AssumedRuleQueries.InForceAsync(db, cancellationToken)));
    }
}
