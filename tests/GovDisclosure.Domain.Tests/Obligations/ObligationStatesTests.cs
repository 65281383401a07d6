using CsCheck;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Domain.Tests.Obligations;

public sealed class ObligationStatesTests
{
    private static readonly DateTimeOffset Due = new(2016, 10, 13, 16, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset LongBefore = Due.AddDays(-20);
    private static readonly ObligationFacts Open = new(Due, Due, ObligationDisposition.Open, null);

    [Fact]
    public void Of_LongBeforeDue_IsUpcoming() =>
        Assert.Equal(ObligationState.Upcoming, ObligationStates.Of(Open, LongBefore, LongBefore.AddDays(3)));

    [Fact]
    public void Of_DueWithinTheSoonDays_IsDueSoon() =>
        Assert.Equal(ObligationState.DueSoon, ObligationStates.Of(Open, Due.AddDays(-2), Due));

    [Fact]
    public void Of_AtTheDueInstant_IsNotYetOverdue() =>
        Assert.Equal(ObligationState.DueSoon, ObligationStates.Of(Open, Due, Due.AddDays(3)));

    [Fact]
    public void Of_PastTheDueInstant_IsOverdue() =>
        Assert.Equal(ObligationState.Overdue, ObligationStates.Of(Open, Due.AddMicroseconds(1), Due.AddDays(3)));

    [Theory]
    [InlineData(-1, ObligationState.FulfilledOnTime)]
    [InlineData(0, ObligationState.FulfilledOnTime)]
    [InlineData(1, ObligationState.FulfilledLate)]
    public void Of_Published_IsJudgedByThePublicationAlone(int secondsAfterDue, ObligationState expected)
    {
        var facts = Open with { FulfilledAt = Due.AddSeconds(secondsAfterDue) };

        Assert.Equal(expected, ObligationStates.Of(facts, Due.AddYears(1), Due.AddYears(1)));
    }

    [Fact]
    public void Of_ExtendedPastTheOriginalDueInstant_IsExtendedUntilDueSoonAgain()
    {
        var facts = Open with { DueAt = Due.AddDays(30) };

        Assert.Equal(ObligationState.Extended, ObligationStates.Of(facts, Due.AddDays(1), Due.AddDays(4)));
        Assert.Equal(ObligationState.DueSoon, ObligationStates.Of(facts, Due.AddDays(28), Due.AddDays(31)));
        Assert.Equal(ObligationState.Overdue, ObligationStates.Of(facts, Due.AddDays(31), Due.AddDays(34)));
    }

    [Theory]
    [InlineData(ObligationDisposition.Exempt, ObligationState.Exempt)]
    [InlineData(ObligationDisposition.Cancelled, ObligationState.Cancelled)]
    public void Of_Released_IsNeverOverdueNorDone(ObligationDisposition disposition, ObligationState expected)
    {
        var facts = new ObligationFacts(Due, Due, disposition, Due.AddDays(1));

        Assert.Equal(expected, ObligationStates.Of(facts, Due.AddYears(1), Due.AddYears(1)));
    }

    [Fact]
    public void Of_TimePassing_NeverLeavesFulfilledOrReleased()
    {
        var instant = Gen.Int[-100, 100].Select(days => Due.AddDays(days));
        var facts =
            from due in instant
            from disposition in Gen.Enum<ObligationDisposition>()
            from fulfilled in instant
            select new ObligationFacts(Due, due, disposition, fulfilled);

        Gen.Select(facts, instant, instant).Sample((known, asOf, later) =>
            Assert.Equal(ObligationStates.Of(known, asOf, asOf.AddDays(3)), ObligationStates.Of(known, later, later.AddDays(3))));
    }

    [Fact]
    public void Of_NotFulfilled_GoesThroughItsStatesInOneDirection()
    {
        ObligationState[] order = [ObligationState.Upcoming, ObligationState.Extended, ObligationState.DueSoon, ObligationState.Overdue];
        var day = Gen.Int[-100, 100];

        Gen.Select(day, day, Gen.Int[0, 60]).Sample((one, other, extension) =>
        {
            var facts = Open with { DueAt = Due.AddDays(extension) };
            var earlier = Due.AddDays(Math.Min(one, other));
            var later = Due.AddDays(Math.Max(one, other));

            var before = Array.IndexOf(order, ObligationStates.Of(facts, earlier, earlier.AddDays(3)));
            var after = Array.IndexOf(order, ObligationStates.Of(facts, later, later.AddDays(3)));

            Assert.InRange(before, 0, after);
        });
    }
}
