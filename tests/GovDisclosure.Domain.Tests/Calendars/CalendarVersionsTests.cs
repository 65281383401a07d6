using CsCheck;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Domain.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

public sealed class CalendarVersionsTests
{
    private static readonly CalendarVersions Versions = NoticeFile.ReadVersions();

    [Theory]
    [InlineData("2015-05-12", "2015-09-03", true, null)]
    [InlineData("2015-05-13", "2015-09-03", false, "国发明电〔2015〕1号")] // from the notice's own date
    [InlineData("2015-05-12", "2015-09-06", false, null)] // a Sunday
    [InlineData("2015-05-13", "2015-09-06", true, "国发明电〔2015〕1号")]
    [InlineData("2019-03-21", "2019-05-01", false, "国办发明电〔2018〕15号")]
    [InlineData("2019-03-22", "2019-05-01", false, "国办发明电〔2019〕3号")]
    [InlineData("2019-03-21", "2019-05-03", true, null)]
    [InlineData("2019-03-22", "2019-05-03", false, "国办发明电〔2019〕3号")]
    [InlineData("2019-03-21", "2019-04-28", false, null)]
    [InlineData("2019-03-22", "2019-04-28", true, "国办发明电〔2019〕3号")]
    [InlineData("2020-01-25", "2020-01-31", true, null)]
    [InlineData("2020-01-26", "2020-01-31", false, "国办发明电〔2020〕1号")]
    [InlineData("2020-01-25", "2020-02-01", true, "国办发明电〔2019〕16号")] // a make-up Saturday that was none in the end
    [InlineData("2020-01-26", "2020-02-01", false, "国办发明电〔2020〕1号")]
    [InlineData("2011-12-05", "2011-12-31", false, null)] // made a working day by the next year's notice
    [InlineData("2011-12-06", "2011-12-31", true, "国办发明电〔2011〕45号")]
    [InlineData("2018-12-05", "2018-12-31", true, null)]
    [InlineData("2018-12-06", "2018-12-31", false, "国办发明电〔2018〕15号")]
    public void KnownOn_ADayThatALaterNoticeChanges_SaysWhatWasKnown(string knownOn, string date, bool isWorkingDay, string? notice)
    {
        var day = Versions.KnownOn(Date(knownOn)).Describe(Date(date));

        Assert.Equal((isWorkingDay, notice), (day.IsWorkingDay, day.Notice));
    }

    [Theory]
    [InlineData("2015-12-09", "2016-01-04", true)]
    [InlineData("2015-12-10", "2016-01-04", false)]
    [InlineData("2015-12-10", "2015-06-01", false)]
    [InlineData("2007-12-01", "2008-01-01", true)] // before any notice
    public void KnownOn_AYearNotYetAnnounced_IsProvisional(string knownOn, string date, bool expected)
    {
        Assert.Equal(expected, Versions.KnownOn(Date(knownOn)).IsProvisional(Date(date)));
    }

    [Fact]
    public void Latest_EveryDay_IsTheCalendarOfTheDaysFile()
    {
        Assert.Equal((Calendar.FirstYear, Calendar.LastYear), (Versions.Latest.FirstYear, Versions.Latest.LastYear));
        for (var date = Date("2006-01-01"); date <= Date("2029-12-31"); date = date.AddDays(1))
        {
            Assert.Equal(Calendar.Describe(date), Versions.Latest.Describe(date));
        }
    }

    [Fact]
    public void All_TheThreeAmendments_ChangeAnnouncedDays()
    {
        var amended = Versions.All.SelectMany(version => version.Changes)
            .Where(change => change is { WasAnnounced: true, ChangesCounting: true })
            .Select(change => (change.Date.ToString("yyyy-MM-dd", null), change.After.IsWorkingDay));

        Assert.Equal(
            [
                ("2011-12-31", true),
                ("2015-09-03", false), ("2015-09-04", false), ("2015-09-06", true),
                ("2018-12-29", true), ("2018-12-31", false),
                ("2019-04-28", true), ("2019-05-02", false), ("2019-05-03", false), ("2019-05-05", true),
                ("2020-01-31", false), ("2020-02-01", false),
            ],
            amended);
    }

    /// <summary>The due date of the past as it was known then, and as it came out.</summary>
    [Theory]
    [InlineData("2015-09-01", 5, "2015-05-12", "2015-09-08")]
    [InlineData("2015-09-01", 5, "2015-05-13", "2015-09-09")]
    [InlineData("2020-01-23", 5, "2020-01-25", "2020-02-05")]
    [InlineData("2020-01-23", 5, "2020-01-26", "2020-02-07")]
    [InlineData("2019-04-26", 3, "2019-03-21", "2019-05-02")]
    [InlineData("2019-04-26", 3, "2019-03-22", "2019-04-30")]
    public void AddWorkingDays_AsKnownOn_GivesTheDateOfThatDay(string from, int count, string knownOn, string expected)
    {
        Assert.Equal(Date(expected), Versions.KnownOn(Date(knownOn)).AddWorkingDays(Date(from), count));
    }

    /// <summary>The oracle asks the notices themselves, newest first, what they say of the day.</summary>
    [Fact]
    public void KnownOn_AnyDays_EqualsTheNewestNoticeThatSpeaksOfTheDay()
    {
        var notices = NoticeFile.ReadNotices();
        Gen.Select(AnyDates, AnyDates).Sample((knownOn, date) =>
        {
            var said = notices.Where(notice => notice.IssuedOn <= knownOn)
                .OrderByDescending(notice => notice.IssuedOn)
                .SelectMany(notice => notice.Entries)
                .FirstOrDefault(entry => entry.Date == date);
            var expected = said?.Kind ?? (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? CalendarDayKind.Weekend : CalendarDayKind.WorkingDay);
            var calendar = Versions.KnownOn(knownOn);
            return calendar.Describe(date).Kind == expected
                && calendar.IsProvisional(date) == !notices.Any(notice => notice.IssuedOn <= knownOn && notice.Year == date.Year);
        }, iter: 3000);
    }

    [Fact]
    public void Constructor_ClearedDay_IsOrdinaryAgain()
    {
        var off = new CalendarEntry(Date("2016-06-01"), CalendarDayKind.Holiday, "试验", "甲");
        var versions = new CalendarVersions(
        [
            new HolidayNotice("乙", Date("2016-03-01"), Year: null, []) { Cleared = [Date("2016-06-01")] },
            new HolidayNotice("甲", Date("2015-12-01"), 2016, [off]),
        ]);

        Assert.False(versions.KnownOn(Date("2016-02-29")).IsWorkingDay(Date("2016-06-01")));
        Assert.True(versions.Latest.IsWorkingDay(Date("2016-06-01")));
        Assert.True(Assert.Single(versions.All[1].Changes).ChangesCounting);
    }

    [Fact]
    public void Constructor_NoticesThatContradictThemselves_Throws()
    {
        HolidayNotice Announcing(int? year) => new("甲", Date("2015-12-01"), year, []);

        Assert.Throws<ArgumentException>(() => new CalendarVersions([Announcing(null)]));
        Assert.Throws<ArgumentException>(() => new CalendarVersions([Announcing(2016), Announcing(2016)]));
        Assert.Throws<ArgumentException>(() => new CalendarVersions([Announcing(2016), Announcing(2018)]));
    }

    [Fact]
    public void KnownOn_WithoutNotices_KnowsWeekendsOnly()
    {
        var calendar = new CalendarVersions([]).KnownOn(Date("2016-10-01"));

        Assert.Equal(Date("2016-10-10"), calendar.AddWorkingDays(Date("2016-09-30"), 6));
        Assert.Equal(Date("2016-09-22"), calendar.AddWorkingDays(Date("2016-09-30"), -6));
        Assert.True(calendar.IsProvisional(Date("2016-10-01")));
    }
}
