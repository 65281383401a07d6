using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Tests.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class DueDateCalculatorTests
{
    private static readonly DateOnly YearEnd = new(2016, 12, 31);
    private readonly DueDateCalculator _calculator = new(Calendar);

    [Theory]
    [InlineData("2016-09-09", 20, "2016-10-13")] // 国发〔2014〕6号: 20 working days from the decision
    [InlineData("2016-10-08", 3, "2016-10-11")] // a document published on a make-up Saturday
    [InlineData("2016-10-01", 3, "2016-10-10")] // or in the middle of the holiday
    [InlineData("2016-12-30", 3, "2017-01-05")]
    [InlineData("2016-09-30", 0, "2016-09-30")] // on the same day
    public void DueAfter_WorkingDays_EndsWithTheLastOne(string triggeredOn, int count, string expected)
    {
        Assert.Equal(Due.EndOf(Date(expected)), _calculator.DueAfter(Rules.WorkingDays(count), Date(triggeredOn)));
    }

    [Theory]
    [InlineData("2016-09-05", 15, "2016-09-20")]
    [InlineData("2016-09-01", 15, "2016-09-18")] // ends on a Mid-Autumn holiday, rolls to the make-up Sunday
    [InlineData("2016-09-24", 7, "2016-10-08")] // ends on October 1
    [InlineData("2016-10-01", 7, "2016-10-08")] // ends on a make-up Saturday, which is no day off
    [InlineData("2016-08-01", 5, "2016-08-08")] // ends on a plain Saturday
    [InlineData("2016-09-03", 7, "2016-09-12")]
    public void DueAfter_CalendarDays_RollsOffDaysOff(string triggeredOn, int count, string expected)
    {
        Assert.Equal(Due.EndOf(Date(expected)), _calculator.DueAfter(Rules.CalendarDays(count), Date(triggeredOn)));
    }

    [Theory]
    [InlineData("2016-10-01T09:30:00+08:00", 24, "2016-10-02T09:30:00+08:00")] // the holiday does not stop it
    [InlineData("2016-10-08T23:00:00+08:00", 48, "2016-10-10T23:00:00+08:00")]
    [InlineData("2016-12-31T20:00:00+08:00", 5, "2017-01-01T01:00:00+08:00")]
    public void DueAfter_Hours_RunFromTheInstant(string triggeredAt, int hours, string expected)
    {
        var due = _calculator.DueAfter(Rules.Hours(hours), Instant(triggeredAt));

        Assert.Equal(Instant(expected), due.DueAt);
        Assert.Equal(TimeSpan.Zero, due.DueAt.Offset);
        Assert.False(due.IsProvisional);
        Assert.True(due.Covers(Instant(expected)));
        Assert.False(due.Covers(Instant(expected).AddSeconds(1)));
    }

    [Theory]
    [InlineData("2016-09-08T16:30:00Z")] // half past midnight on the 9th in Beijing
    [InlineData("2016-09-09T15:59:59Z")]
    [InlineData("2016-09-09T10:00:00+08:00")]
    public void DueAfter_WorkingDaysFromAnInstant_StartsAtTheBeijingDate(string triggeredAt)
    {
        Assert.Equal(Date("2016-10-13"), _calculator.DueAfter(Rules.WorkingDays(20), Instant(triggeredAt)).DueOn);
    }

    [Theory]
    [InlineData("2026-12-01", 20, false)]
    [InlineData("2026-12-31", 1, true)]
    [InlineData("2026-12-20", 20, true)]
    [InlineData("2007-12-31", 1, false)] // day zero itself is not looked up
    [InlineData("2007-12-30", 1, true)]
    [InlineData("2027-03-01", 0, false)] // nothing is counted
    public void DueAfter_WorkingDaysOutsideTheNotices_IsProvisional(string triggeredOn, int count, bool expected)
    {
        Assert.Equal(expected, _calculator.DueAfter(Rules.WorkingDays(count), Date(triggeredOn)).IsProvisional);
    }

    [Theory]
    [InlineData("2026-12-16", 15, false)] // ends on December 31, a Thursday
    [InlineData("2026-12-17", 15, true)]
    [InlineData("2007-12-20", 15, false)] // only the end is looked up
    public void DueAfter_CalendarDaysOutsideTheNotices_IsProvisional(string triggeredOn, int count, bool expected)
    {
        Assert.Equal(expected, _calculator.DueAfter(Rules.CalendarDays(count), Date(triggeredOn)).IsProvisional);
    }

    [Fact]
    public void DueAfter_CalendarDays_IsTheFirstWorkingDayFromTheLastOne() =>
        Gen.Select(AnyDates, Gen.Int[0, 120]).Sample((from, count) =>
        {
            var expected = from.AddDays(count);
            while (!NaiveCalendar.IsWorkingDay(expected))
            {
                expected = expected.AddDays(1);
            }

            return _calculator.DueAfter(Rules.CalendarDays(count), from).DueOn == expected;
        });

    [Theory]
    [InlineData(PeriodUnit.Month, "2016-07-15", null, "2016-07-31")] // a Sunday: the period's end does not roll
    [InlineData(PeriodUnit.Quarter, "2016-07-15", 0, "2016-09-30")]
    [InlineData(PeriodUnit.Quarter, "2016-07-15", 5, "2016-10-12")] // counted over National Day
    [InlineData(PeriodUnit.Year, "2016-07-15", 1, "2017-01-03")]
    public void DueFor_APeriod_IsItsEndOrWorkingDaysLater(PeriodUnit unit, string date, int? workingDaysAfter, string expected)
    {
        var due = _calculator.DueFor(Rules.Each(unit, workingDaysAfter), DatePeriod.Containing(unit, Date(date)));

        Assert.Equal(Due.EndOf(Date(expected)), due);
    }

    [Fact]
    public void DueFor_WorkingDaysAfterAnyPeriod_EqualsTheOracle() =>
        Gen.Select(AnyDates, Gen.Int[0, 4], Gen.Int[0, 40]).Sample((date, unit, count) =>
        {
            var period = DatePeriod.Containing((PeriodUnit)unit, date);
            var quota = Rules.Quota((PeriodUnit)unit, 2) with { WorkingDaysAfterPeriod = count };
            return _calculator.DueFor(Rules.Each((PeriodUnit)unit, count), period).DueOn == NaiveCalendar.AddWorkingDays(period.End, count)
                && _calculator.DueFor(quota, period).DueOn == NaiveCalendar.AddWorkingDays(period.End, count);
        }, iter: 1000);

    [Fact]
    public void DueAfter_AnyHoursFromAnyOffset_AreTheInstantPlusTheHours() =>
        Gen.Select(AnyDates, Gen.Int[0, 1439], Gen.Int[-11, 13], Gen.Int[1, 240]).Sample((date, minute, offset, hours) =>
        {
            var at = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue).AddMinutes(minute), TimeSpan.FromHours(offset));
            return _calculator.DueAfter(Rules.Hours(hours), at).DueAt.UtcTicks == at.UtcTicks + (hours * TimeSpan.TicksPerHour);
        });

    /// <summary>A later trigger or a greater number is never due earlier, whatever is counted.</summary>
    [Fact]
    public void DueAfter_LaterTriggerOrGreaterNumber_IsNeverEarlier() =>
        Gen.Select(AnyDates, Gen.Int[1, 60], Gen.Int[0, 30], Gen.Int[0, 4]).Sample((from, count, later, kind) =>
        {
            Func<int, DeadlineRule>[] kinds = [Rules.WorkingDays, Rules.CalendarDays, Rules.Months, Rules.Years, count => Rules.WorkingDaysBefore(61 - count)];
            Due Of(int number, DateOnly date) => _calculator.DueAfter(kinds[kind](number), date);
            return Of(count, from.AddDays(later)).DueAt >= Of(count, from).DueAt && Of(Math.Min(count + 1, 60), from).DueAt >= Of(count, from).DueAt;
        }, iter: 2000);

    /// <summary>A million due dates must not be a million objects.</summary>
    [Fact]
    public void DueAfter_AnyKind_AllocatesNothing()
    {
        DeadlineRule[] rules = [Rules.WorkingDays(20), Rules.CalendarDays(15), Rules.Months(3), Rules.Years(2), Rules.WorkingDaysBefore(7)];
        var period = DatePeriod.Containing(PeriodUnit.Month, Date("2016-09-09"));
        var monthly = Rules.Each(PeriodUnit.Month, 5);
        var hours = Rules.Hours(24);
        var at = Instant("2016-09-09T10:00:00+08:00");
        var day = Date("2016-09-09");
        var sum = Count(); // the first time compiles

        var before = GC.GetAllocatedBytesForCurrentThread();
        sum += Count();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.NotEqual(0, sum);

        long Count()
        {
            long ticks = 0;
            foreach (var rule in rules)
            {
                ticks += _calculator.DueAfter(rule, day).DueAt.Ticks + _calculator.DueAfter(rule, at).DueOn.DayNumber;
            }

            ticks += _calculator.DueAfter(hours, at).DueAt.Ticks + _calculator.DueFor(monthly, period).DueAt.Ticks;
            return ticks + Calendar.WorkingDaysBetween(day, YearEnd) + Calendar.AddWorkingDays(day, -20).DayNumber;
        }
    }

    [Fact]
    public void DueFor_WorkingDaysAfterTheLastAnnouncedYear_IsProvisional()
    {
        var year = DatePeriod.Containing(PeriodUnit.Year, Date("2026-06-01"));

        Assert.False(_calculator.DueFor(Rules.Each(PeriodUnit.Year), year).IsProvisional);
        Assert.True(_calculator.DueFor(Rules.Each(PeriodUnit.Year, 3), year).IsProvisional);
    }

    [Fact]
    public void DueAfter_HoursFromADayOnly_Throws()
    {
        Assert.Throws<ArgumentException>("rule", () => _calculator.DueAfter(Rules.Hours(24), Date("2016-10-01")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1.0)]
    [InlineData(2.5)]
    public void DueAfter_NumberMissingOrWrong_Throws(double? value)
    {
        var rule = Rules.WorkingDays(1) with { Value = (decimal?)value };

        Assert.Throws<ArgumentException>("rule", () => _calculator.DueAfter(rule, Date("2016-10-01")));
    }

    [Fact]
    public void DueAfter_RuleWithoutATrigger_Throws()
    {
        Assert.Throws<ArgumentException>("rule", () => _calculator.DueAfter(Rules.Promptly(), Date("2016-10-01")));
        Assert.Throws<ArgumentException>("rule", () => _calculator.DueAfter(Rules.Hours(0), BeijingTime.StartOf(Date("2016-10-01"))));
        Assert.Throws<ArgumentException>("rule", () => _calculator.DueFor(Rules.WorkingDays(1), DatePeriod.Containing(PeriodUnit.Year, Date("2016-10-01"))));
    }
}
