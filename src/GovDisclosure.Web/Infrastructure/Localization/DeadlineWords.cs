using System.Globalization;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>Tells why a due date is the day that it is, so that a reader can count it again with a finger on a wall calendar.</summary>
public sealed class DeadlineWords(IStringLocalizer<DeadlineText> text, PortalFormat format, DutyWords duties)
{
    private readonly HolidayNames _holidays = new(text, format);

    /// <summary>The sentences, in the order of counting.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="dueAt">The due instant in force, which an extension may have moved.</param>
    public IEnumerable<string> Sentences(DeadlineExplanation explanation, DateTimeOffset dueAt)
    {
        if (explanation.Rule.Assumed)
        {
            yield return text["Assumed.Quoted", duties.Rule(explanation.Rule)];
        }

        foreach (var sentence in Count(explanation).Concat(Changed(explanation)).Concat(Off(explanation)))
        {
            yield return sentence;
        }

        if (explanation.IsProvisional)
        {
            yield return text["Provisional"];
        }

        if (explanation.Due.DueAt != dueAt)
        {
            yield return text["Moved", format.Due(explanation.Due.DueAt), format.Due(dueAt)];
        }
    }

    /// <summary>What a cell of the grid says below its date: 第4日 调休; weekend.</summary>
    public string Cell(DeadlineExplanation explanation, ExplainedDay day) => day.Role switch
    {
        CountRole.Start when explanation.Rule.Kind == DeadlineRuleKind.HoursAfterEvent => text["Grid.Moment"],
        CountRole.Start => explanation.Period is null ? text["Grid.Start"] : text["Grid.PeriodEnd"],
        CountRole.Due => day.Number is { } last ? text["Grid.DueNumber", last] : text["Grid.Due"],
        CountRole.Counted when day.Day.Kind == CalendarDayKind.MakeUpWorkday => text["Grid.MakeUp", day.Number!],
        CountRole.Counted => text["Grid.Number", day.Number!],
        CountRole.Elapsed => text["Grid.Elapsed"],
        CountRole.Stopped => text["Grid.Stopped"],
        _ => Reason(day.Day),
    };

    private string Reason(CalendarDay day) => day switch
    {
        { Kind: CalendarDayKind.Holiday, Name: { Length: > 0 } name } => _holidays.Of(name),
        { Kind: CalendarDayKind.Holiday } => text["Grid.Off"],
        _ => text["Grid.Weekend"],
    };

    private IEnumerable<string> Count(DeadlineExplanation explanation)
    {
        var rule = explanation.Rule;
        var due = format.Due(explanation.Due.DueAt);
        var total = rule.Value + explanation.Changes.ExtendedBy;
        var count = total is { } value ? value.ToString("0.####", CultureInfo.InvariantCulture) : "";
        var many = total == 1 ? "One" : "Other";
        switch (rule.Kind)
        {
            case DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.CalendarDaysAfterEvent when total == 0:
                yield return text["Zero", Trigger(explanation), due];
                break;
            case DeadlineRuleKind.WorkingDaysAfterEvent:
                yield return text[$"WorkingDays.{many}", Trigger(explanation), count, due];
                break;
            case DeadlineRuleKind.CalendarDaysAfterEvent:
                var last = explanation.LastCounted?.Day.Date ?? explanation.DueOn;
                yield return text[$"Days.{many}", Trigger(explanation), count, format.Day(last)];
                yield return text[last == explanation.DueOn ? "Days.End" : "Days.Rolled", due];
                break;
            case DeadlineRuleKind.HoursAfterEvent:
                yield return text[$"Hours.{many}", Trigger(explanation), count, due];
                break;
            case DeadlineRuleKind.MonthsAfterEvent or DeadlineRuleKind.YearsAfterEvent:
                var corresponding = explanation.EndsOn ?? explanation.DueOn;
                yield return rule.Kind == DeadlineRuleKind.MonthsAfterEvent
                    ? text[$"Months.{many}", Trigger(explanation), count, format.DayWithYear(corresponding)]
                    : text[$"Years.{many}", Trigger(explanation), count, format.DayWithYear(corresponding)];
                yield return text[corresponding == explanation.DueOn ? "Days.End" : "Days.Rolled", due];
                break;
            case DeadlineRuleKind.WorkingDaysBeforeEvent:
                yield return text[$"Before.{many}", Trigger(explanation), count, due];
                break;
            case DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota when explanation.Period is { } period:
                yield return Period(explanation, period, due);
                break;
            case DeadlineRuleKind.Target:
                yield return text["Target", count, format.DayWithYear(explanation.DueOn)];
                break;
            default:
                yield return text["FixedDate", format.DayWithYear(explanation.DueOn)];
                break;
        }
    }

    private string Period(DeadlineExplanation explanation, DatePeriod period, string due)
    {
        var name = duties.Period(period.Key)!;
        if (explanation.Rule.WorkingDaysAfterPeriod is > 0 and var grace)
        {
            return text["Grace", name, format.Day(period.End), grace, due];
        }

        if (explanation is { Rule.DayOfNextMonth: not null, EndsOn: { } end })
        {
            return string.Join(format.IsChinese ? "" : " ", text["NextMonth", name, format.DayWithYear(end)], text[end == explanation.DueOn ? "Days.End" : "Days.Rolled", due]);
        }

        var required = explanation.Occurrence.RequiredCount;
        return text[required == 1 ? "Period.One" : "Period.Other", name, format.Day(period.End), required];
    }

    private string Trigger(DeadlineExplanation explanation)
    {
        var when = explanation.Rule.Kind == DeadlineRuleKind.HoursAfterEvent && explanation.TriggeredAt is { } instant
            ? format.Instant(instant)
            : format.Day(explanation.TriggeredOn ?? explanation.Occurrence.WindowStart);
        var which = explanation.Rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent ? "Ahead" : "Trigger";
        return text[explanation.Rule.Event is { } kind ? $"{which}.{kind}" : $"{which}.Any", when];
    }

    // What was granted: the number above holds it already, and the days that were stopped are not in the count.
    private IEnumerable<string> Changed(DeadlineExplanation explanation)
    {
        if (explanation.Changes.ExtendedBy is > 0 and var added)
        {
            yield return text["Extended", PortalFormat.Count(added)];
        }

        if (explanation.Changes.Stops.Count > 0)
        {
            yield return text["Stopped", format.List(explanation.Changes.Stops.Select(stop =>
                stop.From == stop.To ? format.Day(stop.From) : text["Range", format.Day(stop.From), format.Day(stop.To)].Value))];
        }
    }

    private IEnumerable<string> Off(DeadlineExplanation explanation)
    {
        var weekends = explanation.SkippedWeekendDays.Count;
        var one = weekends == 1 ? "One" : "";
        if (explanation.SkippedHolidays.Count > 0)
        {
            var spans = format.List(explanation.SkippedHolidays.Select(Span));
            yield return weekends > 0 ? text[$"Skipped.Both{one}", spans, weekends] : text["Skipped.Holidays", spans];
        }
        else if (weekends > 0)
        {
            yield return text[$"Skipped.Weekends{one}", weekends];
        }

        if (explanation.CountedMakeUpDays.Count > 0)
        {
            yield return text["MakeUp", format.List(explanation.CountedMakeUpDays.Select(day => format.ShortDay(day.Date)))];
        }
    }

    private string Span(HolidaySpan span) => text[
        "Span",
        _holidays.Of(span.Name),
        span.First == span.Last ? format.ShortDay(span.First) : text["Range", format.ShortDay(span.First), format.ShortDay(span.Last)].Value];
}
