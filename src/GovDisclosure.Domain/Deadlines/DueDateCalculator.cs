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
    /// para. 1); that a make-up Saturday is no day off there follows from the notices' 上班, not from an article's own words. Months and
    /// years end on the corresponding day, else on the month's last (art. 202), and roll likewise. Working days before an event are
    /// counted backwards from its day, and the last instant in time is the end of the one that bears the rule's number.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// The rule neither follows nor precedes a trigger, lacks its number, or counts hours, which run from an instant and not from a day.
    /// </exception>
    public Due DueAfter(DeadlineRule rule, DateOnly triggeredOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Kind switch
        {
            DeadlineRuleKind.WorkingDaysAfterEvent => WorkingDaysAfter(triggeredOn, rule.CountAfterEvent),
            DeadlineRuleKind.CalendarDaysAfterEvent => RolledForward(triggeredOn.AddDays(rule.CountAfterEvent)),
            DeadlineRuleKind.MonthsAfterEvent or DeadlineRuleKind.YearsAfterEvent =>
                RolledForward(CorrespondingDay(rule.Kind, triggeredOn, rule.CountAfterEvent)),
            DeadlineRuleKind.WorkingDaysBeforeEvent => WorkingDaysBefore(triggeredOn, rule.CountAfterEvent),
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

    /// <summary>When a triggered rule falls due, from the day of its trigger and what happened to its clock since.</summary>
    /// <remarks>
    /// Extensions and the rule's own number are one count from the start. A stop takes its days out of the count, so that what is left
    /// shifts by working days where working days are counted. Both keep the original date.
    /// </remarks>
    /// <exception cref="ArgumentException">As without changes, or the changes break a rule (see <see cref="ClockChanges.Check"/>).</exception>
    public AdjustedDue DueAfter(DeadlineRule rule, DateOnly triggeredOn, ClockChanges changes)
    {
        var original = DueAfter(rule, triggeredOn);
        return new AdjustedDue(original, Adjust(rule, changes) is { } extended ? DueAfterStops(extended, triggeredOn, changes.Stops) : original);
    }

    /// <summary>When a triggered rule falls due, from the instant of its trigger and what happened to its clock since.</summary>
    /// <exception cref="ArgumentException">As without changes, or the changes break a rule (see <see cref="ClockChanges.Check"/>).</exception>
    public AdjustedDue DueAfter(DeadlineRule rule, DateTimeOffset triggeredAt, ClockChanges changes)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Kind != DeadlineRuleKind.HoursAfterEvent)
        {
            return DueAfter(rule, BeijingTime.DateOf(triggeredAt), changes);
        }

        var original = DueAfter(rule, triggeredAt);
        return new AdjustedDue(original, Adjust(rule, changes) is { } extended ? DueAfter(extended, triggeredAt) : original);
    }

    /// <summary>When a duty with several bases falls due: every basis in force on the trigger's day, and the one that binds.</summary>
    /// <param name="rules">The bases, of kinds that are counted from a day; those not in force on that day are left out.</param>
    /// <param name="triggeredOn">The trigger's day, in Beijing.</param>
    /// <param name="changes">What happened to the clock since, under every basis alike; null for nothing.</param>
    /// <exception cref="ArgumentException">No basis is in force on that day, or one is no rule of days after a trigger.</exception>
    public BindingDue DueUnderEach(IEnumerable<DeadlineRule> rules, DateOnly triggeredOn, ClockChanges? changes = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Bind(rules.Where(rule => rule.IsInForceOn(triggeredOn)), rule => DueAfter(rule, triggeredOn, changes ?? ClockChanges.None));
    }

    /// <summary>When a duty with several bases falls due, hours among them.</summary>
    /// <exception cref="ArgumentException">No basis is in force on the trigger's day, or one follows no trigger.</exception>
    public BindingDue DueUnderEach(IEnumerable<DeadlineRule> rules, DateTimeOffset triggeredAt, ClockChanges? changes = null)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var triggeredOn = BeijingTime.DateOf(triggeredAt);
        return Bind(rules.Where(rule => rule.IsInForceOn(triggeredOn)), rule => DueAfter(rule, triggeredAt, changes ?? ClockChanges.None));
    }

    /// <summary>
    /// When a periodic duty or a quota falls due for <paramref name="period"/>: its end, the rule's working days after it, or the rule's
    /// day of the month after it.
    /// </summary>
    /// <remarks>The end of a named period (每周, 按月) is a date like any other and does not roll off a day off; the rule says whether a day of the next month does.</remarks>
    /// <exception cref="ArgumentException">
    /// The rule is of another kind, its number of working days is negative, or its day of the next month is none, follows weeks, or stands
    /// beside working days.
    /// </exception>
    public Due DueFor(DeadlineRule rule, DatePeriod period)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.Kind is not (DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota))
        {
            throw rule.Incomplete("no period");
        }

        if (rule.DayOfNextMonth is { } day)
        {
            var end = DayOfNextMonth(rule, period, day);
            return rule.RollsOffDaysOff ? RolledForward(end) : Due.EndOf(end);
        }

        return rule.WorkingDaysAfterPeriod switch
        {
            null or 0 => Due.EndOf(period.End),
            > 0 and var count => WorkingDaysAfter(period.End, count),
            _ => throw rule.Incomplete("working days after its period that are not negative"),
        };
    }

    /// <summary>The last day of a period of months or years, before any rolling (民法典 art. 202).</summary>
    internal static DateOnly CorrespondingDay(DeadlineRuleKind kind, DateOnly from, int count) =>
        kind == DeadlineRuleKind.YearsAfterEvent ? from.AddYears(count) : from.AddMonths(count);

    /// <summary>The rule's day of the month after <paramref name="period"/>, before any rolling.</summary>
    internal static DateOnly DayOfNextMonth(DeadlineRule rule, DatePeriod period, int day)
    {
        if (day is < 1 or > 31 || rule.WorkingDaysAfterPeriod is > 0 || period.Unit == PeriodUnit.Week)
        {
            throw rule.Incomplete("a day from 1 to 31 of the month after whole months, and no working days besides");
        }

        var next = period.End.AddDays(1);
        return new DateOnly(next.Year, next.Month, Math.Min(day, DateTime.DaysInMonth(next.Year, next.Month)));
    }

    /// <summary>The rule with what the extensions add; null where the clock was left alone.</summary>
    internal static DeadlineRule? Adjust(DeadlineRule rule, ClockChanges changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Extensions.Count == 0 && changes.Stops.Count == 0)
        {
            return null;
        }

        return changes.Check(rule).FirstOrDefault() is { } violation
            ? throw new ArgumentException($"The changes break {violation.Code} under \"{rule.Phrase}\".", nameof(changes))
            : rule with { Value = rule.CountAfterEvent + changes.ExtendedBy };
    }

    private static BindingDue Bind(IEnumerable<DeadlineRule> rules, Func<DeadlineRule, AdjustedDue> dueOf)
    {
        BasisDue[] all = [.. rules.Select(rule => (Rule: rule, Due: dueOf(rule))).Select(found => new BasisDue(found.Rule, found.Due.Original, found.Due.Current))];
        return new BindingDue(all, all.MinBy(basis => basis.Due.DueAt) ?? throw new ArgumentException("No basis is in force on that day.", nameof(rules)));
    }

    private Due DueAfterStops(DeadlineRule rule, DateOnly from, IReadOnlyList<ClockStop> stops)
    {
        if (stops.Count == 0)
        {
            return DueAfter(rule, from);
        }

        var count = new StoppedCount(calendar, stops);
        if (rule.Kind == DeadlineRuleKind.WorkingDaysAfterEvent)
        {
            return ByWorkingDays(from, count.AddWorkingDays(from, rule.CountAfterEvent));
        }

        var end = count.AddDays(from, rule.CountAfterEvent);
        var last = count.RollForward(end);
        return Due.EndOf(last, calendar.IsProvisional(end) || calendar.IsProvisional(last));
    }

    private Due WorkingDaysAfter(DateOnly from, int count) => ByWorkingDays(from, calendar.AddWorkingDays(from, count));

    private Due WorkingDaysBefore(DateOnly before, int count)
    {
        var last = calendar.AddWorkingDays(before, -count);
        return Due.EndOf(last, calendar.IsProvisional(before.AddDays(-1)) || calendar.IsProvisional(last));
    }

    private Due ByWorkingDays(DateOnly from, DateOnly last)
    {
        // Day zero is not looked up, and the announced years have no gap: the ends tell for all the days between.
        var isProvisional = last != from && (calendar.IsProvisional(from.AddDays(1)) || calendar.IsProvisional(last));
        return Due.EndOf(last, isProvisional);
    }

    private Due RolledForward(DateOnly end)
    {
        var last = calendar.NextWorkingDayOnOrAfter(end);
        return Due.EndOf(last, calendar.IsProvisional(end) || calendar.IsProvisional(last));
    }
}
