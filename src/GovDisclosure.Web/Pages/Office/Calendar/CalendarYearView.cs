using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>A month as a wall calendar has it: weeks from Monday, with gaps where other months' days would stand.</summary>
/// <param name="First">Its first day.</param>
/// <param name="Weeks">Its weeks of seven.</param>
public sealed record CalendarMonth(DateOnly First, IReadOnlyList<IReadOnlyList<CalendarDay?>> Weeks);

/// <summary>A holiday of the year with the days off and those worked in exchange.</summary>
/// <param name="Name">Its name, as the notice has it.</param>
/// <param name="Off">The days off.</param>
/// <param name="Worked">The Saturdays and Sundays that are worked.</param>
/// <param name="Notices">The numbers of the notices that say so.</param>
public sealed record YearHoliday(string Name, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Worked, IReadOnlyList<string> Notices);

/// <summary>A year of the calendar.</summary>
/// <param name="Year">The year.</param>
/// <param name="IsAnnounced">Whether its notice is out; else only weekends are known to be off.</param>
/// <param name="WorkingDays">How many days are worked.</param>
/// <param name="Months">The twelve months.</param>
/// <param name="Holidays">The holidays, in the order of their first day.</param>
public sealed record CalendarYearView(int Year, bool IsAnnounced, int WorkingDays, IReadOnlyList<CalendarMonth> Months, IReadOnlyList<YearHoliday> Holidays)
{
    private const int DaysInWeek = 7;

    public static CalendarYearView Of(int year, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(offset => calendar.Describe(first.AddDays(offset))).ToList();
        return new CalendarYearView(
            year,
            !calendar.IsProvisional(first),
            days.Count(day => day.IsWorkingDay),
            [.. days.GroupBy(day => day.Date.Month).Select(month => Month([.. month]))],
            [.. days.Where(day => day.Name is not null).GroupBy(day => day.Name!).Select(named => new YearHoliday(
                named.Key,
                [.. named.Where(day => !day.IsWorkingDay).Select(day => day.Date)],
                [.. named.Where(day => day.IsWorkingDay).Select(day => day.Date)],
                [.. named.Select(day => day.Notice).OfType<string>().Distinct()]))]);
    }

    private static CalendarMonth Month(IReadOnlyList<CalendarDay> days)
    {
        var gap = ((int)days[0].Date.DayOfWeek + DaysInWeek - 1) % DaysInWeek;
        var cells = Enumerable.Repeat<CalendarDay?>(null, gap).Concat(days).Chunk(DaysInWeek).ToList();
        return new CalendarMonth(days[0].Date, cells.ConvertAll(week => (IReadOnlyList<CalendarDay?>)[.. week, .. Enumerable.Repeat<CalendarDay?>(null, DaysInWeek - week.Length)]));
    }
}
