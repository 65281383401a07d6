using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>What the sample history needs to know of the plan.</summary>
internal sealed record PlanFacts(Guid PlanId, DateOnly IssuedOn, IReadOnlyDictionary<Guid, RuleFacts> Rules)
{
    public static async Task<PlanFacts> ReadAsync(GovDbContext db, CancellationToken cancellationToken)
    {
        var plan = await db.WorkPlans.AsNoTracking().SingleAsync(plan => plan.Status == WorkPlanStatus.Active, cancellationToken);
        var rules = await (
            from task in db.Tasks
            where task.PlanId == plan.Id
            join rule in db.TaskRules on task.Id equals rule.TaskId
            select new { rule.Id, rule.Rule, rule.Clause, task.Title }).AsNoTracking().ToListAsync(cancellationToken);
        return new(plan.Id, plan.IssuedOn, rules.ToDictionary(
            rule => rule.Id, rule => new RuleFacts(rule.Rule, rule.Clause.Length > 0 ? rule.Clause : rule.Title, rule.Title)));
    }
}

/// <summary>One rule: what it demands and what is to be disclosed.</summary>
internal sealed record RuleFacts(DeadlineRule Rule, string Subject, string TaskTitle);
