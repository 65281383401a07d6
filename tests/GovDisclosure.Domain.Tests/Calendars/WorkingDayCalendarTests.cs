using GovDisclosure.Domain.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class WorkingDayCalendarTests
{
    [Theory]
    [InlineData("2016-09-09", 20, "2016-10-13")] // the model case: over Mid-Autumn and National Day with three make-up days
    [InlineData("2016-09-30", 1, "2016-10-08")] // skips the holiday; the make-up Saturday counts
    [InlineData("2016-10-01", 1, "2016-10-08")] // day zero may itself be off
    [InlineData("2016-10-07", 2, "2016-10-09")] // and the make-up Sunday
    [InlineData("2016-10-08", 2, "2016-10-10")]
    [InlineData("2016-02-05", 1, "2016-02-06")] // the Saturday before the Spring Festival is worked
    [InlineData("2016-02-06", 1, "2016-02-14")] // and the Sunday after it
    [InlineData("2016-04-01", 1, "2016-04-05")] // Qingming on a Monday
    [InlineData("2016-04-29", 1, "2016-05-03")] // Labour Day: a plain weekend joined to it
    [InlineData("2016-06-08", 1, "2016-06-12")] // Dragon Boat: the make-up Sunday
    [InlineData("2016-09-14", 1, "2016-09-18")] // Mid-Autumn: the make-up Sunday
    [InlineData("2015-12-31", 1, "2016-01-04")] // New Year's Friday
    [InlineData("2016-12-30", 1, "2017-01-03")] // New Year with a Monday off in exchange
    [InlineData("2011-12-30", 1, "2011-12-31")] // a make-up day of the next year's notice
    [InlineData("2018-12-28", 1, "2018-12-29")]
    [InlineData("2018-12-29", 1, "2019-01-02")]
    [InlineData("2022-12-30", 1, "2023-01-03")]
    [InlineData("2020-01-23", 1, "2020-02-03")] // the holiday of 2020 that was extended
    [InlineData("2015-09-02", 1, "2015-09-06")] // the day off of 2015 that was added in May
    [InlineData("2016-09-09", 0, "2016-09-09")]
    [InlineData("2016-09-10", 0, "2016-09-10")] // nothing is added, not even to a day off
    [InlineData("2016-10-08", -1, "2016-09-30")]
    [InlineData("2016-10-07", -1, "2016-09-30")]
    [InlineData("2016-10-13", -20, "2016-09-09")]
    [InlineData("2016-09-20", -7, "2016-09-08")] // seven working days before a hearing, over Mid-Autumn
    public void AddWorkingDays_AroundHolidays_CountsFromTheDayAfter(string from, int count, string expected)
    {
        Assert.Equal(Date(expected), Calendar.AddWorkingDays(Date(from), count));
    }

    [Theory]
    [InlineData("2016-01-01", CalendarDayKind.Holiday, "元旦", "国办发明电〔2015〕18号")]
    [InlineData("2016-02-06", CalendarDayKind.MakeUpWorkday, "春节", "国办发明电〔2015〕18号")]
    [InlineData("2016-04-02", CalendarDayKind.Weekend, null, null)]
    [InlineData("2016-04-05", CalendarDayKind.WorkingDay, null, null)]
    [InlineData("2015-09-03", CalendarDayKind.Holiday, "抗战胜利70周年纪念日", "国发明电〔2015〕1号")]
    [InlineData("2015-09-06", CalendarDayKind.MakeUpWorkday, "抗战胜利70周年纪念日", "国发明电〔2015〕1号")]
    [InlineData("2015-10-01", CalendarDayKind.Holiday, "国庆节", "国办发明电〔2014〕28号")]
    [InlineData("2011-12-31", CalendarDayKind.MakeUpWorkday, "元旦", "国办发明电〔2011〕45号")]
    [InlineData("2018-12-31", CalendarDayKind.Holiday, "元旦", "国办发明电〔2018〕15号")]
    [InlineData("2019-05-02", CalendarDayKind.Holiday, "劳动节", "国办发明电〔2019〕3号")]
    [InlineData("2019-06-07", CalendarDayKind.Holiday, "端午节", "国办发明电〔2018〕15号")]
    [InlineData("2020-01-30", CalendarDayKind.Holiday, "春节", "国办发明电〔2019〕16号")]
    [InlineData("2020-02-01", CalendarDayKind.Holiday, "春节（延长）", "国办发明电〔2020〕1号")]
    [InlineData("2008-05-01", CalendarDayKind.Holiday, "劳动节", null)] // the number of the 2008 notice is not known
    public void Describe_AnyDay_NamesKindAndNotice(string date, CalendarDayKind kind, string? name, string? notice)
    {
        Assert.Equal(new CalendarDay(Date(date), kind, name, notice), Calendar.Describe(Date(date)));
    }

    [Theory]
    [InlineData("2014-01-30", true)] // New Year's Eve was off only where the notice said so
    [InlineData("2015-02-18", false)]
    [InlineData("2024-02-09", true)]
    [InlineData("2025-01-28", false)] // statutory from 2025
    public void IsWorkingDay_NewYearsEve_FollowsTheNotice(string date, bool expected)
    {
        Assert.Equal(expected, Calendar.IsWorkingDay(Date(date)));
    }

    [Theory]
    [InlineData("2016-09-09", "2016-10-13", 20)]
    [InlineData("2016-10-13", "2016-10-19", 4)] // late by four working days
    [InlineData("2016-10-13", "2016-09-09", -20)]
    [InlineData("2016-10-01", "2016-10-07", 0)]
    [InlineData("2016-10-13", "2016-10-13", 0)]
    public void WorkingDaysBetween_TwoDates_CountsTheLaterOneOnly(string from, string to, int expected)
    {
        Assert.Equal(expected, Calendar.WorkingDaysBetween(Date(from), Date(to)));
    }

    [Theory]
    [InlineData("2016-10-01", "2016-10-08")]
    [InlineData("2016-10-08", "2016-10-08")]
    [InlineData("2016-04-30", "2016-05-03")]
    public void NextWorkingDayOnOrAfter_DayOff_RollsForward(string date, string expected)
    {
        Assert.Equal(Date(expected), Calendar.NextWorkingDayOnOrAfter(Date(date)));
    }

    [Theory]
    [InlineData("2007-12-31", true)]
    [InlineData("2008-01-01", false)]
    [InlineData("2026-12-31", false)]
    [InlineData("2027-01-01", true)]
    public void IsProvisional_OutsideTheAnnouncedYears_IsTrue(string date, bool expected)
    {
        Assert.Equal(expected, Calendar.IsProvisional(Date(date)));
    }

    [Theory]
    [InlineData("2026-12-31", 1, "2027-01-01")] // a Friday: nobody has taken it off yet
    [InlineData("2026-12-31", 2, "2027-01-04")]
    [InlineData("2027-10-01", -1, "2027-09-30")]
    [InlineData("2027-01-04", -2, "2026-12-31")]
    [InlineData("2008-01-02", -1, "2007-12-31")]
    [InlineData("2007-12-28", 2, "2008-01-02")]
    [InlineData("2005-10-03", 5, "2005-10-10")]
    public void AddWorkingDays_OutsideTheAnnouncedYears_SkipsWeekendsOnly(string from, int count, string expected)
    {
        Assert.Equal(Date(expected), Calendar.AddWorkingDays(Date(from), count));
    }

    [Fact]
    public void AddWorkingDays_AtTheEndsOfTime_AnswersOrRefuses()
    {
        Assert.Equal(DateOnly.MinValue, Calendar.AddWorkingDays(DateOnly.MinValue.AddDays(1), -1));
        Assert.Equal(DateOnly.MaxValue, Calendar.AddWorkingDays(DateOnly.MaxValue.AddDays(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(DateOnly.MinValue, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(DateOnly.MaxValue, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Date("2016-09-09"), int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Date("2016-09-09"), int.MinValue));
    }

    [Fact]
    public void CountWorkingDays_OverAHoliday_NumbersWorkingDaysOnly()
    {
        var days = Calendar.CountWorkingDays(Date("2016-09-14"), 2).Select(day => (day.Day.Date.Day, day.Number));

        Assert.Equal([(14, null), (15, null), (16, null), (17, null), (18, 1), (19, 2)], days);
    }

    [Fact]
    public void CountWorkingDays_Backwards_NumbersBelowZero()
    {
        var days = Calendar.CountWorkingDays(Date("2016-09-19"), -2).Select(day => (day.Day.Date.Day, day.Number));

        Assert.Equal([(19, null), (18, -1), (17, null), (16, null), (15, null), (14, -2)], days);
    }

    [Theory]
    [InlineData("2016-10-01", CalendarDayKind.Weekend)]
    [InlineData("2016-10-03", CalendarDayKind.WorkingDay)]
    [InlineData("2016-10-05", CalendarDayKind.MakeUpWorkday)] // a Wednesday
    [InlineData("2017-01-01", CalendarDayKind.Holiday)] // not in the announced year
    public void Constructor_EntryThatNoNoticeCanMean_Throws(string date, CalendarDayKind kind)
    {
        var entry = new CalendarEntry(Date(date), kind, "国庆节", "国办发明电〔2015〕18号");

        Assert.Throws<ArgumentException>(() => new WorkingDayCalendar([entry], 2016, 2016));
    }

    [Fact]
    public void Constructor_TwoEntriesForADay_Throws()
    {
        var entry = new CalendarEntry(Date("2016-10-03"), CalendarDayKind.Holiday, "国庆节", Notice: null);

        Assert.Throws<ArgumentException>(() => new WorkingDayCalendar([entry, entry], 2016, 2016));
    }

    [Fact]
    public void Constructor_YearsOutOfOrder_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WorkingDayCalendar([], 2017, 2016));
    }
}
