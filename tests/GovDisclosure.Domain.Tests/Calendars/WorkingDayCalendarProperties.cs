using CsCheck;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

/// <summary>The calendar against an oracle that looks at one day after another, and against the laws of counting.</summary>
public sealed class WorkingDayCalendarProperties
{
    /// <summary>All together well under half a second, the oracle's walking included.</summary>
    private const int Iterations = 2000;

    private static readonly Gen<int> Counts = Gen.Int[-300, 300];
    private static readonly Gen<int> CountsForward = Gen.Int[0, 300];

    [Fact]
    public void IsWorkingDay_EveryDayAndItsNeighbours_EqualsTheOracle()
    {
        for (var date = Date("2006-01-01"); date <= Date("2029-12-31"); date = date.AddDays(1))
        {
            Assert.Equal(NaiveCalendar.IsWorkingDay(date), Calendar.IsWorkingDay(date));
            Assert.Equal(NaiveCalendar.IsWorkingDay(date), Calendar.Describe(date).IsWorkingDay);
            Assert.Equal(NaiveCalendar.AddWorkingDays(date, 1), Calendar.AddWorkingDays(date, 1));
            Assert.Equal(NaiveCalendar.AddWorkingDays(date, -1), Calendar.AddWorkingDays(date, -1));
            Assert.Equal(NaiveCalendar.AddWorkingDays(date, 20), Calendar.AddWorkingDays(date, 20));
        }
    }

    [Fact]
    public void AddWorkingDays_AnyCount_EqualsTheOracle() =>
        Gen.Select(AnyDates, Counts).Sample((from, count) => Calendar.AddWorkingDays(from, count) == NaiveCalendar.AddWorkingDays(from, count), iter: Iterations);

    [Fact]
    public void WorkingDaysBetween_AnyDates_EqualsTheOracle() =>
        Gen.Select(AnyDates, AnyDates).Sample((from, to) => Calendar.WorkingDaysBetween(from, to) == NaiveCalendar.WorkingDaysBetween(from, to), iter: Iterations);

    [Fact]
    public void WorkingDaysBetween_OfAnAddition_GivesTheCountBack() =>
        Gen.Select(AnyDates, CountsForward).Sample((from, count) => Calendar.WorkingDaysBetween(from, Calendar.AddWorkingDays(from, count)) == count, iter: Iterations);

    [Fact]
    public void WorkingDaysBetween_Swapped_ChangesSign() =>
        Gen.Select(AnyDates, AnyDates).Sample((a, b) => Calendar.WorkingDaysBetween(a, b) == -Calendar.WorkingDaysBetween(b, a), iter: Iterations);

    [Fact]
    public void AddWorkingDays_ThereAndBackFromAWorkingDay_Returns() =>
        Gen.Select(AnyDates, Counts).Sample((date, count) =>
        {
            var from = Calendar.NextWorkingDayOnOrAfter(date);
            return Calendar.AddWorkingDays(Calendar.AddWorkingDays(from, count), -count) == from;
        }, iter: Iterations);

    /// <summary>An extension of 20 working days on top of 20 is 40 from the start (条例 art. 33).</summary>
    [Fact]
    public void AddWorkingDays_InTwoSteps_EqualsOneStep() =>
        Gen.Select(AnyDates, CountsForward, CountsForward).Sample((from, a, b) =>
            Calendar.AddWorkingDays(Calendar.AddWorkingDays(from, a), b) == Calendar.AddWorkingDays(from, a + b)
            && Calendar.AddWorkingDays(Calendar.AddWorkingDays(from, -a), -b) == Calendar.AddWorkingDays(from, -a - b),
            iter: Iterations);

    [Fact]
    public void AddWorkingDays_LaterStartOrMoreDays_IsNeverEarlier() =>
        Gen.Select(AnyDates, Counts.Where(count => count != 0)).Sample((from, count) =>
            Calendar.AddWorkingDays(from.AddDays(1), count) >= Calendar.AddWorkingDays(from, count)
            && Calendar.AddWorkingDays(from, count + 1) > Calendar.AddWorkingDays(from, count),
            iter: Iterations);

    [Fact]
    public void AddWorkingDays_NotZero_EndsOnAWorkingDay() =>
        Gen.Select(AnyDates, Counts.Where(count => count != 0)).Sample((from, count) => Calendar.IsWorkingDay(Calendar.AddWorkingDays(from, count)));

    [Fact]
    public void NextWorkingDayOnOrAfter_AnyDate_IsTheFirst() =>
        AnyDates.Sample(date =>
        {
            var next = Calendar.NextWorkingDayOnOrAfter(date);
            return Calendar.IsWorkingDay(next) && next >= date && Calendar.WorkingDaysBetween(date.AddDays(-1), next) == 1;
        });

    [Fact]
    public void CountWorkingDays_AnyCount_EndsWithItsNumberOnTheAnswer() =>
        Gen.Select(AnyDates, Counts.Where(count => count != 0)).Sample((from, count) =>
        {
            var days = Calendar.CountWorkingDays(from, count).ToList();
            return days[0].Day.Date == from
                && days[^1].Day.Date == NaiveCalendar.AddWorkingDays(from, count)
                && days[^1].Number == count
                && days.Count(day => day.Number is not null) == Math.Abs(count);
        });
}
