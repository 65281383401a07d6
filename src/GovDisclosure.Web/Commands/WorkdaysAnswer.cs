using System.Globalization;
using System.Text;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Commands;

/// <summary>A due date and the count that leads to it, as text for people and JSON for programs.</summary>
internal sealed record WorkdaysAnswer(WorkingDayCalendar Calendar, DateOnly Start, int Count, DateOnly Due, bool IsProvisional)
{
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the years 1 to 9999.</exception>
    public static WorkdaysAnswer Of(WorkingDayCalendar calendar, DateOnly start, int count)
    {
        var due = calendar.AddWorkingDays(start, count);

        // The start itself is not looked up; the day next to it and the last one bound everything that is.
        var isProvisional = count != 0 && (calendar.IsProvisional(start.AddDays(Math.Sign(count))) || calendar.IsProvisional(due));
        return new WorkdaysAnswer(calendar, start, count, due, isProvisional);
    }

    /// <summary>The due date alone on the first line, for scripts; then one line a day.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Due:yyyy-MM-dd}");
        if (IsProvisional)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"provisional: no holiday notice outside {Calendar.FirstYear} to {Calendar.LastYear}");
        }

        text.AppendLine();
        foreach (var (day, number) in Calendar.CountWorkingDays(Start, Count))
        {
            var label = number?.ToString(CultureInfo.InvariantCulture) ?? "-";
            text.AppendLine(string.Create(CultureInfo.InvariantCulture, $"{day.Date:yyyy-MM-dd ddd} {label,6}  {Reason(day)}").TrimEnd());
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>The explanation of the count as a rule would have it (docs/explanation.schema.json).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The end of the day leaves the years 1 to 9999.</exception>
    public string ToJson()
    {
        var isBack = Count < 0;
        var rule = new DeadlineRule
        {
            Kind = isBack ? DeadlineRuleKind.WorkingDaysBeforeEvent : DeadlineRuleKind.WorkingDaysAfterEvent,
            Phrase = string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Count)}个工作日{(isBack ? "前" : "内")}"),
            Value = Math.Abs(Count),
        };
        var occurrences = new Occurrences(Calendar);
        var occurrence = isBack ? occurrences.ForEventAhead(rule, "workdays", Start, Start) : occurrences.ForTrigger(rule, "workdays", Start);
        var explanation = new DeadlineExplainer(Calendar).Explain(rule, occurrence, isBack ? BeijingTime.StartOf(Start) : null);
        return ExplanationJson.Write(explanation);
    }

    private string Reason(CalendarDay day)
    {
        var reason = day.Kind switch
        {
            CalendarDayKind.WorkingDay => "",
            CalendarDayKind.Weekend => "weekend",
            CalendarDayKind.Holiday => $"holiday {day.Name} {day.Notice}",
            CalendarDayKind.MakeUpWorkday => $"make-up workday {day.Name} {day.Notice}",
            _ => throw new ArgumentOutOfRangeException(nameof(day), day.Kind, "Unknown kind of day."),
        };
        return day.Date == Start ? $"start {reason}" : reason;
    }
}
