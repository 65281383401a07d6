using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>Finds due instants from rules by one calendar.</summary>
/// <param name="calendar">The working days; a newer one may give a newer answer (see <see cref="Due.IsProvisional"/>).</param>
public sealed class DueDateCalculator(WorkingDayCalendar calendar)
{
    /// <summary>When a triggered rule falls due, from the day of its trigger.</summary>
    /// <remarks>
    /// The trigger's day is day zero (民法典 art. 201, para. 1), whether or not it is a working day. A period of working days ends with its
    /// n-th working day and never rolls. A period of calendar days that ends on a day off ends with the next working day (art. 203,
    /// para. 1); that a make-up Saturday is no day off there follows from the notices' 上班, not from an article's own words.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The rule does not follow a trigger, lacks its number, or counts hours, which run from an instant and not from a day.
    /// </exception>
    public Due DueAfter(DeadlineRule rule, DateOnly triggeredOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Kind switch
        {
            DeadlineRuleKind.WorkingDaysAfterEvent => WorkingDaysAfter(triggeredOn, rule.CountAfterEvent),
            DeadlineRuleKind.CalendarDaysAfterEvent => RolledForward(triggeredOn.AddDays(rule.CountAfterEvent)),
            DeadlineRuleKind.HoursAfterEvent => throw rule.Incomplete("the instant of its trigger, not only the day"),
            _ => throw rule.Incomplete("no trigger"),
        };
    }

    /// <summary>When a triggered rule falls due, from the instant of its trigger.</summary>
    /// <remarks>Hours run from the instant, holidays included (民法典 art. 201, para. 2); for days only the Beijing date of the trigger matters.</remarks>
    /// <exception cref="ArgumentException">The rule does not follow a trigger or lacks its number.</exception>
    public Due DueAfter(DeadlineRule rule, DateTimeOffset triggeredAt)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Kind == DeadlineRuleKind.HoursAfterEvent
            ? new Due(triggeredAt.ToUniversalTime().AddHours(rule.CountAfterEvent), IsProvisional: false)
            : DueAfter(rule, BeijingTime.DateOf(triggeredAt));
    }

    /// <summary>When a periodic duty or a quota falls due for <paramref name="period"/>: its end, or the rule's working days after it.</summary>
    /// <remarks>The end of a named period (每周, 按月) is a date like any other and does not roll off a day off.</remarks>
    /// <exception cref="ArgumentException">The rule is of another kind, or its number of working days is negative.</exception>
    public Due DueFor(DeadlineRule rule, DatePeriod period)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Kind is not (DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota))
        {
            throw rule.Incomplete("no period");
        }

        return rule.WorkingDaysAfterPeriod switch
        {
            null or 0 => Due.EndOf(period.End),
            > 0 and var count => WorkingDaysAfter(period.End, count),
            _ => throw rule.Incomplete("working days after its period that are not negative"),
        };
    }

    private Due WorkingDaysAfter(DateOnly from, int count)
    {
        var last = calendar.AddWorkingDays(from, count);

        // Day zero is not looked up, and the announced years have no gap: the ends tell for all the days between.
        var isProvisional = count > 0 && (calendar.IsProvisional(from.AddDays(1)) || calendar.IsProvisional(last));
        return Due.EndOf(last, isProvisional);
    }

    private Due RolledForward(DateOnly end)
    {
        var last = calendar.NextWorkingDayOnOrAfter(end);
        return Due.EndOf(last, calendar.IsProvisional(end) || calendar.IsProvisional(last));
    }
}
