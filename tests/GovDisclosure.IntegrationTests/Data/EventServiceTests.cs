using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Each kind of event starts its own period, and stops it when it was entered by mistake.</summary>
public sealed class EventServiceTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TriggerKind.MeetingDecision, "2016-09-30", null, "2016-10-10T16:00Z")]
    [InlineData(TriggerKind.PolicyDocument, "2016-10-12", null, "2016-10-17T16:00Z")]
    [InlineData(TriggerKind.Emergency, "2016-10-08", "23:17", "2016-10-09T15:17Z")]
    [InlineData(TriggerKind.InformationChanged, "2016-09-09", null, "2016-10-13T16:00Z")]
    public async Task Register_EachKind_DueAsThePlanSays(TriggerKind kind, string day, string? time, string due)
    {
        var (cases, task) = await OpenAsync(kind);
        await using var _ = cases;
        var draft = new EventDraft(
            kind, EventDraft.NeedsTask(kind) ? task : null, "", "测试事项", DateOnly.Parse(day, null), time is null ? null : TimeOnly.Parse(time, null));

        var result = await cases.Events.RegisterAsync(Guid.NewGuid(), draft, Cancellation);

        Assert.Empty(result.Violations);
        Assert.All(await cases.Db.Obligations.Where(row => row.TriggerId != null).ToListAsync(Cancellation), row => Assert.Equal(DateTimeOffset.Parse(due, null), row.OriginalDueAt));
        Assert.Equal("event.registered", (await cases.Db.AuditEntries.SingleAsync(Cancellation)).Action);
    }

    [Fact]
    public async Task Register_WhatCannotBe_Refused()
    {
        var (cases, _) = await OpenAsync(TriggerKind.Emergency);
        await using var open = cases;
        async Task<string> RefusedAsync(EventDraft draft) => Assert.Single((await cases.Events.RegisterAsync(Guid.NewGuid(), draft, Cancellation)).Violations).Code;
        var good = new EventDraft(TriggerKind.Emergency, null, "", "测试事件", new DateOnly(2016, 10, 8), new TimeOnly(8, 0));

        Assert.Equal("TimeMissing", await RefusedAsync(good with { OccurredTime = null }));
        Assert.Equal("OccurredInFuture", await RefusedAsync(good with { OccurredOn = new DateOnly(2016, 10, 21) }));
        Assert.Equal("OccurredTooEarly", await RefusedAsync(good with { OccurredOn = new DateOnly(2015, 12, 31) }));
        Assert.Equal("TitleMissing", await RefusedAsync(good with { Title = " " }));
        Assert.Equal("KindMissing", await RefusedAsync(good with { Kind = TriggerKind.PenaltyDecision }));
        Assert.Equal("NothingStarts", await RefusedAsync(good with { Kind = TriggerKind.MeetingDecision }));
        Assert.Equal("TaskMissing", await RefusedAsync(good with { Kind = TriggerKind.InformationChanged }));
        Assert.Equal(0, await cases.Db.TriggerEvents.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Register_TwiceAndCancelled_OneEventAndNothingOwed()
    {
        var (cases, _) = await OpenAsync(TriggerKind.PolicyDocument);
        await using var open = cases;
        var key = Guid.NewGuid();
        var draft = new EventDraft(TriggerKind.PolicyDocument, null, "京测发〔2016〕1号", "测试文件", new DateOnly(2016, 10, 18), null);

        var first = await cases.Events.RegisterAsync(key, draft, Cancellation);
        var same = await cases.Events.RegisterAsync(key, draft, Cancellation);
        var known = await cases.Events.RegisterAsync(Guid.NewGuid(), draft, Cancellation);
        Assert.Equal((first.EventId, first.EventId, true), (same.EventId, known.EventId, known.WasKnown));
        Assert.Null(await cases.Events.CancelAsync(key, "重复", Cancellation));

        Assert.All(await cases.Db.ObligationStandings.Where(row => row.ValidTo == null && cases.Db.Obligations.Any(duty => duty.Id == row.ObligationId && duty.TriggerId != null)).ToListAsync(Cancellation), row => Assert.Equal(ObligationDisposition.Cancelled, row.Disposition));
        Assert.Equal("Cancelled", (await cases.Events.CancelAsync(key, "重复", Cancellation))!.Code);
        Assert.False((await cases.Events.RegisterAsync(Guid.NewGuid(), draft, Cancellation)).WasKnown);
    }

    private async Task<(Cases Cases, Guid Task)> OpenAsync(TriggerKind kind)
    {
        var agency = await (await TestAgency.CreateAsync(server)).JoinAsync(kind);
        return (new Cases(agency.Open()), server.Plan.Rules.First(row => row.Rule.Rule.Event == kind).Task.Id);
    }
}
