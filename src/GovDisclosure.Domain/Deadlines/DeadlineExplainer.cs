using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>Lets a due date explain itself (为什么是这一天).</summary>
/// <param name="calendar">The working days to explain by.</param>
public sealed class DeadlineExplainer(WorkingDayCalendar calendar)
{
    private readonly DueDateCalculator _calculator = new(calendar);

    /// <summary>Explains when <paramref name="occurrence"/> of <paramref name="rule"/> falls due.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="occurrence">One of the rule's occurrences; its window tells the period or the trigger's day.</param>
    /// <param name="triggeredAt">The trigger's instant: needed for hours, shown where known for days.</param>
    /// <exception cref="ArgumentException">
    /// The rule is qualitative or incomplete, counts hours without <paramref name="triggeredAt"/>, or the instant is not on the
    /// occurrence's first day.
    /// </exception>
    public DeadlineExplanation Explain(DeadlineRule rule, Occurrence occurrence, DateTimeOffset? triggeredAt = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(occurrence);
        if (triggeredAt is { } instant && BeijingTime.DateOf(instant) != occurrence.WindowStart)
        {
            throw new ArgumentException("The trigger is not on the first day of the occurrence.", nameof(triggeredAt));
        }

        return rule.Kind switch
        {
            DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.CalendarDaysAfterEvent or DeadlineRuleKind.HoursAfterEvent =>
                AfterTrigger(rule, occurrence, triggeredAt),
            DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota => ForPeriod(rule, occurrence),
            DeadlineRuleKind.FixedDate or DeadlineRuleKind.Target => ByWindow(rule, occurrence),
            _ => throw rule.Incomplete("an assumed rule in its place"),
        };
    }

    private DeadlineExplanation AfterTrigger(DeadlineRule rule, Occurrence occurrence, DateTimeOffset? triggeredAt)
    {
        var day = occurrence.WindowStart;
        var due = triggeredAt is { } instant ? _calculator.DueAfter(rule, instant) : _calculator.DueAfter(rule, day);
        var days = rule.Kind switch
        {
            DeadlineRuleKind.WorkingDaysAfterEvent => ExplainedDays.CountingWorkingDays(calendar, day, rule.CountAfterEvent),
            DeadlineRuleKind.CalendarDaysAfterEvent => ExplainedDays.CountingCalendarDays(calendar, day, rule.CountAfterEvent, due.DueOn),
            _ => ExplainedDays.PassingFromTrigger(calendar, day, due.DueOn),
        };
        return Build(rule, occurrence, due, days) with { TriggeredOn = day, TriggeredAt = triggeredAt?.ToUniversalTime() };
    }

    private DeadlineExplanation ForPeriod(DeadlineRule rule, Occurrence occurrence)
    {
        var period = DatePeriod.Containing(rule.RequiredPeriod, occurrence.WindowStart);
        var due = _calculator.DueFor(rule, period);
        var days = rule.WorkingDaysAfterPeriod is > 0 and var count
            ? ExplainedDays.CountingWorkingDays(calendar, period.End, count)
            : ExplainedDays.Passing(calendar, period.Start, period.End);
        return Build(rule, occurrence, due, days) with { Period = period };
    }

    private DeadlineExplanation ByWindow(DeadlineRule rule, Occurrence occurrence) => Build(
        rule,
        occurrence,
        Due.EndOf(occurrence.WindowEnd),
        ExplainedDays.Passing(calendar, occurrence.WindowStart, occurrence.WindowEnd));

    private static DeadlineExplanation Build(DeadlineRule rule, Occurrence occurrence, Due due, ExplainedDays days) => new()
    {
        Rule = rule,
        Occurrence = occurrence,
        Due = due,
        Days = days.All,
        Weeks = WeekGrid.Of(days.All),
        SkippedHolidays = days.HolidaySpans(),
        SkippedWeekendDays = [.. days.OfKind(CalendarDayKind.Weekend).Select(day => day.Date)],
        CountedMakeUpDays = days.OfKind(CalendarDayKind.MakeUpWorkday),
        Notices = days.Notices(),
    };
}
