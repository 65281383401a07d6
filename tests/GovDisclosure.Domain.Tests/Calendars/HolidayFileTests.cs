using System.Globalization;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class HolidayFileTests
{
    [Fact]
    public void ReadEmbedded_ShippedFiles_CoverEveryAnnouncedYear()
    {
        var calendar = HolidayFile.ReadEmbedded();

        Assert.Equal((2008, 2026), (calendar.FirstYear, calendar.LastYear));
    }

    [Fact]
    public void ReadEntries_ShippedFile_HasEveryRow()
    {
        var entries = HolidayFile.ReadEntries();

        Assert.Equal(642, entries.Count);
        Assert.All(entries, entry => Assert.NotEmpty(entry.Name));
        Assert.Equal([.. entries.OrderBy(entry => entry.Date)], entries);
    }

    [Fact]
    public void ReadEntries_MakeUpDays_AreWeekendDays()
    {
        var makeUpDays = HolidayFile.ReadEntries().Where(entry => entry.Kind == CalendarDayKind.MakeUpWorkday);

        Assert.All(makeUpDays, entry => Assert.True(entry.Date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
    }

    [Fact]
    public void ReadEntries_Notices_AreUnknownOnlyFor2008()
    {
        Assert.All(HolidayFile.ReadEntries(), entry => Assert.Equal(entry.Date.Year == 2008, entry.Notice is null));
    }

    /// <summary>A notice is issued in the year of its number, so it can only speak of that year's rest or the next year.</summary>
    [Fact]
    public void ReadEntries_NoticeNumber_FitsTheDay()
    {
        Assert.All(
            HolidayFile.ReadEntries().Where(entry => entry.Notice is not null),
            entry => Assert.InRange(entry.Date.Year - YearOf(entry.Notice!), 0, 1));
    }

    private static int YearOf(string notice) =>
        int.Parse(notice.AsSpan(notice.IndexOf('〔', StringComparison.Ordinal) + 1, 4), CultureInfo.InvariantCulture);
}
