using CsCheck;
using GovDisclosure.Domain.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

/// <summary>Every run of days off from 2013 to 2026, at its edges.</summary>
public sealed class HolidayEdgeTests
{
    /// <summary>As people read them off the notices: the last working day before the run, its first and last day, and the first working day after it.</summary>
    private const string Runs =
        """
        2012-12-31 2013-01-01 2013-01-03 2013-01-04
        2013-02-08 2013-02-09 2013-02-15 2013-02-16
        2013-04-03 2013-04-04 2013-04-06 2013-04-07
        2013-04-28 2013-04-29 2013-05-01 2013-05-02
        2013-06-09 2013-06-10 2013-06-12 2013-06-13
        2013-09-18 2013-09-19 2013-09-21 2013-09-22
        2013-09-30 2013-10-01 2013-10-07 2013-10-08
        2013-12-31 2014-01-01 2014-01-01 2014-01-02
        2014-01-30 2014-01-31 2014-02-06 2014-02-07
        2014-04-04 2014-04-05 2014-04-07 2014-04-08
        2014-04-30 2014-05-01 2014-05-03 2014-05-04
        2014-05-30 2014-05-31 2014-06-02 2014-06-03
        2014-09-05 2014-09-06 2014-09-08 2014-09-09
        2014-09-30 2014-10-01 2014-10-07 2014-10-08
        2014-12-31 2015-01-01 2015-01-03 2015-01-04
        2015-02-17 2015-02-18 2015-02-24 2015-02-25
        2015-04-03 2015-04-04 2015-04-06 2015-04-07
        2015-04-30 2015-05-01 2015-05-03 2015-05-04
        2015-06-19 2015-06-20 2015-06-22 2015-06-23
        2015-09-02 2015-09-03 2015-09-05 2015-09-06
        2015-09-25 2015-09-26 2015-09-27 2015-09-28
        2015-09-30 2015-10-01 2015-10-07 2015-10-08
        2015-12-31 2016-01-01 2016-01-03 2016-01-04
        2016-02-06 2016-02-07 2016-02-13 2016-02-14
        2016-04-01 2016-04-02 2016-04-04 2016-04-05
        2016-04-29 2016-04-30 2016-05-02 2016-05-03
        2016-06-08 2016-06-09 2016-06-11 2016-06-12
        2016-09-14 2016-09-15 2016-09-17 2016-09-18
        2016-09-30 2016-10-01 2016-10-07 2016-10-08
        2016-12-30 2016-12-31 2017-01-02 2017-01-03
        2017-01-26 2017-01-27 2017-02-02 2017-02-03
        2017-04-01 2017-04-02 2017-04-04 2017-04-05
        2017-04-28 2017-04-29 2017-05-01 2017-05-02
        2017-05-27 2017-05-28 2017-05-30 2017-05-31
        2017-09-30 2017-10-01 2017-10-08 2017-10-09
        2017-12-29 2017-12-30 2018-01-01 2018-01-02
        2018-02-14 2018-02-15 2018-02-21 2018-02-22
        2018-04-04 2018-04-05 2018-04-07 2018-04-08
        2018-04-28 2018-04-29 2018-05-01 2018-05-02
        2018-06-15 2018-06-16 2018-06-18 2018-06-19
        2018-09-21 2018-09-22 2018-09-24 2018-09-25
        2018-09-30 2018-10-01 2018-10-07 2018-10-08
        2018-12-29 2018-12-30 2019-01-01 2019-01-02
        2019-02-03 2019-02-04 2019-02-10 2019-02-11
        2019-04-04 2019-04-05 2019-04-07 2019-04-08
        2019-04-30 2019-05-01 2019-05-04 2019-05-05
        2019-06-06 2019-06-07 2019-06-09 2019-06-10
        2019-09-12 2019-09-13 2019-09-15 2019-09-16
        2019-09-30 2019-10-01 2019-10-07 2019-10-08
        2019-12-31 2020-01-01 2020-01-01 2020-01-02
        2020-01-23 2020-01-24 2020-02-02 2020-02-03
        2020-04-03 2020-04-04 2020-04-06 2020-04-07
        2020-04-30 2020-05-01 2020-05-05 2020-05-06
        2020-06-24 2020-06-25 2020-06-27 2020-06-28
        2020-09-30 2020-10-01 2020-10-08 2020-10-09
        2020-12-31 2021-01-01 2021-01-03 2021-01-04
        2021-02-10 2021-02-11 2021-02-17 2021-02-18
        2021-04-02 2021-04-03 2021-04-05 2021-04-06
        2021-04-30 2021-05-01 2021-05-05 2021-05-06
        2021-06-11 2021-06-12 2021-06-14 2021-06-15
        2021-09-18 2021-09-19 2021-09-21 2021-09-22
        2021-09-30 2021-10-01 2021-10-07 2021-10-08
        2021-12-31 2022-01-01 2022-01-03 2022-01-04
        2022-01-30 2022-01-31 2022-02-06 2022-02-07
        2022-04-02 2022-04-03 2022-04-05 2022-04-06
        2022-04-29 2022-04-30 2022-05-04 2022-05-05
        2022-06-02 2022-06-03 2022-06-05 2022-06-06
        2022-09-09 2022-09-10 2022-09-12 2022-09-13
        2022-09-30 2022-10-01 2022-10-07 2022-10-08
        2022-12-30 2022-12-31 2023-01-02 2023-01-03
        2023-01-20 2023-01-21 2023-01-27 2023-01-28
        2023-04-04 2023-04-05 2023-04-05 2023-04-06
        2023-04-28 2023-04-29 2023-05-03 2023-05-04
        2023-06-21 2023-06-22 2023-06-24 2023-06-25
        2023-09-28 2023-09-29 2023-10-06 2023-10-07
        2023-12-29 2023-12-30 2024-01-01 2024-01-02
        2024-02-09 2024-02-10 2024-02-17 2024-02-18
        2024-04-03 2024-04-04 2024-04-06 2024-04-07
        2024-04-30 2024-05-01 2024-05-05 2024-05-06
        2024-06-07 2024-06-08 2024-06-10 2024-06-11
        2024-09-14 2024-09-15 2024-09-17 2024-09-18
        2024-09-30 2024-10-01 2024-10-07 2024-10-08
        2024-12-31 2025-01-01 2025-01-01 2025-01-02
        2025-01-27 2025-01-28 2025-02-04 2025-02-05
        2025-04-03 2025-04-04 2025-04-06 2025-04-07
        2025-04-30 2025-05-01 2025-05-05 2025-05-06
        2025-05-30 2025-05-31 2025-06-02 2025-06-03
        2025-09-30 2025-10-01 2025-10-08 2025-10-09
        2025-12-31 2026-01-01 2026-01-03 2026-01-04
        2026-02-14 2026-02-15 2026-02-23 2026-02-24
        2026-04-03 2026-04-04 2026-04-06 2026-04-07
        2026-04-30 2026-05-01 2026-05-05 2026-05-06
        2026-06-18 2026-06-19 2026-06-21 2026-06-22
        2026-09-24 2026-09-25 2026-09-27 2026-09-28
        2026-09-30 2026-10-01 2026-10-07 2026-10-08
        """;

    private static readonly DateOnly[] MakeUpDays =
        [.. Entries.Where(entry => entry.Kind == CalendarDayKind.MakeUpWorkday && entry.Date.Year >= 2013).Select(entry => entry.Date)];

    public static TheoryData<string, string, string, string> EveryRun()
    {
        var data = new TheoryData<string, string, string, string>();
        foreach (var dates in Runs.Split('\n').Select(line => line.Trim().Split(' ')))
        {
            data.Add(dates[0], dates[1], dates[2], dates[3]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryRun))]
    public void AddWorkingDays_AtTheEdgesOfARun_LeapsOverIt(string eve, string first, string last, string next)
    {
        var (before, begins, ends, after) = (Date(eve), Date(first), Date(last), Date(next));

        Assert.All([before, begins, ends], start => Assert.Equal(after, Calendar.AddWorkingDays(start, 1)));
        Assert.All([begins, ends, after], start => Assert.Equal(before, Calendar.AddWorkingDays(start, -1)));
        Assert.All([begins, ends], start => Assert.Equal(after, Calendar.NextWorkingDayOnOrAfter(start)));
        Assert.Equal((1, 0, -1), (Calendar.WorkingDaysBetween(before, after), Calendar.WorkingDaysBetween(before, ends), Calendar.WorkingDaysBetween(after, before)));
        Assert.Equal((true, false, false, true), (Calendar.IsWorkingDay(before), Calendar.IsWorkingDay(begins), Calendar.IsWorkingDay(ends), Calendar.IsWorkingDay(after)));
    }

    [Theory]
    [MemberData(nameof(EveryRun))]
    public void AddWorkingDays_AnyCountFromTheEdgesOfARun_EqualsTheOracle(string eve, string first, string last, string next)
    {
        Assert.All([Date(eve), Date(first), Date(last), Date(next)], start =>
        {
            for (var count = -25; count <= 25; count++)
            {
                Assert.Equal(NaiveCalendar.AddWorkingDays(start, count), Calendar.AddWorkingDays(start, count));
            }
        });
    }

    [Fact]
    public void AddWorkingDays_FromAndToEachMakeUpDay_CountsIt()
    {
        Assert.Equal(92, MakeUpDays.Length);
        Assert.All(MakeUpDays, day =>
        {
            Assert.True(day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
            Assert.Equal(day, Calendar.AddWorkingDays(day.AddDays(-1), 1));
            Assert.Equal(day, Calendar.AddWorkingDays(day.AddDays(1), -1));
            Assert.Equal(day, Calendar.NextWorkingDayOnOrAfter(day));
            Assert.Equal(NaiveCalendar.AddWorkingDays(day, 20), Calendar.AddWorkingDays(day, 20));
        });
    }

    /// <summary>A count over each New Year, where one notice ends and the next begins.</summary>
    [Fact]
    public void AddWorkingDays_OverEachNewYear_EqualsTheOracle() =>
        Gen.Select(Gen.Int[2013, 2026], Gen.Int[-20, 10], Gen.Int[-40, 40]).Sample((year, offset, count) =>
        {
            var start = new DateOnly(year, 1, 1).AddDays(offset);
            return Calendar.AddWorkingDays(start, count) == NaiveCalendar.AddWorkingDays(start, count);
        }, iter: 3000);

    /// <summary>除夕 is off only where the notice says so (2014 and 2024: no), and by law from 2025 on.</summary>
    [Theory]
    [InlineData("2013-02-09", false)]
    [InlineData("2014-01-30", true)]
    [InlineData("2015-02-18", false)]
    [InlineData("2016-02-07", false)]
    [InlineData("2017-01-27", false)]
    [InlineData("2018-02-15", false)]
    [InlineData("2019-02-04", false)]
    [InlineData("2020-01-24", false)]
    [InlineData("2021-02-11", false)]
    [InlineData("2022-01-31", false)]
    [InlineData("2023-01-21", false)]
    [InlineData("2024-02-09", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2026-02-16", false)]
    public void IsWorkingDay_NewYearsEveOfTheLunarCalendar_IsWhatTheNoticeSays(string date, bool expected)
    {
        Assert.Equal(expected, Calendar.IsWorkingDay(Date(date)));
    }

    /// <summary>Observances are no days off for the agencies, though a part of their people may rest for half of one (art. 3).</summary>
    [Theory]
    [InlineData("2016-03-08")] // 妇女节
    [InlineData("2016-05-04")] // 青年节
    [InlineData("2016-06-01")] // 儿童节
    [InlineData("2016-08-01")] // 建军节
    [InlineData("2016-09-05")] // after 抗战胜利纪念日, which was off in 2015 only
    [InlineData("2018-09-03")]
    [InlineData("2018-12-13")] // 国家公祭日
    public void IsWorkingDay_AnObservance_Works(string date)
    {
        Assert.True(Calendar.IsWorkingDay(Date(date)));
    }

    /// <summary>全国年节及纪念日放假办法: a statutory day on a weekend is made up, so the year's working days follow from its weekdays.</summary>
    [Fact]
    public void Working_DaysOfEachYear_AreItsWeekdaysLessTheStatutoryDays()
    {
        Assert.All(Enumerable.Range(2016, 11), year =>
        {
            var statutory = year >= 2025 ? 13 : 11;
            var days = Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31));
            var weekdays = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365)
                .Count(day => new DateOnly(year, 1, 1).AddDays(day).DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

            // Days exchanged over New Year and the three of 2020 that were given besides make up to three days of difference.
            Assert.InRange(weekdays - statutory - days, -1, 3);
        });
    }
}
