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
    /// <param name="triggeredAt">
    /// The trigger's instant: needed for hours, shown where known for days. For working days before an event, an instant on the event's
    /// day, which the window does not tell.
    /// </param>
    /// <param name="changes">The extensions and stops of a triggered rule; null for none.</param>
    /// <exception cref="ArgumentException">
    /// The rule is qualitative or incomplete, counts hours or towards an event without <paramref name="triggeredAt"/>, the instant is not on
    /// the occurrence's first day, or the changes break a rule or are made to a rule that no trigger starts.
    /// </exception>
    public DeadlineExplanation Explain(
        DeadlineRule rule, Occurrence occurrence, DateTimeOffset? triggeredAt = null, ClockChanges? changes = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(occurrence);
        var isAhead = rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent;
        if (!isAhead && triggeredAt is { } instant && BeijingTime.DateOf(instant) != occurrence.WindowStart)
        {
            throw new ArgumentException("The trigger is not on the first day of the occurrence.", nameof(triggeredAt));
        }

        if (rule.IsTriggered)
        {
            return AfterTrigger(rule, occurrence, triggeredAt, changes ?? ClockChanges.None);
        }

        if (changes is { Extensions.Count: > 0 } or { Stops.Count: > 0 })
        {
            throw new ArgumentException("Only a clock that a trigger starts can be extended or stopped.", nameof(changes));
        }

        return rule.Kind switch
        {
            DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota => ForPeriod(rule, occurrence),
            DeadlineRuleKind.FixedDate or DeadlineRuleKind.Target => ByWindow(rule, occurrence),
            _ => throw rule.Incomplete("an assumed rule in its place"),
        };
    }

    /// <summary>Explains a duty with several bases by the one that binds, and names them all.</summary>
    /// <param name="rules">The bases; those not in force on the trigger's day are left out.</param>
    /// <param name="triggerKey">Names the trigger for good; becomes the occurrence's key.</param>
    /// <param name="triggeredOn">The trigger's day, in Beijing.</param>
    /// <param name="changes">The extensions and stops, under every basis alike; null for none.</param>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueUnderEach(IEnumerable{DeadlineRule}, DateOnly, ClockChanges)"/>.</exception>
    public DeadlineExplanation ExplainBinding(
        IEnumerable<DeadlineRule> rules, string triggerKey, DateOnly triggeredOn, ClockChanges? changes = null)
    {
        return ExplainBinding(_calculator.DueUnderEach(rules, triggeredOn, changes), triggerKey, triggeredOn, triggeredAt: null, changes);
    }

    /// <summary>Explains a duty with several bases, hours among them, by the one that binds, and names them all.</summary>
    /// <exception cref="ArgumentException">As for <see cref="DueDateCalculator.DueUnderEach(IEnumerable{DeadlineRule}, DateTimeOffset, ClockChanges)"/>.</exception>
    public DeadlineExplanation ExplainBinding(
        IEnumerable<DeadlineRule> rules, string triggerKey, DateTimeOffset triggeredAt, ClockChanges? changes = null) =>
        ExplainBinding(_calculator.DueUnderEach(rules, triggeredAt, changes), triggerKey, BeijingTime.DateOf(triggeredAt), triggeredAt, changes);

    private DeadlineExplanation ExplainBinding(
        BindingDue due, string triggerKey, DateOnly triggeredOn, DateTimeOffset? triggeredAt, ClockChanges? changes)
    {
        var binding = due.Binding;
        var occurrence = new Occurrence(triggerKey, triggeredOn, binding.Due.DueOn, binding.Due, RequiredCount: 1, Target: null);
        return Explain(binding.Rule, occurrence, triggeredAt, changes) with { Bases = due.All.Count > 1 ? due.All : [] };
    }

    private DeadlineExplanation AfterTrigger(DeadlineRule rule, Occurrence occurrence, DateTimeOffset? triggeredAt, ClockChanges changes)
    {
        var day = rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent
            ? BeijingTime.DateOf(triggeredAt ?? throw rule.Incomplete("the day of its event"))
            : occurrence.WindowStart;
        var due = triggeredAt is { } instant ? _calculator.DueAfter(rule, instant, changes) : _calculator.DueAfter(rule, day, changes);
        var extended = DueDateCalculator.Adjust(rule, changes) ?? rule;
        var end = rule.Kind is DeadlineRuleKind.MonthsAfterEvent or DeadlineRuleKind.YearsAfterEvent
            ? DueDateCalculator.CorrespondingDay(rule.Kind, day, extended.CountAfterEvent)
            : (DateOnly?)null;
        var last = due.Current.DueOn;
        var days = rule.Kind switch
        {
            DeadlineRuleKind.WorkingDaysAfterEvent => ExplainedDays.CountingWorkingDays(calendar, day, last, changes.Stops),
            DeadlineRuleKind.CalendarDaysAfterEvent =>
                ExplainedDays.CountingCalendarDays(calendar, day, extended.CountAfterEvent, last, changes.Stops),
            DeadlineRuleKind.WorkingDaysBeforeEvent => ExplainedDays.CountingBack(calendar, last, day, extended.CountAfterEvent),
            _ when end is { } corresponding => ExplainedDays.PassingAndRolling(calendar, day, corresponding, last),
            _ => ExplainedDays.PassingFromTrigger(calendar, day, last),
        };
        return Build(rule, occurrence, due, days) with
        {
            TriggeredOn = day,
            TriggeredAt = triggeredAt?.ToUniversalTime(),
            Changes = changes,
            EndsOn = end,
        };
    }

    private DeadlineExplanation ForPeriod(DeadlineRule rule, Occurrence occurrence)
    {
        var period = DatePeriod.Containing(rule.RequiredPeriod, occurrence.WindowStart);
        var due = _calculator.DueFor(rule, period);
        var end = rule.DayOfNextMonth is { } day ? DueDateCalculator.DayOfNextMonth(rule, period, day) : (DateOnly?)null;
        var days = rule.WorkingDaysAfterPeriod switch
        {
            > 0 => ExplainedDays.CountingWorkingDays(calendar, period.End, due.DueOn, []),
            _ when end is { } last => ExplainedDays.PassingAndRolling(calendar, period.End, last, due.DueOn),
            _ => ExplainedDays.Passing(calendar, period.Start, period.End),
        };
        return Build(rule, occurrence, new AdjustedDue(due, due), days) with { Period = period, EndsOn = end };
    }

    private DeadlineExplanation ByWindow(DeadlineRule rule, Occurrence occurrence)
    {
        var due = Due.EndOf(occurrence.WindowEnd);
        return Build(rule, occurrence, new AdjustedDue(due, due), ExplainedDays.Passing(calendar, occurrence.WindowStart, occurrence.WindowEnd));
    }

    private DeadlineExplanation Build(DeadlineRule rule, Occurrence occurrence, AdjustedDue due, ExplainedDays days) => new()
    {
        Rule = rule,
        Occurrence = occurrence,
        Due = due.Current,
        Original = due.Original,
        Region = calendar.Region,
        Days = days.All,
        Weeks = WeekGrid.Of(days.All),
        SkippedHolidays = days.HolidaySpans(),
        SkippedWeekendDays = [.. days.OfKind(CalendarDayKind.Weekend).Select(day => day.Date)],
        CountedMakeUpDays = days.OfKind(CalendarDayKind.MakeUpWorkday),
        Notices = days.Notices(),
    };
}
