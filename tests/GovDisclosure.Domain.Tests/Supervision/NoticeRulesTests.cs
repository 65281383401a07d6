using CsCheck;
using GovDisclosure.Domain.Supervision;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Supervision;

public sealed class NoticeRulesTests
{
    // A Thursday.
    private static readonly DateOnly Today = new(2016, 10, 20);
    private static readonly NoticeRecipient Recipient = new(Guid.NewGuid(), [Guid.NewGuid()], 0);
    private static readonly NoticeDraft Draft = new("请抓紧办理。", new DateOnly(2016, 10, 25), [Recipient]);

    [Fact]
    public void UsualReplyBy_Thursday_ThreeWorkingDaysAhead() => Assert.Equal(new DateOnly(2016, 10, 25), NoticeRules.UsualReplyBy(Today, Calendar));

    [Fact]
    public void UsualReplyBy_AnyDay_IsAccepted() =>
        AnyDates.Sample(today => Codes(Draft with { ReplyBy = NoticeRules.UsualReplyBy(today, Calendar) }, today).Count == 0, iter: 1000);

    [Fact]
    public void Check_Today_IsAccepted() => Assert.Empty(Codes(Draft with { ReplyBy = Today }));

    [Theory]
    [InlineData("2016-10-19", "ReplyByPast")]
    [InlineData("2016-10-22", "ReplyByNotWorkingDay")]
    [InlineData("2017-01-21", "ReplyByTooFar")]
    public void Check_DateThatCannotBe_IsRefused(string replyBy, string code) => Assert.Equal([code], Codes(Draft with { ReplyBy = Date(replyBy) }));

    [Fact]
    public void Check_MakeUpWorkday_IsAccepted() =>
        Assert.Empty(Codes(Draft with { ReplyBy = new DateOnly(2016, 10, 8) }, new DateOnly(2016, 10, 1)));

    [Theory]
    [InlineData(" ", "MessageMissing")]
    [InlineData(null, "MessageTooLong")]
    public void Check_MessageThatCannotBe_IsRefused(string? message, string code) =>
        Assert.Equal([code], Codes(Draft with { Message = message ?? new string('长', SupervisionNotice.MessageLength + 1) }));

    [Fact]
    public void Check_Nobody_IsRefused() => Assert.Equal(["NoAgency"], Codes(Draft with { Recipients = [] }));

    [Fact]
    public void Check_TooManyAgencies_IsRefused() =>
        Assert.Equal(["TooManyAgencies"], Codes(Draft with { Recipients = [.. Enumerable.Repeat(Recipient, NoticeRules.MostAgencies + 1)] }));

    [Fact]
    public void Check_AgencyWithoutDuty_IsRefused() =>
        Assert.Equal(["AgencyWithoutDuty"], Codes(Draft with { Recipients = [Recipient, Recipient with { OpenDuties = [] }] }));

    [Fact]
    public void Check_DutyDoneMeanwhile_IsRefusedOnce() =>
        Assert.Equal(["DutyDone"], Codes(Draft with { Recipients = [Recipient with { OpenDuties = [], DoneDuties = 2 }] }));

    [Fact]
    public void Check_MoreThanOneNoticeLists_IsRefused() =>
        Assert.Equal(["TooManyDuties"], Codes(Draft with { Recipients = [Recipient with { OpenDuties = [.. Enumerable.Range(0, SupervisionNotice.MostItems + 1).Select(_ => Guid.NewGuid())] }] }));

    private static IReadOnlyList<string> Codes(NoticeDraft draft, DateOnly? today = null) =>
        [.. NoticeRules.Check(draft, today ?? Today, Calendar).Select(violation => violation.Code)];
}
