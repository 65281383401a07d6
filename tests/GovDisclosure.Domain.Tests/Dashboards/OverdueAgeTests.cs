using CsCheck;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Tests.Calendars;

namespace GovDisclosure.Domain.Tests.Dashboards;

public sealed class OverdueAgeTests
{
    [Fact]
    public void SeenFrom_AnyDay_EachDueDayIsInTheStretchOfItsWorkingDays() =>
        Gen.Select(China.AnyDates, Gen.Int[0, 150]).Sample((today, before) =>
        {
            var dueOn = today.AddDays(-before);
            var late = China.Calendar.WorkingDaysBetween(dueOn, today);

            var age = Assert.Single(OverdueAge.SeenFrom(today, China.Calendar), age => age.Covers(dueOn));

            Assert.InRange(late, age.LeastDays, age.MostDays ?? int.MaxValue);
        });

    [Fact]
    public void SeenFrom_AThursday_CountsBackOverWeekendAndHoliday()
    {
        // 2016-10-20: five working days back is 13 October's Thursday, ten is the Saturday made up on 8 October and before.
        var ages = OverdueAge.SeenFrom(new DateOnly(2016, 10, 20), China.Calendar);

        Assert.Equal(new OverdueAge(0, 0, new DateOnly(2016, 10, 20), new DateOnly(2016, 10, 20)), ages[0]);
        Assert.Equal(new OverdueAge(1, 5, new DateOnly(2016, 10, 13), new DateOnly(2016, 10, 19)), ages[1]);
        Assert.Equal(new DateOnly(2016, 10, 12), ages[2].DueTo);
        Assert.Null(ages[^1].DueFrom);
    }
}
