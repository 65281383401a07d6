using CsCheck;
using GovDisclosure.Domain.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class PeriodScheduleTests
{
    [Theory]
    [InlineData(PeriodUnit.Week, 31, "2016-W22", "2016-W52")]
    [InlineData(PeriodUnit.Month, 7, "2016-06", "2016-12")]
    [InlineData(PeriodUnit.Quarter, 2, "2016-Q3", "2016-Q4")]
    [InlineData(PeriodUnit.HalfYear, 1, "2016-H2", "2016-H2")]
    [InlineData(PeriodUnit.Year, 1, "2016", "2016")]
    public void ForPlanYear_IssuedWithinTheYear_OwesWhatStartsAfterwards(PeriodUnit unit, int count, string first, string last)
    {
        var periods = PeriodSchedule.ForPlanYear(unit, 2016, Date("2016-05-28"));

        Assert.Equal((count, first, last), (periods.Count, periods[0].Key, periods[^1].Key));
    }

    [Theory]
    [InlineData(PeriodUnit.Week, 52, "2016-W01", "2016-W52")]
    [InlineData(PeriodUnit.Month, 12, "2016-01", "2016-12")]
    [InlineData(PeriodUnit.Quarter, 4, "2016-Q1", "2016-Q4")]
    [InlineData(PeriodUnit.HalfYear, 2, "2016-H1", "2016-H2")]
    [InlineData(PeriodUnit.Year, 1, "2016", "2016")]
    public void ForPlanYear_IssuedBeforeTheYear_OwesAll(PeriodUnit unit, int count, string first, string last)
    {
        var periods = PeriodSchedule.ForPlanYear(unit, 2016, Date("2015-12-20"));

        Assert.Equal((count, first, last), (periods.Count, periods[0].Key, periods[^1].Key));
    }

    [Theory]
    [InlineData("2016-05-30", "2016-05-30")] // issued on a Monday: that week counts
    [InlineData("2016-05-31", "2016-06-06")]
    [InlineData("2016-05-28", "2016-05-30")]
    public void ForPlanYear_Weeks_StartOnOrAfterTheIssue(string issuedOn, string firstMonday)
    {
        Assert.Equal(Date(firstMonday), PeriodSchedule.ForPlanYear(PeriodUnit.Week, 2016, Date(issuedOn))[0].Start);
    }

    [Fact]
    public void ForPlanYear_WeekOverNewYear_BelongsToTheYearOfItsMonday()
    {
        var weeks2018 = PeriodSchedule.ForPlanYear(PeriodUnit.Week, 2018, Date("2018-01-01"));
        var weeks2019 = PeriodSchedule.ForPlanYear(PeriodUnit.Week, 2019, Date("2018-12-01"));

        Assert.Equal((Date("2018-12-31"), "2019-W01"), (weeks2018[^1].Start, weeks2018[^1].Key));
        Assert.Equal(Date("2019-01-07"), weeks2019[0].Start);
    }

    [Fact]
    public void ForPlanYear_IssuedAfterTheYear_LeavesTheYearOnly()
    {
        Assert.Empty(PeriodSchedule.ForPlanYear(PeriodUnit.Month, 2016, Date("2017-01-05")));
        Assert.Single(PeriodSchedule.ForPlanYear(PeriodUnit.Year, 2016, Date("2017-01-05")));
    }

    [Fact]
    public void ForPlanYear_OneYearAfterAnother_SharesAndMissesNothing() =>
        Gen.Select(Gen.Enum<PeriodUnit>(), Gen.Int[2008, 2026]).Sample((unit, year) =>
        {
            var before = new DateOnly(year, 1, 1).AddDays(-10);
            var last = PeriodSchedule.ForPlanYear(unit, year, before)[^1];
            var first = PeriodSchedule.ForPlanYear(unit, year + 1, before)[0];
            return last.Next() == first;
        });
}
