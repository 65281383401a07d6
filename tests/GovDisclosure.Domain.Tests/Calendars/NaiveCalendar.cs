using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Tests.Calendars;

/// <summary>The oracle: looks at one day after another, as a person does with a finger on the wall calendar.</summary>
internal static class NaiveCalendar
{
    private static readonly HashSet<DateOnly> Off = DaysOf(CalendarDayKind.Holiday);
    private static readonly HashSet<DateOnly> Worked = DaysOf(CalendarDayKind.MakeUpWorkday);

    public static bool IsWorkingDay(DateOnly date)
    {
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return Worked.Contains(date) || (!isWeekend && !Off.Contains(date));
    }

    public static DateOnly AddWorkingDays(DateOnly from, int count)
    {
        var date = from;
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(Math.Sign(count));
            if (IsWorkingDay(date))
            {
                left--;
            }
        }

        return date;
    }

    public static int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -WorkingDaysBetween(to, from);
        }

        var count = 0;
        for (var date = from; date < to;)
        {
            date = date.AddDays(1);
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    private static HashSet<DateOnly> DaysOf(CalendarDayKind kind) =>
        [.. HolidayFile.ReadEntries().Where(entry => entry.Kind == kind).Select(entry => entry.Date)];
}
