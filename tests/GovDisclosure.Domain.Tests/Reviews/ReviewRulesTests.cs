using GovDisclosure.Domain.Reviews;

namespace GovDisclosure.Domain.Tests.Reviews;

public sealed class ReviewRulesTests
{
    private static readonly ReviewedDisclosure Fresh = new(IsWithdrawn: false, [], IsOwn: false);

    [Fact]
    public void Check_Fresh_AcceptedOrReturnedWithAReason()
    {
        Assert.Empty(Codes(ReviewOutcome.Accepted, "", Fresh));
        Assert.Empty(Codes(ReviewOutcome.Returned, "链接打不开", Fresh));
        Assert.Equal(["ReasonMissing"], Codes(ReviewOutcome.Returned, " ", Fresh));
        Assert.Equal(["ReasonTooLong"], Codes(ReviewOutcome.Returned, new string('长', DisclosureReview.ReasonLength + 1), Fresh));
        Assert.Equal(["OutcomeMissing"], Codes(null, "", Fresh));
    }

    [Fact]
    public void Check_Accepted_MayBeReturnedLaterButNotAcceptedAgain()
    {
        var accepted = Fresh with { Outcomes = [ReviewOutcome.Accepted] };

        Assert.Empty(Codes(ReviewOutcome.Returned, "链接已失效", accepted));
        Assert.Equal(["AlreadyAccepted"], Codes(ReviewOutcome.Accepted, "", accepted));
    }

    [Theory]
    [InlineData(ReviewOutcome.Accepted)]
    [InlineData(ReviewOutcome.Returned)]
    public void Check_ReturnedOrWithdrawn_IsClosed(ReviewOutcome outcome)
    {
        Assert.Equal(["AlreadyReturned"], Codes(outcome, "原因", Fresh with { Outcomes = [ReviewOutcome.Accepted, ReviewOutcome.Returned] }));
        Assert.Equal(["DisclosureWithdrawn"], Codes(outcome, "原因", Fresh with { IsWithdrawn = true }));
        Assert.Equal(["OwnDisclosure"], Codes(outcome, "原因", Fresh with { IsOwn = true }));
    }

    [Theory]
    [InlineData(false, false, false, ReviewState.NotReviewed)]
    [InlineData(false, true, false, ReviewState.Accepted)]
    [InlineData(false, true, true, ReviewState.Returned)]
    [InlineData(true, true, false, ReviewState.Withdrawn)]
    [InlineData(true, false, false, ReviewState.Withdrawn)]
    public void StateOf_Facts_ReturnIsTheLastWord(bool withdrawn, bool accepted, bool returned, ReviewState state) =>
        Assert.Equal(state, ReviewRules.StateOf(withdrawn, accepted, returned));

    private static IReadOnlyList<string> Codes(ReviewOutcome? outcome, string reason, ReviewedDisclosure disclosure) =>
        [.. ReviewRules.Check(outcome, reason, disclosure).Select(violation => violation.Code)];
}
