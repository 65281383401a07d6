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
    /// <remarks>For which periods count, see <see cref="PeriodSchedule.ForPlanYear"/>.</remarks>
    /// <exception cref="ArgumentException">
    /// The rule is qualitative (an assumed rule must replace it first), or lacks the period, count, date or figure of its kind.
    /// </exception>
    public IReadOnlyList<Occurrence> ForPlan(DeadlineRule rule, int planYear, DateOnly issuedOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Kind switch
        {
            DeadlineRuleKind.Periodic => EachPeriod(rule, planYear, issuedOn, requiredCount: 1),
            DeadlineRuleKind.Quota => EachPeriod(rule, planYear, issuedOn, RequiredCount(rule)),
            DeadlineRuleKind.FixedDate => [ByDate(rule, planYear, issuedOn)],
            DeadlineRuleKind.Target => [ByYearEnd(rule, planYear)],
            DeadlineRuleKind.Qualitative => throw rule.Incomplete("an assumed rule in its place"),
            _ => [],
        };
    }

    /// <summary>The occurrence that a trigger on a day starts.</summary>
    /// <param name="rule">A rule in working days or calendar days.</param>
    /// <param name="triggerKey">Names the trigger for good, such as its identifier; becomes <see cref="Occurrence.Key"/>.</param>
    /// <param name="triggeredOn">The trigger's day, in Beijing.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueAfter(DeadlineRule, DateOnly)"/>.</exception>
    public Occurrence ForTrigger(DeadlineRule rule, string triggerKey, DateOnly triggeredOn) =>
        Triggered(triggerKey, triggeredOn, _calculator.DueAfter(rule, triggeredOn));

    /// <summary>The occurrence that a trigger at an instant starts.</summary>
    /// <param name="rule">A rule in hours, working days or calendar days.</param>
    /// <param name="triggerKey">Names the trigger for good, such as its identifier; becomes <see cref="Occurrence.Key"/>.</param>
    /// <param name="triggeredAt">The trigger's instant.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueAfter(DeadlineRule, DateTimeOffset)"/>.</exception>
    public Occurrence ForTrigger(DeadlineRule rule, string triggerKey, DateTimeOffset triggeredAt) =>
        Triggered(triggerKey, BeijingTime.DateOf(triggeredAt), _calculator.DueAfter(rule, triggeredAt));

    private static Occurrence Triggered(string triggerKey, DateOnly triggeredOn, Due due)
    {
        ArgumentException.ThrowIfNullOrEmpty(triggerKey);
        return new Occurrence(triggerKey, triggeredOn, due.DueOn, due, RequiredCount: 1, Target: null);
    }

    private static Occurrence ByDate(DeadlineRule rule, int planYear, DateOnly issuedOn)
    {
        var date = rule.Date ?? throw rule.Incomplete("a date");

        // A date before the plan's issue is still owed, at once late; its window must not end before it starts.
        var start = issuedOn < date ? issuedOn : date;
        return new Occurrence(KeyOf(planYear), start, date, Due.EndOf(date), RequiredCount: 1, Target: null);
    }

    private static Occurrence ByYearEnd(DeadlineRule rule, int planYear)
    {
        var target = rule.Value ?? throw rule.Incomplete("a figure to reach");
        var year = DatePeriod.Containing(PeriodUnit.Year, new DateOnly(planYear, 1, 1));
        return new Occurrence(KeyOf(planYear), year.Start, year.End, Due.EndOf(year.End), RequiredCount: 1, target);
    }

    private static int RequiredCount(DeadlineRule rule) =>
        rule.MinCount is { } count and > 0 ? count : throw rule.Incomplete("a count of at least 1");

    private static string KeyOf(int planYear) => planYear.ToString("0000", CultureInfo.InvariantCulture);

    private List<Occurrence> EachPeriod(DeadlineRule rule, int planYear, DateOnly issuedOn, int requiredCount) =>
    [
        .. PeriodSchedule.ForPlanYear(rule.RequiredPeriod, planYear, issuedOn)
            .Select(period => new Occurrence(period.Key, period.Start, period.End, _calculator.DueFor(rule, period), requiredCount, Target: null)),
    ];
}
