using GovDisclosure.Data;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.TestCommon;

/// <summary>The plan in force and the calendar, read once: they do not change under the tests.</summary>
public sealed class TestPlan
{
    private TestPlan(WorkPlan plan) => Plan = plan;

    /// <summary>The plan with its tasks, assignments and rules.</summary>
    public WorkPlan Plan { get; }

    /// <summary>The working days.</summary>
    public WorkingDayCalendar Calendar { get; } = HolidayFile.ReadEmbedded();

    /// <summary>Every rule with its task, in the order of the plan.</summary>
    public IEnumerable<(DisclosureTask Task, TaskDeadlineRule Rule)> Rules =>
        from task in Plan.Tasks.OrderBy(task => task.Ordinal)
        from rule in task.Rules.OrderBy(rule => rule.Ordinal)
        select (task, rule);

    /// <summary>The first rule of a kind, and of a trigger where one is given.</summary>
    public (DisclosureTask Task, TaskDeadlineRule Rule) First(DeadlineRuleKind kind, TriggerKind? trigger = null) =>
        Rules.First(row => row.Rule.Rule.Kind == kind && (trigger is null || row.Rule.Rule.Event == trigger));

    internal static async Task<TestPlan> ReadAsync(GovDbContext db) => new(
        await db.WorkPlans.AsNoTracking().Where(plan => plan.Status == WorkPlanStatus.Active)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Assignments)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Rules)
            .SingleAsync());
}
