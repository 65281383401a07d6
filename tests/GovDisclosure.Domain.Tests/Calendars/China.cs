using System.Globalization;
using CsCheck;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Tests.Calendars;

/// <summary>The real calendar, and short ways to write its dates in tests.</summary>
internal static class China
{
    public static WorkingDayCalendar Calendar { get; } = HolidayFile.ReadEmbedded();

    public static IReadOnlyList<CalendarEntry> Entries { get; } = HolidayFile.ReadEntries();

    /// <summary>Dates of the announced years, and of some years before and after them.</summary>
    public static Gen<DateOnly> AnyDates { get; } = DatesBetween("2006-01-01", "2029-12-31");

    public static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static Gen<DateOnly> DatesBetween(string first, string last) =>
        Gen.Int[Date(first).DayNumber, Date(last).DayNumber].Select(DateOnly.FromDayNumber);
}
