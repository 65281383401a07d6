using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Requests;

public sealed class DecisionRulesTests
{
    private static readonly DateOnly Asked = new(2016, 11, 15);
    private static readonly DateTimeOffset DueAt = BeijingTime.EndOf(new DateOnly(2016, 10, 31));
    private static readonly DecidedRequest Extension = new(
        DutyRequestKind.Extension, Asked, false, false, false, new ObligationFacts(DueAt, DueAt, ObligationDisposition.Open, null));
    private static readonly DecidedRequest Exemption = Extension with { Kind = DutyRequestKind.Exemption, AskedDueOn = null };

    [Fact]
    public void Check_GrantAsAsked_NeedsNoNote()
    {
        Assert.Empty(Codes(new(DecisionOutcome.Grant, null, ""), Extension));
        Assert.Empty(Codes(new(DecisionOutcome.Grant, null, ""), Exemption));
    }

    [Theory]
    [InlineData(DecisionOutcome.Refuse)]
    [InlineData(DecisionOutcome.GrantOtherDate)]
    public void Check_OtherThanAsked_NeedsANote(DecisionOutcome outcome)
    {
        var dueOn = outcome == DecisionOutcome.GrantOtherDate ? new DateOnly(2016, 11, 8) : (DateOnly?)null;

        Assert.Equal(["NoteMissing"], Codes(new(outcome, dueOn, " "), Extension));
        Assert.Empty(Codes(new(outcome, dueOn, "理由"), Extension));
    }

    [Theory]
    [InlineData(null, "DueOnMissing")]
    [InlineData("2016-10-31", "DueOnNotLater")]
    [InlineData("2018-01-01", "DueOnTooFar")]
    public void Check_OtherDateThatCannotBe_IsRefused(string? dueOn, string code) =>
        Assert.Equal([code], Codes(new(DecisionOutcome.GrantOtherDate, dueOn is null ? null : Date(dueOn), "理由"), Extension));

    [Fact]
    public void Check_ClosedRequest_IsRefusedWithItsReasonAlone()
    {
        var draft = new DecisionDraft(DecisionOutcome.Refuse, null, "");

        Assert.Equal(["AlreadyDecided"], Codes(draft, Extension with { IsDecided = true, IsWithdrawn = true }));
        Assert.Equal(["RequestWithdrawn"], Codes(draft, Extension with { IsWithdrawn = true }));
        Assert.Equal(["OwnRequest"], Codes(draft, Extension with { IsOwn = true }));
    }

    [Fact]
    public void Check_WhatCannotBeGranted_MayBeRefused()
    {
        var lifted = Extension with { Facts = Extension.Facts with { Disposition = ObligationDisposition.Exempt } };

        Assert.Equal(["NotOwed"], Codes(new(DecisionOutcome.Grant, null, ""), lifted));
        Assert.Empty(Codes(new(DecisionOutcome.Refuse, null, "已不需要"), lifted));
        Assert.Equal(["NoDateForExemption"], Codes(new(DecisionOutcome.GrantOtherDate, Asked, "理由"), Exemption));
        Assert.Equal(["OutcomeMissing"], Codes(new(null, null, ""), Exemption));
    }

    [Theory]
    [InlineData(null, false, RequestState.Pending)]
    [InlineData(null, true, RequestState.Withdrawn)]
    [InlineData(true, false, RequestState.Granted)]
    [InlineData(false, false, RequestState.Refused)]
    [InlineData(false, true, RequestState.Refused)]
    public void State_OfWhatIsWrittenDown_DecisionFirst(bool? granted, bool withdrawn, RequestState state) =>
        Assert.Equal(state, RequestStates.Of(withdrawn ? DueAt : null, granted, Asked, granted is true ? Asked : null));

    [Fact]
    public void State_OfAnotherDate_SaysSo() => Assert.Equal(RequestState.GrantedOtherwise, RequestStates.Of(null, true, Asked, Asked.AddDays(-3)));

    private static IReadOnlyList<string> Codes(DecisionDraft draft, DecidedRequest request) =>
        [.. DecisionRules.Check(draft, request, Calendar, 60).Select(violation => violation.Code)];
}
