using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Tests.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

/// <summary>Months and years, days before an event, a day of the next month, freshness, and rules that come and go.</summary>
public sealed class EveryKindTests
{
    private readonly DueDateCalculator _calculator = new(Calendar);
    private readonly Occurrences _occurrences = new(Calendar);

    [Theory]
    [InlineData("2016-01-15", 1, "2016-02-15")]
    [InlineData("2016-01-31", 1, "2016-02-29")] // no 31st: the month's last day (民法典 art. 202)
    [InlineData("2015-01-30", 1, "2015-02-28")] // a make-up Saturday, which does not roll
    [InlineData("2016-02-29", 1, "2016-03-29")] // never stepped from the last day of the month before
    [InlineData("2016-02-29", 12, "2017-02-28")]
    [InlineData("2016-08-31", 6, "2017-02-28")]
    [InlineData("2016-07-01", 3, "2016-10-08")] // ends on October 1, rolls to the make-up Saturday
    [InlineData("2016-08-08", 2, "2016-10-08")] // ends on it
    [InlineData("2016-10-31", 2, "2017-01-03")] // ends on a plain Saturday, December 31, and rolls over New Year
    public void DueAfter_Months_EndOnTheCorrespondingDayAndRoll(string triggeredOn, int months, string expected)
    {
        Assert.Equal(Due.EndOf(Date(expected)), _calculator.DueAfter(Rules.Months(months), Date(triggeredOn)));
    }

    [Theory]
    [InlineData("2014-09-30", 2, "2016-09-30")] // 行政处罚法 art. 36: two years
    [InlineData("2016-02-29", 1, "2017-02-28")]
    [InlineData("2012-02-29", 4, "2016-02-29")]
    [InlineData("2011-10-01", 5, "2016-10-08")]
    public void DueAfter_Years_EndOnTheCorrespondingDayAndRoll(string triggeredOn, int years, string expected)
    {
        Assert.Equal(Due.EndOf(Date(expected)), _calculator.DueAfter(Rules.Years(years), Date(triggeredOn)));
    }

    [Fact]
    public void DueAfter_Months_EqualsTheOracle() =>
        Gen.Select(AnyDates, Gen.Int[1, 36]).Sample((from, months) =>
        {
            // The oracle turns the pages of the calendar one by one, and looks for the number of the day.
            var (year, month) = (from.Year, from.Month);
            for (var page = 0; page < months; page++)
            {
                (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1);
            }

            var day = from.Day;
            while (day > (month switch { 4 or 6 or 9 or 11 => 30, 2 => year % 4 == 0 ? 29 : 28, _ => 31 }))
            {
                day--;
            }

            var expected = new DateOnly(year, month, day);
            while (!NaiveCalendar.IsWorkingDay(expected))
            {
                expected = expected.AddDays(1);
            }

            return _calculator.DueAfter(Rules.Months(months), from).DueOn == expected
                && (months % 12 != 0 || _calculator.DueAfter(Rules.Years(months / 12), from).DueOn == expected);
        }, iter: 3000);

    [Theory]
    [InlineData("2016-10-20", 7, "2016-10-11")] // 行政处罚法 art. 64: seven working days before the hearing
    [InlineData("2016-10-13", 7, "2016-09-29")] // over National Day and its make-up days
    [InlineData("2016-10-05", 1, "2016-09-30")] // the event's day may itself be off
    [InlineData("2017-01-03", 1, "2016-12-30")]
    public void DueAfter_WorkingDaysBefore_CountsBack(string eventOn, int count, string expected)
    {
        Assert.Equal(Due.EndOf(Date(expected)), _calculator.DueAfter(Rules.WorkingDaysBefore(count), Date(eventOn)));
    }

    [Theory]
    [InlineData("2027-01-01", 1, false)] // the event's day is not looked up
    [InlineData("2027-01-04", 1, true)]
    [InlineData("2027-01-06", 7, true)]
    public void DueAfter_WorkingDaysBeforeOutsideTheNotices_IsProvisional(string eventOn, int count, bool expected)
    {
        Assert.Equal(expected, _calculator.DueAfter(Rules.WorkingDaysBefore(count), Date(eventOn)).IsProvisional);
    }

    [Fact]
    public void DueAfter_WorkingDaysBefore_EqualsTheOracle() =>
        Gen.Select(AnyDates, Gen.Int[1, 200]).Sample((day, count) =>
            _calculator.DueAfter(Rules.WorkingDaysBefore(count), day).DueOn == NaiveCalendar.AddWorkingDays(day, -count), iter: 2000);

    [Theory]
    [InlineData(PeriodUnit.Month, "2016-09-15", 10, false, "2016-10-10")]
    [InlineData(PeriodUnit.Month, "2016-09-15", 5, false, "2016-10-05")] // a date, in the holiday
    [InlineData(PeriodUnit.Month, "2016-09-15", 5, true, "2016-10-08")] // a period, which rolls
    [InlineData(PeriodUnit.Month, "2016-01-31", 31, false, "2016-02-29")] // the month's last day
    [InlineData(PeriodUnit.Month, "2016-12-15", 1, true, "2017-01-03")]
    [InlineData(PeriodUnit.Quarter, "2016-07-15", 15, false, "2016-10-15")]
    [InlineData(PeriodUnit.HalfYear, "2016-07-15", 31, false, "2017-01-31")]
    [InlineData(PeriodUnit.Year, "2019-06-01", 31, false, "2020-01-31")] // 条例(2019) art. 49, a day off only from 2020-01-26 on
    public void DueFor_DayOfTheNextMonth_IsThatDayOrRolls(PeriodUnit unit, string date, int day, bool rolls, string expected)
    {
        var rule = Rules.Each(unit) with { DayOfNextMonth = day, RollsOffDaysOff = rolls };

        Assert.Equal(Due.EndOf(Date(expected)), _calculator.DueFor(rule, DatePeriod.Containing(unit, Date(date))));
    }

    [Fact]
    public void DueFor_DayOfTheNextMonth_EqualsTheOracle() =>
        Gen.Select(AnyDates, Gen.Int[1, 31], Gen.Bool).Sample((date, day, rolls) =>
        {
            var rule = Rules.Each(PeriodUnit.Month) with { DayOfNextMonth = day, RollsOffDaysOff = rolls };
            var expected = date;
            while (expected.Month == date.Month)
            {
                expected = expected.AddDays(1);
            }

            while (expected.Day < day && expected.AddDays(1).Month == expected.Month)
            {
                expected = expected.AddDays(1);
            }

            while (rolls && !NaiveCalendar.IsWorkingDay(expected))
            {
                expected = expected.AddDays(1);
            }

            return _calculator.DueFor(rule, DatePeriod.Containing(PeriodUnit.Month, date)).DueOn == expected;
        }, iter: 2000);

    [Theory]
    [InlineData(0, null, PeriodUnit.Month)]
    [InlineData(32, null, PeriodUnit.Month)]
    [InlineData(5, 5, PeriodUnit.Month)]
    [InlineData(5, null, PeriodUnit.Week)]
    public void DueFor_DayOfTheNextMonthThatIsNone_Throws(int day, int? workingDays, PeriodUnit unit)
    {
        var rule = Rules.Each(unit, workingDays) with { DayOfNextMonth = day };

        Assert.Throws<ArgumentException>("rule", () => _calculator.DueFor(rule, DatePeriod.Containing(unit, Date("2016-09-01"))));
    }

    [Fact]
    public void ForEventAhead_AHearing_IsOpenFromWhenItWasFixed()
    {
        var occurrence = _occurrences.ForEventAhead(Rules.WorkingDaysBefore(7), "hearing", Date("2016-10-20"), Date("2016-09-20"));

        Assert.Equal((Date("2016-09-20"), Date("2016-10-11")), (occurrence.WindowStart, occurrence.WindowEnd));
        Assert.Throws<ArgumentException>("rule", () => _occurrences.ForEventAhead(Rules.WorkingDays(7), "hearing", Date("2016-10-20"), Date("2016-09-20")));
        Assert.Throws<ArgumentException>("rule", () => _occurrences.ForTrigger(Rules.WorkingDaysBefore(7), "hearing", Date("2016-10-20")));
    }

    [Fact]
    public void ForEventAhead_FixedTooLate_IsLateAtOnce()
    {
        var occurrence = _occurrences.ForEventAhead(Rules.WorkingDaysBefore(7), "hearing", Date("2016-10-20"), Date("2016-10-18"));

        Assert.Equal((Date("2016-10-11"), Date("2016-10-11")), (occurrence.WindowStart, occurrence.DueOn()));
    }

    [Fact]
    public void ForFreshness_EachPublication_StartsTheNextClock()
    {
        var rule = Rules.WorkingDays(10) with { Starts = ClockStart.OwnLastPublication, Event = null };

        var occurrences = _occurrences.ForFreshness(
            rule,
            "plan",
            Instant("2016-05-28T00:00:00+08:00"),
            [("second", Instant("2016-09-09T10:00:00+08:00")), ("first", Instant("2016-06-13T23:30:00+08:00"))]);

        Assert.Equal(["plan", "first", "second"], occurrences.Select(occurrence => occurrence.Key));
        Assert.Equal([Date("2016-06-13"), Date("2016-06-27"), Date("2016-09-26")], occurrences.Select(occurrence => occurrence.DueOn()));
        Assert.Throws<ArgumentException>("rule", () => _occurrences.ForFreshness(Rules.WorkingDays(10), "plan", Instant("2016-05-28T00:00:00+08:00"), []));
    }

    [Fact]
    public void ForFreshness_AnyPublications_AreDueTheCountAfterTheOneBefore() =>
        AnyDates.Array[0, 12].Sample(days =>
        {
            var rule = Rules.CalendarDays(30) with { Starts = ClockStart.OwnLastPublication };
            var publications = days.Select((day, index) => ($"{index}", BeijingTime.At(day, new TimeOnly(9, 0))));

            var occurrences = _occurrences.ForFreshness(rule, "start", BeijingTime.StartOf(Date("2005-01-01")), publications);

            Assert.Equal(days.Length + 1, occurrences.DistinctBy(occurrence => occurrence.Key).Count());
            Assert.Equal(days.Order().Prepend(Date("2005-01-01")), occurrences.Select(occurrence => occurrence.WindowStart));
            Assert.All(occurrences, occurrence => Assert.InRange(occurrence.DueOn().DayNumber - occurrence.WindowStart.DayNumber, 30, 30 + 10));
        }, iter: 300);

    /// <summary>Interpretation within three working days of the document: the trigger is the other's publication.</summary>
    [Fact]
    public void ForTrigger_FollowingAnotherPublication_CountsFromIt()
    {
        var rule = Rules.WorkingDays(3) with { Starts = ClockStart.OtherPublication, Event = TriggerKind.PolicyDocument };

        Assert.Equal(Date("2016-10-10"), _occurrences.ForTrigger(rule, "document", Instant("2016-09-30T17:00:00+08:00")).DueOn());
    }

    [Fact]
    public void ForPlan_TargetWithADate_IsDueThen()
    {
        var occurrence = Assert.Single(_occurrences.ForPlan(Rules.Reach(50) with { Date = Date("2016-06-30") }, 2016, Date("2016-05-28")));

        Assert.Equal((Date("2016-06-30"), 50m), (occurrence.DueOn(), occurrence.Target));
    }

    [Fact]
    public void ForPlan_RuleInForceForSomeMonths_OwesThoseThatLieWithin()
    {
        var rule = Rules.Each(PeriodUnit.Month) with { InForceFrom = Date("2016-08-15"), InForceTo = Date("2016-11-15") };

        Assert.Equal(["2016-09", "2016-10"], _occurrences.ForPlan(rule, 2016, Date("2016-05-28")).Select(occurrence => occurrence.Key));
        Assert.Empty(_occurrences.ForPlan(Rules.By(Date("2016-12-31")) with { InForceTo = Date("2016-11-30") }, 2016, Date("2016-05-28")));
    }

    [Fact]
    public void ForTrigger_RuleNotInForceOnTheDay_Throws()
    {
        var rule = Rules.WorkingDays(20) with { InForceFrom = Date("2014-06-01"), InForceTo = Date("2019-05-14") };

        Assert.Equal(Date("2019-06-12"), _occurrences.ForTrigger(rule, "case", Date("2019-05-14")).DueOn()); // the event's day decides
        Assert.Throws<ArgumentException>("rule", () => _occurrences.ForTrigger(rule, "case", Date("2019-05-15")));
        Assert.Throws<ArgumentException>("rule", () => _occurrences.ForTrigger(rule, "case", Date("2014-05-31")));
    }

    [Fact]
    public void DueAfter_NoMonthsOrNoDaysBefore_Throws()
    {
        DeadlineRule[] rules = [Rules.Months(0), Rules.Years(0), Rules.WorkingDaysBefore(0)];

        Assert.All(rules, none => Assert.Throws<ArgumentException>("rule", () => _calculator.DueAfter(none, Date("2016-10-01"))));
    }
}
