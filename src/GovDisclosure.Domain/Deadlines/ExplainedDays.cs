using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>The days of an explanation, and those among them whose kind decided the due day.</summary>
/// <param name="All">From the start to the due day, without gaps.</param>
/// <param name="Decisive">Where a day off, or a make-up day, makes a difference to the due day.</param>
internal sealed record ExplainedDays(IReadOnlyList<ExplainedDay> All, IReadOnlyList<ExplainedDay> Decisive)
{
    /// <summary>The count of working days: every day after day zero is decisive.</summary>
    public static ExplainedDays CountingWorkingDays(WorkingDayCalendar calendar, DateOnly from, DateOnly due, IReadOnlyList<ClockStop> stops)
    {
        var number = 0;
        ExplainedDay[] days = [.. Describe(calendar, from, due).Select(Explain)];
        return new ExplainedDays(days, [.. days.Skip(1).Where(day => day.Role != CountRole.Stopped)]);

        ExplainedDay Explain(CalendarDay day)
        {
            var isStopped = Covers(stops, day.Date);
            var counts = day.IsWorkingDay && !isStopped && day.Date != from;
            var between = counts ? CountRole.Counted : CountRole.Skipped;
            return Of(calendar, day, counts ? ++number : null, RoleOf(day.Date, from, due, isStopped ? CountRole.Stopped : between));
        }
    }

    /// <summary>The count of calendar days: days off decide only from the last counted day on, where they make the due day roll.</summary>
    public static ExplainedDays CountingCalendarDays(
        WorkingDayCalendar calendar, DateOnly from, int count, DateOnly due, IReadOnlyList<ClockStop> stops)
    {
        var number = 0;
        ExplainedDay[] days = [.. Describe(calendar, from, due).Select(Explain)];
        return new ExplainedDays(days, [.. days.SkipWhile(day => (day.Number ?? 0) < count).Where(day => day.Role != CountRole.Stopped)]);

        ExplainedDay Explain(CalendarDay day)
        {
            var isStopped = Covers(stops, day.Date);
            var counts = number < count && !isStopped && day.Date != from;
            var between = counts ? CountRole.Counted : CountRole.RolledOver;
            return Of(calendar, day, counts ? ++number : null, RoleOf(day.Date, from, due, isStopped ? CountRole.Stopped : between));
        }
    }

    /// <summary>Working days counted back from an event: every day before it is decisive.</summary>
    public static ExplainedDays CountingBack(WorkingDayCalendar calendar, DateOnly due, DateOnly before, int count)
    {
        var number = -count - 1;
        ExplainedDay[] days = [.. Describe(calendar, due, before).Select(Explain)];
        return new ExplainedDays(days, days[..^1]);

        ExplainedDay Explain(CalendarDay day)
        {
            var counts = day.IsWorkingDay && day.Date != before;
            return Of(calendar, day, counts ? ++number : null, RoleOf(day.Date, before, due, counts ? CountRole.Counted : CountRole.Skipped));
        }
    }

    /// <summary>Months, years or a day of the next month: days pass up to the end by the words, and days off decide from there on.</summary>
    public static ExplainedDays PassingAndRolling(WorkingDayCalendar calendar, DateOnly from, DateOnly end, DateOnly due)
    {
        ExplainedDay[] days =
        [
            .. Describe(calendar, from, due).Select(day => Of(
                calendar, day, number: null, RoleOf(day.Date, from, due, day.Date < end ? CountRole.Elapsed : CountRole.RolledOver))),
        ];
        return new ExplainedDays(days, days[(end.DayNumber - from.DayNumber)..]);
    }

    /// <summary>Hours from a trigger: all days pass alike, so none is decisive.</summary>
    public static ExplainedDays PassingFromTrigger(WorkingDayCalendar calendar, DateOnly from, DateOnly due) =>
        new([.. Describe(calendar, from, due).Select(day => Of(calendar, day, number: null, RoleOf(day.Date, from, due, CountRole.Elapsed)))], []);

    /// <summary>A period or a window: its first day is a day like the others.</summary>
    public static ExplainedDays Passing(WorkingDayCalendar calendar, DateOnly from, DateOnly due) =>
        new([.. Describe(calendar, from, due).Select(day => Of(calendar, day, number: null, day.Date == due ? CountRole.Due : CountRole.Elapsed))], []);

    /// <summary>The holidays among the decisive days: consecutive days of one name and notice are one span.</summary>
    public IReadOnlyList<HolidaySpan> HolidaySpans()
    {
        var spans = new List<HolidaySpan>();
        foreach (var day in Decisive.Select(explained => explained.Day).Where(day => day.Kind == CalendarDayKind.Holiday))
        {
            var name = day.Name ?? "";
            if (spans.LastOrDefault() is { } span && span.Name == name && span.Notice == day.Notice && span.Last.AddDays(1) == day.Date)
            {
                spans[^1] = span with { Last = day.Date };
            }
            else
            {
                spans.Add(new HolidaySpan(name, day.Date, day.Date, day.Notice));
            }
        }

        return spans;
    }

    /// <summary>The decisive days of one kind.</summary>
    public IReadOnlyList<CalendarDay> OfKind(CalendarDayKind kind) => [.. Decisive.Select(explained => explained.Day).Where(day => day.Kind == kind)];

    /// <summary>The notices behind the decisive days, each once.</summary>
    public IReadOnlyList<string> Notices() => [.. Decisive.Select(explained => explained.Day.Notice).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static CountRole RoleOf(DateOnly date, DateOnly start, DateOnly due, CountRole between)
    {
        if (date == due)
        {
            return CountRole.Due;
        }

        return date == start ? CountRole.Start : between;
    }

    private static bool Covers(IReadOnlyList<ClockStop> stops, DateOnly date) => stops.Any(stop => stop.Covers(date));

    private static ExplainedDay Of(WorkingDayCalendar calendar, CalendarDay day, int? number, CountRole role) =>
        new(day, number, role, calendar.IsProvisional(day.Date));

    private static IEnumerable<CalendarDay> Describe(WorkingDayCalendar calendar, DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            yield return calendar.Describe(date);
        }
    }
}
