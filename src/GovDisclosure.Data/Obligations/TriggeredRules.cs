using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>A rule that a trigger starts, in a task that reaches an agency.</summary>
public sealed record TriggeredRule(Guid PlanId, Guid TaskId, Guid RuleId, DeadlineRule Rule, AssignmentRole Role);

/// <summary>Finds the rules that an agency's triggers start.</summary>
public static class TriggeredRules
{
    /// <summary>The rules of the plan's tasks that reach the agency.</summary>
    public static async Task<IReadOnlyList<TriggeredRule>> OfAsync(
        GovDbContext db, Guid planId, Guid agencyId, CancellationToken cancellationToken)
    {
        var rows = await (
            from reached in db.TaskReach(planId)
            where reached.AgencyId == agencyId
            join task in db.Tasks on reached.TaskId equals task.Id
            join rule in db.TaskRules on task.Id equals rule.TaskId
            where rule.SupersededAt == null && DeadlineRule.TriggeredKinds.Contains(rule.Rule.Kind)
            orderby task.Ordinal, rule.Ordinal
            select new { rule, reached.Role }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TriggeredRule(planId, row.rule.TaskId, row.rule.Id, row.rule.Rule, row.Role))];
    }
}
