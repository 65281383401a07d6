using CsCheck;
using GovDisclosure.Domain.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class DatePeriodTests
{
    [Theory]
    [InlineData(PeriodUnit.Week, "2016-10-20", "2016-W42", "2016-10-17", "2016-10-23")]
    [InlineData(PeriodUnit.Week, "2016-10-17", "2016-W42", "2016-10-17", "2016-10-23")]
    [InlineData(PeriodUnit.Week, "2016-10-23", "2016-W42", "2016-10-17", "2016-10-23")] // Sunday ends the week
    [InlineData(PeriodUnit.Week, "2017-01-01", "2016-W52", "2016-12-26", "2017-01-01")]
    [InlineData(PeriodUnit.Week, "2016-01-01", "2015-W53", "2015-12-28", "2016-01-03")]
    [InlineData(PeriodUnit.Week, "2018-12-31", "2019-W01", "2018-12-31", "2019-01-06")]
    [InlineData(PeriodUnit.Week, "2020-12-31", "2020-W53", "2020-12-28", "2021-01-03")]
    [InlineData(PeriodUnit.Month, "2016-10-31", "2016-10", "2016-10-01", "2016-10-31")]
    [InlineData(PeriodUnit.Month, "2016-02-29", "2016-02", "2016-02-01", "2016-02-29")]
    [InlineData(PeriodUnit.Quarter, "2016-12-31", "2016-Q4", "2016-10-01", "2016-12-31")]
    [InlineData(PeriodUnit.Quarter, "2016-01-31", "2016-Q1", "2016-01-01", "2016-03-31")]
    [InlineData(PeriodUnit.HalfYear, "2016-06-30", "2016-H1", "2016-01-01", "2016-06-30")]
    [InlineData(PeriodUnit.HalfYear, "2016-07-01", "2016-H2", "2016-07-01", "2016-12-31")]
    [InlineData(PeriodUnit.Year, "2016-02-29", "2016", "2016-01-01", "2016-12-31")]
    public void Containing_ADate_NamesAndBoundsThePeriod(PeriodUnit unit, string date, string key, string start, string end)
    {
        var period = DatePeriod.Containing(unit, Date(date));

        Assert.Equal((key, Date(start), Date(end)), (period.Key, period.Start, period.End));
    }

    [Fact]
    public void Next_MonthsFromThe31st_MissNone()
    {
        var month = DatePeriod.Containing(PeriodUnit.Month, Date("2016-01-31"));
        var keys = new List<string>();
        for (var i = 0; i < 13; i++, month = month.Next())
        {
            keys.Add(month.Key);
        }

        Assert.Equal(
            ["2016-01", "2016-02", "2016-03", "2016-04", "2016-05", "2016-06", "2016-07", "2016-08", "2016-09", "2016-10", "2016-11", "2016-12", "2017-01"],
            keys);
    }

    [Fact]
    public void Containing_AnyDate_TilesTheCalendar() =>
        Gen.Select(Gen.Enum<PeriodUnit>(), AnyDates).Sample((unit, date) =>
        {
            var period = DatePeriod.Containing(unit, date);
            var next = period.Next();
            return period.Contains(date)
                && !next.Contains(date)
                && next.Start == period.End.AddDays(1)
                && period == DatePeriod.Containing(unit, period.Start)
                && period == DatePeriod.Containing(unit, period.End)
                && string.CompareOrdinal(period.Key, next.Key) < 0;
        });

    [Fact]
    public void Containing_UnknownUnit_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DatePeriod.Containing((PeriodUnit)99, Date("2016-01-01")));
    }

    [Fact]
    public void TryParse_KeyOfAnyPeriod_FindsThePeriod() =>
        Gen.Select(Gen.Enum<PeriodUnit>(), AnyDates).Sample((unit, date) =>
        {
            var period = DatePeriod.Containing(unit, date);
            return DatePeriod.TryParse(period.Key, out var found) && found == period;
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2016-")]
    [InlineData("2016-W")]
    [InlineData("2016-W53")] // 2016 has 52 weeks
    [InlineData("2016-W00")]
    [InlineData("2016-W1")]
    [InlineData("2016-13")]
    [InlineData("2016-1")]
    [InlineData("2016-Q5")]
    [InlineData("2016-Q01")]
    [InlineData("2016-H3")]
    [InlineData("2016-X1")]
    [InlineData("0000")]
    [InlineData(" 2016")]
    [InlineData("9f1c0d6e4b7a4c0f8a37d3c1e5b2a690")] // a trigger's key
    public void TryParse_AnythingElse_FindsNone(string? key) => Assert.False(DatePeriod.TryParse(key, out _));
}
