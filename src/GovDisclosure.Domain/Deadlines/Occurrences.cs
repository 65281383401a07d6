using System.Globalization;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>Lists what a rule asks for, from its plan or from a trigger. The same arguments always give the same list.</summary>
/// <param name="calendar">The working days.</param>
public sealed class Occurrences(WorkingDayCalendar calendar)
{
    private readonly DueDateCalculator _calculator = new(calendar);

    /// <summary>The occurrences that a rule owes by its plan alone, in order; none for the kinds that wait for a trigger.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="planYear">The plan's year.</param>
    /// <param name="issuedOn">The day from which the plan binds.</param>
    /// <remarks>
    /// For which periods count, see <see cref="PeriodSchedule.ForPlanYear"/>. A rule with dates of its own owes the periods that start
    /// and end while it is in force, and its year where that ends in force.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The rule is qualitative (an assumed rule must replace it first), or lacks the period, count, date or figure of its kind.
    /// </exception>
    public IReadOnlyList<Occurrence> ForPlan(DeadlineRule rule, int planYear, DateOnly issuedOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return [.. Owed(rule, planYear, issuedOn).Where(occurrence => rule.IsInForceOn(occurrence.WindowEnd))];
    }

    private List<Occurrence> Owed(DeadlineRule rule, int planYear, DateOnly issuedOn)
    {
        // A rule binds from its own first day as a plan does from its issue.
        var bindsFrom = rule.InForceFrom is { } from && from > issuedOn ? from : issuedOn;
        return rule.Kind switch
        {
            DeadlineRuleKind.Periodic => EachPeriod(rule, planYear, bindsFrom, requiredCount: 1),
            DeadlineRuleKind.Quota => EachPeriod(rule, planYear, bindsFrom, RequiredCount(rule)),
            DeadlineRuleKind.FixedDate => [ByDate(rule, planYear, issuedOn)],
            DeadlineRuleKind.Target => [ByReport(rule, planYear)],
            DeadlineRuleKind.Qualitative => throw rule.Incomplete("an assumed rule in its place"),
            _ => [],
        };
    }

    /// <summary>The occurrence that a trigger on a day starts; for a rule that follows a publication, the trigger is that publication.</summary>
    /// <param name="rule">A rule in working days, calendar days, months or years.</param>
    /// <param name="triggerKey">Names the trigger for good, such as its identifier; becomes <see cref="Occurrence.Key"/>.</param>
    /// <param name="triggeredOn">The trigger's day, in Beijing.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueAfter(DeadlineRule, DateOnly)"/>.</exception>
    public Occurrence ForTrigger(DeadlineRule rule, string triggerKey, DateOnly triggeredOn) =>
        Triggered(rule, triggerKey, triggeredOn, _calculator.DueAfter(rule, triggeredOn));

    /// <summary>The occurrence that a trigger at an instant starts.</summary>
    /// <param name="rule">A rule in hours, or in any unit that a day is enough for.</param>
    /// <param name="triggerKey">Names the trigger for good, such as its identifier; becomes <see cref="Occurrence.Key"/>.</param>
    /// <param name="triggeredAt">The trigger's instant.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueAfter(DeadlineRule, DateTimeOffset)"/>.</exception>
    public Occurrence ForTrigger(DeadlineRule rule, string triggerKey, DateTimeOffset triggeredAt) =>
        Triggered(rule, triggerKey, BeijingTime.DateOf(triggeredAt), _calculator.DueAfter(rule, triggeredAt));

    /// <summary>The occurrence before an event to come.</summary>
    /// <param name="rule">A rule in working days before an event.</param>
    /// <param name="triggerKey">Names the event for good; becomes <see cref="Occurrence.Key"/>.</param>
    /// <param name="eventOn">The event's day, in Beijing.</param>
    /// <param name="knownOn">The day from which the duty can be done: when the event was fixed. Where that is after the due day, it is late at once.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueAfter(DeadlineRule, DateOnly)"/>, or the rule looks ahead to no event.</exception>
    public Occurrence ForEventAhead(DeadlineRule rule, string triggerKey, DateOnly eventOn, DateOnly knownOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentException.ThrowIfNullOrEmpty(triggerKey);
        if (rule.Kind != DeadlineRuleKind.WorkingDaysBeforeEvent)
        {
            throw rule.Incomplete("to be counted back from an event");
        }

        RequireInForce(rule, eventOn);
        var due = _calculator.DueAfter(rule, eventOn);
        return new Occurrence(triggerKey, knownOn < due.DueOn ? knownOn : due.DueOn, due.DueOn, due, RequiredCount: 1, Target: null);
    }

    /// <summary>What freshness asks for: after each publication another one, at the latest the rule's count later.</summary>
    /// <remarks>
    /// Each publication is the trigger of the next occurrence, also a late one: information that came late is fresh from then on. Several
    /// on one day are one step after another, so that no key is lost. The last occurrence is the open one.
    /// </remarks>
    /// <param name="rule">A triggered rule that starts with <see cref="ClockStart.OwnLastPublication"/>.</param>
    /// <param name="startKey">Names what the first occurrence counts from, such as the plan.</param>
    /// <param name="startsAt">The instant that it counts from, before every publication.</param>
    /// <param name="publications">The publications that count, each with a key for good, in any order.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueAfter(DeadlineRule, DateTimeOffset)"/>, or the rule starts otherwise.</exception>
    public IReadOnlyList<Occurrence> ForFreshness(
        DeadlineRule rule, string startKey, DateTimeOffset startsAt, IEnumerable<(string Key, DateTimeOffset PublishedAt)> publications)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(publications);
        if (rule.Starts != ClockStart.OwnLastPublication)
        {
            throw rule.Incomplete("to start with the last publication");
        }

        return
        [
            .. publications.OrderBy(publication => publication.PublishedAt)
                .Prepend((Key: startKey, PublishedAt: startsAt))
                .Select(start => ForTrigger(rule, start.Key, start.PublishedAt)),
        ];
    }

    private static Occurrence Triggered(DeadlineRule rule, string triggerKey, DateOnly triggeredOn, Due due)
    {
        ArgumentException.ThrowIfNullOrEmpty(triggerKey);
        RequireInForce(rule, triggeredOn);
        if (rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent)
        {
            throw rule.Incomplete("the day from which it can be done, besides the event's");
        }

        return new Occurrence(triggerKey, triggeredOn, due.DueOn, due, RequiredCount: 1, Target: null);
    }

    // Which version of a law applies is decided by the event's day; asking a rule about another day is a mistake of the caller.
    private static void RequireInForce(DeadlineRule rule, DateOnly day)
    {
        if (!rule.IsInForceOn(day))
        {
            throw rule.Incomplete($"to be in force on {day:yyyy-MM-dd}");
        }
    }

    private static Occurrence ByDate(DeadlineRule rule, int planYear, DateOnly issuedOn)
    {
        var date = rule.Date ?? throw rule.Incomplete("a date");

        // A date before the plan's issue is still owed, at once late; its window must not end before it starts.
        var start = issuedOn < date ? issuedOn : date;
        return new Occurrence(KeyOf(planYear), start, date, Due.EndOf(date), RequiredCount: 1, Target: null);
    }

    private static Occurrence ByReport(DeadlineRule rule, int planYear)
    {
        var target = rule.Value ?? throw rule.Incomplete("a figure to reach");
        var year = DatePeriod.Containing(PeriodUnit.Year, new DateOnly(planYear, 1, 1));
        var last = rule.Date ?? year.End;
        return new Occurrence(KeyOf(planYear), year.Start < last ? year.Start : last, last, Due.EndOf(last), RequiredCount: 1, target);
    }

    private static int RequiredCount(DeadlineRule rule) =>
        rule.MinCount is { } count and > 0 ? count : throw rule.Incomplete("a count of at least 1");

    private static string KeyOf(int planYear) => planYear.ToString("0000", CultureInfo.InvariantCulture);

    private List<Occurrence> EachPeriod(DeadlineRule rule, int planYear, DateOnly bindsFrom, int requiredCount) =>
    [
        .. PeriodSchedule.ForPlanYear(rule.RequiredPeriod, planYear, bindsFrom)
            .Select(period => new Occurrence(period.Key, period.Start, period.End, _calculator.DueFor(rule, period), requiredCount, Target: null)),
    ];
}
