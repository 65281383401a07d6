using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Web.Commands;

/// <summary>A due date and the count that leads to it, as text for people and JSON for programs.</summary>
internal sealed record WorkdaysAnswer(WorkingDayCalendar Calendar, DateOnly Start, int Count, DateOnly Due, bool IsProvisional)
{
    // Chinese names stay readable: the output goes to a terminal or a file, not into a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

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

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Start,
            N = Count,
            Due,
            Provisional = IsProvisional,
            Days = Calendar.CountWorkingDays(Start, Count).Select(counted => new
            {
                counted.Day.Date,
                counted.Number,
                Kind = KindName(counted.Day.Kind),
                counted.Day.Name,
                counted.Day.Notice,
            }),
        },
        Json);

    private static string KindName(CalendarDayKind kind) => kind switch
    {
        CalendarDayKind.WorkingDay => "working_day",
        CalendarDayKind.Weekend => "weekend",
        CalendarDayKind.Holiday => "holiday",
        CalendarDayKind.MakeUpWorkday => "make_up_workday",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of day."),
    };

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
