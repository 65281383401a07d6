using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Requests;

public sealed class RequestRulesTests
{
    private const int Most = 60;

    private static readonly DateTimeOffset DueAt = BeijingTime.EndOf(new DateOnly(2016, 10, 31));
    private static readonly DateTimeOffset Now = BeijingTime.At(new DateOnly(2016, 10, 20), new TimeOnly(9, 0));
    private static readonly RequestedDuty Duty = new(new ObligationFacts(DueAt, DueAt, ObligationDisposition.Open, null), HasPending: false);
    private static readonly RequestDraft Extension = new(DutyRequestKind.Extension, "数据须会审", new DateOnly(2016, 11, 15), null);
    private static readonly RequestDraft Exemption = new(DutyRequestKind.Exemption, "涉及商业秘密", null, ExemptionGround.TradeSecret);

    [Fact]
    public void Check_PlainRequests_AreAccepted()
    {
        Assert.Empty(Codes(Extension));
        Assert.Empty(Codes(Exemption));
    }

    [Theory]
    [InlineData(null, "DueOnMissing")]
    [InlineData("2016-10-20", "DueOnNotLater")]
    [InlineData("2016-10-31", "DueOnNotLater")]
    [InlineData("2017-01-25", "DueOnTooFar")]
    public void Check_NewDateThatCannotBe_IsRefused(string? dueOn, string code) =>
        Assert.Equal([code], Codes(Extension with { DueOn = dueOn is null ? null : Date(dueOn) }));

    [Fact]
    public void Check_FirstAndLastDatePossible_AreAccepted()
    {
        Assert.Empty(Codes(Extension with { DueOn = new DateOnly(2016, 11, 1) }));
        Assert.Empty(Codes(Extension with { DueOn = RequestRules.LastPossible(Duty.Facts, Calendar, Most) }));
    }

    [Fact]
    public void Check_SecondExtension_MustPassTheFirst()
    {
        var extended = Duty with { Facts = Duty.Facts with { DueAt = BeijingTime.EndOf(new DateOnly(2016, 11, 10)) } };

        Assert.Equal(["DueOnNotLater"], Codes(Extension with { DueOn = new DateOnly(2016, 11, 10) }, extended));
        Assert.Empty(Codes(Extension, extended));
    }

    [Theory]
    [InlineData("2016-10-31T23:59:59+08:00", 0)]
    [InlineData("2016-11-01T00:00:00+08:00", 1)]
    public void Check_MoreTime_OnlyBeforeTheDueInstant(string now, int refusals) =>
        Assert.Equal(Enumerable.Repeat("AlreadyDue", refusals), Codes(Extension, now: Instant(now)));

    [Fact]
    public void Check_Release_AlsoAfterTheDueInstant() => Assert.Empty(Codes(Exemption, now: DueAt.AddDays(30)));

    [Theory]
    [InlineData(ObligationDisposition.Exempt)]
    [InlineData(ObligationDisposition.Cancelled)]
    public void Check_NotOwed_IsRefused(ObligationDisposition disposition) =>
        Assert.Equal(["NotOwed"], Codes(Extension, Duty with { Facts = Duty.Facts with { Disposition = disposition } }));

    [Fact]
    public void Check_Done_IsRefused() => Assert.Equal(["AlreadyDone"], Codes(Exemption, Duty with { Facts = Duty.Facts with { FulfilledAt = Now } }));

    [Fact]
    public void Check_AnotherWaits_IsRefused() => Assert.Equal(["AlreadyAsked"], Codes(Extension, Duty with { HasPending = true }));

    [Fact]
    public void Check_WhatIsMissing_IsNamed()
    {
        Assert.Equal(["KindMissing", "ReasonMissing"], Codes(new RequestDraft(null, " ", null, null)));
        Assert.Equal(["GroundMissing"], Codes(Exemption with { Ground = null }));
        Assert.Equal(["ReasonTooLong"], Codes(Exemption with { Reason = new string('长', DutyRequest.ReasonLength + 1) }));
    }

    [Fact]
    public void Check_AnyDates_AcceptedExtensionIsLaterThanTheOriginalAndWithinTheLimit() =>
        Gen.Select(AnyDates, AnyDates, Gen.Int[1, 100]).Sample((due, asked, most) =>
        {
            var facts = new ObligationFacts(BeijingTime.EndOf(due), BeijingTime.EndOf(due), ObligationDisposition.Open, null);
            var accepted = !RequestRules.CheckDueOn(asked, facts, Calendar, most).Any();
            return accepted == (asked > due && asked <= Calendar.AddWorkingDays(due, most));
        }, iter: 2000);

    private static IReadOnlyList<string> Codes(RequestDraft draft, RequestedDuty? duty = null, DateTimeOffset? now = null) =>
        [.. RequestRules.Check(draft, duty ?? Duty, now ?? Now, Calendar, Most).Select(violation => violation.Code)];
}
