using CsCheck;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Settings;

namespace GovDisclosure.Domain.Tests.Dashboards;

public sealed class DutyTallyTests
{
    [Theory]
    [InlineData(0, 0, 0, null)]
    [InlineData(1, 0, 0, 100)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(2, 0, 1, 66)]
    [InlineData(999, 0, 1, 99)] // 100 means all
    public void Percent_DoneInTimeOfThoseWithAnOutcome_RoundedDown(int onTime, int late, int overdue, int? expected) =>
        Assert.Equal(expected, new DutyTally(onTime, late, Open: 50, overdue).Percent);

    [Fact]
    public void Plus_EachState_IsInExactlyOnePartAndCancelledInNone() => Gen.Enum<ObligationState>().Array[0, 60].Sample(states =>
    {
        var tally = states.Aggregate(default(DutyTally), (sum, state) => sum.Plus(state, 1));

        Assert.Equal(states.Count(state => state is not (ObligationState.Exempt or ObligationState.Cancelled)), tally.Owed);
        Assert.Equal(states.Count(state => state == ObligationState.Exempt), tally.Exempt);
        Assert.Equal(tally.Owed, tally.Settled + tally.Open);
        Assert.True(tally.DueSoon <= tally.Open);
        Assert.Equal(tally, DutyTally.Sum(states.Select(state => default(DutyTally).Plus(state, 1))));
    });

    [Theory]
    [InlineData(null, RateGrade.None)]
    [InlineData(100, RateGrade.Good)]
    [InlineData(95, RateGrade.Good)]
    [InlineData(94, RateGrade.Middling)]
    [InlineData(80, RateGrade.Middling)]
    [InlineData(79, RateGrade.Poor)]
    [InlineData(0, RateGrade.Poor)]
    public void GradeOf_Rate_ByTheThresholds(int? percent, RateGrade expected) =>
        Assert.Equal(expected, new Thresholds(3, 95, 80).GradeOf(percent));

    [Theory]
    [InlineData(3, 95, 80, true)]
    [InlineData(3, 80, 95, false)]
    [InlineData(61, 95, 80, false)]
    [InlineData(3, 101, 80, false)]
    [InlineData(3, 95, -1, false)]
    public void IsUsable_Thresholds_InOrderAndInRange(int days, int green, int amber, bool expected) =>
        Assert.Equal(expected, new Thresholds(days, green, amber).IsUsable);
}
