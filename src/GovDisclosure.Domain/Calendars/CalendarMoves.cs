using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Calendars;

/// <summary>Which deadlines another calendar moves, and to when.</summary>
/// <remarks>
/// Periods in working days, and periods in calendar days, months and years that roll off a day off (民法典 art. 203), follow from the
/// calendar; hours, named periods without an offset, fixed dates and targets do not.
/// </remarks>
/// <param name="calendar">The calendar that is to hold.</param>
public sealed class CalendarMoves(WorkingDayCalendar calendar)
{
    private readonly DueDateCalculator _calculator = new(calendar);

    /// <summary>Whether a rule's due date follows from the calendar at all.</summary>
    public static bool DependsOnCalendar(DeadlineRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Kind switch
        {
            DeadlineRuleKind.HoursAfterEvent => false,
            DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota => rule.WorkingDaysAfterPeriod is > 0 || (rule.DayOfNextMonth is not null && rule.RollsOffDaysOff),
            _ => rule.IsTriggered,
        };
    }

    /// <summary>When a duty falls due by the calendar.</summary>
    /// <param name="rule">A rule that depends on the calendar.</param>
    /// <param name="start">The trigger's day, or the first day of the period.</param>
    /// <param name="changes">What happened to the clock since; null for nothing.</param>
    /// <exception cref="ArgumentException">The rule does not depend on the calendar, or lacks what its kind needs.</exception>
    public Due DueFrom(DeadlineRule rule, DateOnly start, ClockChanges? changes = null)
    {
        if (!DependsOnCalendar(rule))
        {
            throw new ArgumentException($"The rule \"{rule.Phrase}\" does not depend on the calendar.", nameof(rule));
        }

        return rule.IsTriggered
            ? _calculator.DueAfter(rule, start, changes ?? ClockChanges.None).Current
            : _calculator.DueFor(rule, DatePeriod.Containing(rule.RequiredPeriod, start));
    }
}
