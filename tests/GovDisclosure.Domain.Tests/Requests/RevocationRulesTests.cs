using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;

namespace GovDisclosure.Domain.Tests.Requests;

public sealed class RevocationRulesTests
{
    private static readonly DateTimeOffset DueAt = BeijingTime.EndOf(new DateOnly(2016, 10, 31));
    private static readonly ObligationFacts Owed = new(DueAt, DueAt.AddDays(20), ObligationDisposition.Open, null);

    [Fact]
    public void Check_GrantOfTime_MayBeTakenBackWithAReason()
    {
        Assert.Null(RevocationRules.Check(DutyRequestKind.Extension, Decision(), Owed, "理由已不存在"));
        Assert.Null(RevocationRules.Check(DutyRequestKind.Pause, Decision(), Owed, "第三方已答复"));
        Assert.Equal("RevokeReasonMissing", RevocationRules.Check(DutyRequestKind.Pause, Decision(), Owed, " ")?.Code);
        Assert.Equal("NoteTooLong", RevocationRules.Check(DutyRequestKind.Pause, Decision(), Owed, new string('长', RequestDecision.NoteLength + 1))?.Code);
    }

    [Fact]
    public void Check_WhatCannotBeTakenBack_IsRefused()
    {
        Assert.Equal("NothingGranted", RevocationRules.Check(DutyRequestKind.Extension, null, Owed, "理由")?.Code);
        Assert.Equal("NothingGranted", RevocationRules.Check(DutyRequestKind.Extension, Decision(granted: false), Owed, "理由")?.Code);
        Assert.Equal("AlreadyRevoked", RevocationRules.Check(DutyRequestKind.Extension, Decision(revoked: true), Owed, "理由")?.Code);
        Assert.Equal("ReleaseStays", RevocationRules.Check(DutyRequestKind.Exemption, Decision(), Owed, "理由")?.Code);
        Assert.Equal("NotOwed", RevocationRules.Check(DutyRequestKind.Extension, Decision(), Owed with { Disposition = ObligationDisposition.Cancelled }, "理由")?.Code);
        Assert.Equal("AlreadyDone", RevocationRules.Check(DutyRequestKind.Extension, Decision(), Owed with { FulfilledAt = DueAt }, "理由")?.Code);
    }

    [Fact]
    public void State_OfAGrantTakenBack_SaysSo() => Assert.Equal(RequestState.Revoked, RequestStates.Of(null, true, null, null, DueAt));

    private static RequestDecision Decision(bool granted = true, bool revoked = false) => new()
    {
        AgencyId = Guid.Empty,
        RequestId = Guid.Empty,
        Granted = granted,
        DecidedAt = DueAt,
        DecidedByName = "办公厅",
        RevokedAt = revoked ? DueAt : null,
    };
}
