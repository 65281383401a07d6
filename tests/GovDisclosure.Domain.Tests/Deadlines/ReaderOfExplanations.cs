using System.Globalization;
using System.Text.Json;

namespace GovDisclosure.Domain.Tests.Deadlines;

/// <summary>A reader who has nothing but the JSON: finds the due instant again, with no calendar and no part of the engine.</summary>
internal sealed class ReaderOfExplanations(JsonElement json)
{
    private readonly Dictionary<DateOnly, bool> _works = json.GetProperty("days").EnumerateArray()
        .ToDictionary(day => Day(day, "date"), day => day.GetProperty("kind").GetString() is "working_day" or "make_up_workday");

    /// <summary>The due instant, with extensions and stops.</summary>
    public DateTimeOffset Due() => DueOf(json.GetProperty("n"), AreStopped);

    /// <summary>The due instant as it was before extensions and stops.</summary>
    public DateTimeOffset Original() => DueOf(Rule.GetProperty("value"), _ => false);

    private JsonElement Rule => json.GetProperty("rule");

    private DateTimeOffset DueOf(JsonElement count, Func<DateOnly, bool> isStopped)
    {
        var start = Day(json, "start");
        switch (Rule.GetProperty("kind").GetString())
        {
            case "working_days_after_event":
                return EndOf(Walk(start, count.GetDecimal(), 1, day => _works[day] && !isStopped(day)));
            case "working_days_before_event":
                return EndOf(Walk(start, Math.Abs(count.GetDecimal()), -1, day => _works[day]));
            case "calendar_days_after_event":
                return EndOf(Roll(Walk(start, count.GetDecimal(), 1, day => !isStopped(day)), isStopped));
            case "hours_after_event":
                return Instant(json.GetProperty("trigger"), "at").AddHours((double)count.GetDecimal());
            case "months_after_event":
                return EndOf(Roll(Months(start, (int)count.GetDecimal()), isStopped));
            case "years_after_event":
                return EndOf(Roll(Months(start, 12 * (int)count.GetDecimal()), isStopped));
            case "fixed_date":
                return EndOf(Day(Rule, "date"));
            case "target":
                return EndOf(Rule.GetProperty("date").ValueKind == JsonValueKind.Null ? new DateOnly(start.Year, 12, 31) : Day(Rule, "date"));
            default:
                return EndOf(AfterPeriod(Day(json.GetProperty("period"), "end")));
        }
    }

    private DateOnly AfterPeriod(DateOnly end)
    {
        if (Rule.GetProperty("workingDaysAfterPeriod") is { ValueKind: JsonValueKind.Number } grace)
        {
            return Walk(end, grace.GetInt32(), 1, day => _works[day]);
        }

        if (Rule.GetProperty("dayOfNextMonth") is not { ValueKind: JsonValueKind.Number } day)
        {
            return end;
        }

        var first = end.AddDays(1);
        var due = first;
        while (due.Day < day.GetInt32() && due.AddDays(1).Month == first.Month)
        {
            due = due.AddDays(1);
        }

        return Rule.GetProperty("rollsOffDaysOff").GetBoolean() ? Roll(due, _ => false) : due;
    }

    private bool AreStopped(DateOnly day) =>
        json.GetProperty("stops").EnumerateArray().Any(stop => day >= Day(stop, "from") && day <= Day(stop, "to"));

    private DateOnly Roll(DateOnly day, Func<DateOnly, bool> isStopped)
    {
        while (!_works[day] || isStopped(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    private static DateOnly Walk(DateOnly day, decimal count, int step, Func<DateOnly, bool> counts)
    {
        while (count > 0)
        {
            day = day.AddDays(step);
            count -= counts(day) ? 1 : 0;
        }

        return day;
    }

    private static DateOnly Months(DateOnly from, int count)
    {
        var month = (from.Year * 12) + from.Month - 1 + count;
        return new DateOnly(month / 12, (month % 12) + 1, Math.Min(from.Day, DateTime.DaysInMonth(month / 12, (month % 12) + 1)));
    }

    private static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));

    private static DateOnly Day(JsonElement of, string name) =>
        DateOnly.ParseExact(of.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(JsonElement of, string name) => of.GetProperty(name).GetDateTimeOffset();
}
