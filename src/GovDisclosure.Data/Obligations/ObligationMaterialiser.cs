using GovDisclosure.Data.Legal;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Legal;
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

    /// <summary>Makes what a trigger's rules demand of its agency, each with every basis that the law adds on the trigger's day.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <param name="rules">The rules of tasks that reach the agency, with the agency's role in each task.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="register">The legal bases; the one that ships with the portal where none is given.</param>
    public static IEnumerable<MadeDuty> ForTrigger(
        TriggerEvent trigger, IEnumerable<TriggeredRule> rules, WorkingDayCalendar calendar, LegalRegister? register = null)
    {
        ArgumentNullException.ThrowIfNull(trigger);
        ArgumentNullException.ThrowIfNull(rules);
        var law = register ?? LegalRegisterFile.Shipped;
        return rules
            .Where(rule => rule.Rule.Event == trigger.Kind && (trigger.TaskId is null || trigger.TaskId == rule.TaskId))
            .Select(rule => Make(trigger, rule, DutyBases.Of(rule.Rule, law, BeijingTime.DateOf(trigger.OccurredAt)), calendar));
    }

    private static MadeDuty Make(TriggerEvent trigger, TriggeredRule rule, IReadOnlyList<DeadlineRule> bases, WorkingDayCalendar calendar)
    {
        var due = new DutyClock(bases, trigger.OccurredAt, ClockChanges.None).Count(calendar);
        var binding = due.Binding.Original;
        var triggeredOn = BeijingTime.DateOf(trigger.OccurredAt);
        var obligation = new Obligation
        {
            AgencyId = trigger.AgencyId,
            PlanId = rule.PlanId,
            TaskId = rule.TaskId,
            RuleId = rule.RuleId,
            OccurrenceKey = trigger.Id.ToString("N"),
            Role = rule.Role,
            // A window before an event opens when the portal learns of the event, and never after it closes.
            WindowStart = binding.DueOn < triggeredOn ? Earlier(BeijingTime.DateOf(trigger.RecordedAt), binding.DueOn) : triggeredOn,
            WindowEnd = binding.DueOn,
            OriginalDueAt = binding.DueAt,
            RequiredCount = 1,
            TriggerId = trigger.Id,
            RecordedAt = trigger.RecordedAt,
        };
        var standing = new ObligationStanding
        {
            AgencyId = trigger.AgencyId,
            ObligationId = obligation.Id,
            ValidFrom = trigger.RecordedAt,
            DueAt = binding.DueAt,
            Disposition = ObligationDisposition.Open,
            Reason = StandingReason.Materialised,
        };
        return new MadeDuty(obligation, standing, due.All.Count == 1 ? [] : [.. due.All.Select((basis, ordinal) => new ObligationBasis
        {
            AgencyId = trigger.AgencyId,
            ObligationId = obligation.Id,
            Ordinal = ordinal,
            Rule = basis.Rule,
            OriginalDueAt = basis.Original.DueAt,
        })]);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
