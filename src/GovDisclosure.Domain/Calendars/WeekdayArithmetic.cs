namespace GovDisclosure.Domain.Calendars;

/// <summary>Counts Mondays to Fridays by division; for the years that no holiday notice covers.</summary>
internal static class WeekdayArithmetic
{
    private const int DaysInWeek = 7;
    private const int WeekdaysInWeek = 5;

    public static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>The number of weekdays from 0001-01-01 to <paramref name="dayNumber"/>, both included.</summary>
    public static int CountThrough(int dayNumber)
    {
        // Day number 0 (0001-01-01) is a Monday, so whole weeks come first and the rest starts on a Monday.
        var days = dayNumber + 1;
        return (days / DaysInWeek * WeekdaysInWeek) + Math.Min(days % DaysInWeek, WeekdaysInWeek);
    }

    /// <summary>The day number of the <paramref name="ordinal"/>-th weekday since 0001-01-01, counting from 1: the inverse of <see cref="CountThrough"/>.</summary>
    public static long DayNumberOf(long ordinal)
    {
        var before = ordinal - 1;
        return (before / WeekdaysInWeek * DaysInWeek) + (before % WeekdaysInWeek);
    }
}
