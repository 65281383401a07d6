using GovDisclosure.Domain.Supervision;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Supervision;

public sealed class NoticeStateTests
{
    private static readonly DateOnly ReplyBy = new(2016, 10, 25);

    [Theory]
    [InlineData("2016-10-25", NoticeState.Waiting)]
    [InlineData("2016-10-26", NoticeState.Overdue)]
    public void Of_Unanswered_LateFromTheDayAfter(string today, NoticeState state) => Assert.Equal(state, NoticeStates.Of(ReplyBy, null, Date(today)));

    [Theory]
    [InlineData("2016-10-25T23:59:59+08:00", NoticeState.Answered)]
    [InlineData("2016-10-26T00:00:00+08:00", NoticeState.Answered)]
    [InlineData("2016-10-26T00:00:01+08:00", NoticeState.AnsweredLate)]
    public void Of_Answered_InTimeUntilTheEndOfTheBeijingDay(string repliedAt, NoticeState state) =>
        Assert.Equal(state, NoticeStates.Of(ReplyBy, Instant(repliedAt), ReplyBy.AddDays(30)));

    [Theory]
    [InlineData("", null, 0, "ReplyMissing")]
    [InlineData("办理中", "2016-10-19", 0, "ExpectedPast")]
    [InlineData("办理中", "2016-10-20", ReplyRules.MostReplies, "TooManyReplies")]
    public void Check_ReplyThatCannotBe_IsRefused(string text, string? expectedOn, int sent, string code) =>
        Assert.Equal([code], ReplyRules.Check(text, expectedOn is null ? null : Date(expectedOn), new DateOnly(2016, 10, 20), sent).Select(violation => violation.Code));

    [Fact]
    public void Check_PlainReply_IsAccepted() => Assert.Empty(ReplyRules.Check("办理中", null, new DateOnly(2016, 10, 20), 0));
}
