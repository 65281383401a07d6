using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>Makes obligations of rules: for each period of a plan's year at once, for a trigger when it is entered. Both are idempotent.</summary>
public static class ObligationMaterialiser
{
    /// <summary>Makes what a plan's periodic, dated and target rules demand, for every agency that each task reaches, in one statement.</summary>
    /// <returns>How many obligations are new.</returns>
    /// <param name="db">A unit of work of the set-up.</param>
    /// <param name="plan">The plan with its tasks and rules.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="recordedAt">The instant from which the portal knows of them.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<int> ForPlanAsync(
        GovDbContext db, WorkPlan plan, WorkingDayCalendar calendar, DateTimeOffset recordedAt, CancellationToken cancellationToken)
    {
        var occurrences = new Occurrences(calendar);
        var all = (
            from task in plan.Tasks
            from rule in task.Rules
            from occurrence in occurrences.ForPlan(rule.Rule, plan.Year, plan.IssuedOn)
            select (RuleId: rule.Id, Occurrence: occurrence)).ToList();
        Guid[] ruleIds = [.. all.Select(row => row.RuleId)];
        string[] keys = [.. all.Select(row => row.Occurrence.Key)];
        DateOnly[] starts = [.. all.Select(row => row.Occurrence.WindowStart)];
        DateOnly[] ends = [.. all.Select(row => row.Occurrence.WindowEnd)];
        DateTimeOffset[] dues = [.. all.Select(row => row.Occurrence.Due.DueAt)];
        int[] required = [.. all.Select(row => row.Occurrence.RequiredCount)];
        decimal?[] targets = [.. all.Select(row => row.Occurrence.Target)];
        return await db.Database.SqlQuery<int>(
            $"""
            SELECT gov.materialise_obligations(
              {plan.Id}, {ruleIds}, {keys}, {starts}, {ends}, {dues}, {required}, {targets}, {recordedAt}) AS "Value"
            """).SingleAsync(cancellationToken);
    }

    /// <summary>Makes what a trigger's rules demand of its agency.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="rules">The rules of tasks that reach the agency, with the agency's role in each task.</param>
    /// <param name="calendar">The working days.</param>
    public static IEnumerable<(Obligation Obligation, ObligationStanding Standing)> ForTrigger(
        TriggerEvent trigger, IEnumerable<TriggeredRule> rules, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(rules);
        var occurrences = new Occurrences(calendar);
        foreach (var rule in rules.Where(rule => rule.Rule.Event == trigger.Kind && (trigger.TaskId is null || trigger.TaskId == rule.TaskId)))
        {
            var key = trigger.Id.ToString("N");
            var occurrence = rule.Rule.Kind == DeadlineRuleKind.HoursAfterEvent
                ? occurrences.ForTrigger(rule.Rule, key, trigger.OccurredAt)
                : occurrences.ForTrigger(rule.Rule, key, BeijingTime.DateOf(trigger.OccurredAt));
            var obligation = new Obligation
            {
                AgencyId = trigger.AgencyId,
                PlanId = rule.PlanId,
                TaskId = rule.TaskId,
                RuleId = rule.RuleId,
                OccurrenceKey = occurrence.Key,
                Role = rule.Role,
                WindowStart = occurrence.WindowStart,
                WindowEnd = occurrence.WindowEnd,
                OriginalDueAt = occurrence.Due.DueAt,
                RequiredCount = occurrence.RequiredCount,
                TriggerId = trigger.Id,
                RecordedAt = trigger.RecordedAt,
            };
            yield return (obligation, new ObligationStanding
            {
                AgencyId = trigger.AgencyId,
                ObligationId = obligation.Id,
                ValidFrom = trigger.RecordedAt,
                DueAt = occurrence.Due.DueAt,
                Disposition = ObligationDisposition.Open,
                Reason = StandingReason.Materialised,
            });
        }
    }
}
