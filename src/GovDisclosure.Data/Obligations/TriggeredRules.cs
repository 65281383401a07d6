using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>A rule that a trigger starts, in a task that reaches an agency.</summary>
public sealed record TriggeredRule(Guid PlanId, Guid TaskId, Guid RuleId, DeadlineRule Rule, AssignmentRole Role);

/// <summary>Finds the rules that an agency's triggers start.</summary>
public static class TriggeredRules
{

    /// <summary>The rules of the plan's tasks that name the agency or a group that it is in on the plan's date of issue, in its strongest role.</summary>
    public static async Task<IReadOnlyList<TriggeredRule>> OfAsync(
        GovDbContext db, Guid planId, Guid agencyId, CancellationToken cancellationToken)
    {
        var rows = await (
            from plan in db.WorkPlans
            where plan.Id == planId
            join task in db.Tasks on plan.Id equals task.PlanId
            join rule in db.TaskRules on task.Id equals rule.TaskId
            where rule.SupersededAt == null && DeadlineRule.TriggeredKinds.Contains(rule.Rule.Kind)
            join assignment in db.Assignments on task.Id equals assignment.TaskId
            where assignment.AssigneeAgencyId == agencyId || db.AgencyGroupMembers.Any(member =>
                member.GroupId == assignment.AssigneeGroupId && member.MemberAgencyId == agencyId
                && member.ValidFrom <= plan.IssuedOn && (member.ValidTo == null || member.ValidTo >= plan.IssuedOn))
            orderby task.Ordinal, rule.Ordinal
            select new { plan.Id, task, rule, assignment.Role }).AsNoTracking().ToListAsync(cancellationToken);
        return [.. rows
            .GroupBy(row => row.rule.Id)
            .Select(group => group.MinBy(row => row.Role)!)
            .Select(row => new TriggeredRule(row.Id, row.task.Id, row.rule.Id, row.rule.Rule, row.Role))];
    }
}
