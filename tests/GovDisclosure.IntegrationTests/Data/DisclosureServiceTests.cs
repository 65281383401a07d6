using GovDisclosure.Data.Disclosures;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Logging a disclosure is one transaction and one line of the audit trail, however often it is sent.</summary>
public sealed class DisclosureServiceTests(PortalServer server)
{
    private static readonly DateOnly Decided = new(2016, 9, 9);
    private static readonly DateOnly Published = new(2016, 9, 20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Log_Decision_FulfilsOnTimeAndLeavesOneAuditRow()
    {
        var (agency, duty) = await NewCaseAsync();

        var result = await agency.LogAsync("处罚决定书公开", Published, [duty.Id]);

        Assert.Empty(result.Violations);
        Assert.Equal(ObligationState.FulfilledOnTime, await StateOfAsync(agency, duty.Id));
        await using var db = agency.Open();
        var entry = await db.AuditEntries.SingleAsync(Cancellation);
        Assert.Equal(("disclosure.logged", result.DisclosureId!.Value, agency.PersonId, "192.0.2.1"), (entry.Action, entry.SubjectId, entry.ActorId, entry.RemoteAddress));
        Assert.Contains(duty.Id.ToString(), entry.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AfterTheDueDay_FulfilsLate()
    {
        var (agency, duty) = await NewCaseAsync();

        await agency.LogAsync("迟到的公开", new DateOnly(2016, 10, 14), [duty.Id]);

        Assert.Equal(ObligationState.FulfilledLate, await StateOfAsync(agency, duty.Id));
    }

    [Fact]
    public async Task Log_OnTheDueDayItself_FulfilsOnTime()
    {
        var (agency, duty) = await NewCaseAsync();

        await agency.LogAsync("最后一天", new DateOnly(2016, 10, 13), [duty.Id]);

        Assert.Equal(ObligationState.FulfilledOnTime, await StateOfAsync(agency, duty.Id));
    }

    [Fact]
    public async Task Log_SameFormManyTimesAtOnce_OneRecord()
    {
        var (agency, duty) = await NewCaseAsync();
        var key = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => agency.LogAsync("同时提交", Published, [duty.Id], requestKey: key)));

        Assert.Single(results.Select(result => result.DisclosureId).Distinct());
        await using var db = agency.Open();
        Assert.Equal(1, await db.Disclosures.CountAsync(Cancellation));
        Assert.Equal(1, await db.Fulfilments.CountAsync(Cancellation));
        Assert.Equal(1, await db.AuditEntries.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Log_SameFormFilledInDifferently_RefusedAndNotTakenForTheFirst()
    {
        var (agency, duty) = await NewCaseAsync();
        var (_, other) = (agency, (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided)))[0]);
        var key = Guid.NewGuid();
        await agency.LogAsync("第一条", Published, [duty.Id], requestKey: key);

        var otherTitle = await agency.LogAsync("第二条", Published, [duty.Id], requestKey: key);
        var otherDuty = await agency.LogAsync("第一条", Published, [other.Id], requestKey: key);

        Assert.Equal(["FormUsed"], otherTitle.Violations.Select(violation => violation.Code));
        Assert.Equal(["FormUsed"], otherDuty.Violations.Select(violation => violation.Code));
    }

    [Fact]
    public async Task Log_SameKeyOfAnotherAgency_IsAnotherRecord()
    {
        var (first, firstDuty) = await NewCaseAsync();
        var (second, secondDuty) = await NewCaseAsync();
        var key = Guid.NewGuid();

        var one = await first.LogAsync("一", Published, [firstDuty.Id], requestKey: key);
        var two = await second.LogAsync("二", Published, [secondDuty.Id], requestKey: key);

        Assert.NotNull(two.DisclosureId);
        Assert.NotEqual(one.DisclosureId, two.DisclosureId);
    }

    [Theory]
    [InlineData("2016-09-08", "PublishedBeforeTrigger")]
    [InlineData("2016-10-21", "PublishedInFuture")]
    public async Task Log_ImpossibleDay_Refused(string day, string code)
    {
        var (agency, duty) = await NewCaseAsync();

        var result = await agency.LogAsync("日期不可能", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), [duty.Id]);

        Assert.Null(result.DisclosureId);
        Assert.Equal([code], result.Violations.Select(violation => violation.Code));
        await using var db = agency.Open();
        Assert.False(await db.Disclosures.AnyAsync(Cancellation));
        Assert.False(await db.AuditEntries.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Log_AnotherAgencysDuty_IsAsIfItDidNotExist()
    {
        var (agency, _) = await NewCaseAsync();
        var (_, foreign) = await NewCaseAsync();

        var result = await agency.LogAsync("他人的事项", Published, [foreign.Id]);

        Assert.Equal(["NoObligation"], result.Violations.Select(violation => violation.Code));
    }

    [Fact]
    public async Task Log_EmergencyWithoutTime_Refused()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.Emergency, BeijingTime.At(new DateOnly(2016, 10, 1), new TimeOnly(9, 30)));

        var without = await agency.LogAsync("突发事件", new DateOnly(2016, 10, 1), [.. duties.Select(duty => duty.Id)]);
        var before = await agency.LogAsync("突发事件", new DateOnly(2016, 10, 1), [.. duties.Select(duty => duty.Id)], new TimeOnly(9, 29));
        var after = await agency.LogAsync("突发事件", new DateOnly(2016, 10, 1), [.. duties.Select(duty => duty.Id)], new TimeOnly(9, 31));

        Assert.Contains(without.Violations, violation => violation.Code == "TimeMissing");
        Assert.Contains(before.Violations, violation => violation.Code == "PublishedBeforeTrigger");
        Assert.Empty(after.Violations);
    }

    [Theory]
    [InlineData(-1, ObligationState.Upcoming, 0)]
    [InlineData(0, ObligationState.FulfilledOnTime, 1)]
    public async Task Log_Target_FulfilledOnlyByTheFigure(int above, ObligationState state, int counted)
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = Assert.Single(await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Target)));

        var result = await agency.LogAsync("培训率", Published, [duty.Id], value: duty.Target!.Value + above);

        Assert.Empty(result.Violations);
        Assert.Equal(state, await StateOfAsync(agency, duty.Id));
        Assert.Equal(counted, (await RowAsync(agency, duty.Id)).PublishedCount);
    }

    [Fact]
    public async Task Log_Quota_FulfilledByTheLastOfThoseRequired()
    {
        var agency = await TestAgency.CreateAsync(server);
        var quota = server.Plan.Rules.First(row => row.Rule.Rule is { Kind: DeadlineRuleKind.Quota, MinCount: > 1 });
        var duty = (await agency.OweAsync(quota)).First(duty => duty.WindowStart <= Published && duty.WindowEnd > Published);

        var states = new List<ObligationState>();
        for (var number = 0; number < duty.RequiredCount; number++)
        {
            states.Add(await StateOfAsync(agency, duty.Id));
            await agency.LogAsync("第" + number, Published, [duty.Id]);
        }

        Assert.DoesNotContain(ObligationState.FulfilledOnTime, states);
        Assert.Equal(ObligationState.FulfilledOnTime, await StateOfAsync(agency, duty.Id));
    }

    [Fact]
    public async Task Withdraw_Logged_DutyIsOwedAgainAndHistoryStays()
    {
        var (agency, duty) = await NewCaseAsync();
        var logged = await agency.LogAsync("撤回", Published, [duty.Id]);

        await using var db = agency.Open();
        var service = new DisclosureService(db, TestClock.Beijing);
        var refused = await service.WithdrawAsync(logged.DisclosureId!.Value, " ", Cancellation);
        var first = await service.WithdrawAsync(logged.DisclosureId.Value, "链接错误", Cancellation);
        var second = await service.WithdrawAsync(logged.DisclosureId.Value, "链接错误", Cancellation);

        Assert.Equal("ReasonMissing", refused?.Code);
        Assert.Null(first);
        Assert.Equal("AlreadyWithdrawn", second?.Code);
        Assert.Equal(ObligationState.Overdue, await StateOfAsync(agency, duty.Id));
        Assert.Equal(1, await db.Fulfilments.CountAsync(Cancellation));
        Assert.Equal("测试经办人", (await db.Disclosures.AsNoTracking().SingleAsync(Cancellation)).WithdrawnByName);
        Assert.Equal(
            ["disclosure.logged", "disclosure.withdrawn"],
            await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Withdraw_ManyTimesAtOnce_OneWithdrawsAndTheOthersAreTold()
    {
        var (agency, duty) = await NewCaseAsync();
        var logged = await agency.LogAsync("同时撤回", Published, [duty.Id]);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var own = agency.Open();
            return await new DisclosureService(own, TestClock.Beijing).WithdrawAsync(logged.DisclosureId!.Value, "链接错误", Cancellation);
        }));

        Assert.Single(results, result => result is null);
        Assert.All(results.OfType<GovDisclosure.Domain.RuleViolation>(), violation => Assert.Equal("AlreadyWithdrawn", violation.Code));
        await using var db = agency.Open();
        Assert.Equal(2, await db.AuditEntries.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Withdraw_AnotherAgencys_NotFound()
    {
        var (agency, _) = await NewCaseAsync();
        var (other, foreign) = await NewCaseAsync();
        var logged = await other.LogAsync("他人的记录", Published, [foreign.Id]);

        await using var db = agency.Open();

        await Assert.ThrowsAsync<KeyNotFoundException>(
            () => new DisclosureService(db, TestClock.Beijing).WithdrawAsync(logged.DisclosureId!.Value, "越权", Cancellation));
        Assert.Equal(ObligationState.FulfilledOnTime, await StateOfAsync(other, foreign.Id));
    }

    [Theory]
    [InlineData("INSERT INTO gov.obligation_standing SELECT agency_id, obligation_id, valid_from + interval '1 day', NULL, due_at, 'exempt', 'exempted'", PostgresErrorCodes.UniqueViolation)]
    [InlineData("INSERT INTO gov.obligation_standing SELECT agency_id, obligation_id, valid_from + interval '1 day', valid_from + interval '2 days', due_at, 'exempt', 'exempted'", PostgresErrorCodes.ExclusionViolation)]
    [InlineData("INSERT INTO gov.obligation_standing SELECT agency_id, obligation_id, valid_from - interval '1 day', valid_from + interval '1 microsecond', due_at, 'exempt', 'exempted'", PostgresErrorCodes.ExclusionViolation)]
    public async Task Standing_OverlappingAnother_RefusedByTheDatabase(string insert, string code)
    {
        var (_, duty) = await NewCaseAsync();

        Assert.Equal(code, await Sql.RefusedAsync(server.Administrator, Columns(insert) + " FROM gov.obligation_standing WHERE obligation_id = $1", duty.Id));
    }

    [Theory]
    [InlineData("UPDATE gov.obligation_standing SET valid_to = valid_to + interval '1 day' WHERE valid_to IS NOT NULL AND obligation_id = $1")]
    [InlineData("UPDATE gov.obligation_standing SET valid_to = NULL WHERE valid_to IS NOT NULL AND obligation_id = $1")]
    [InlineData("UPDATE gov.obligation_standing SET valid_from = valid_from - interval '1 day' WHERE valid_to IS NULL AND obligation_id = $1")]
    public async Task Standing_ThatIsOver_StaysAsItWas(string rewriting)
    {
        var (_, duty) = await NewCaseAsync();
        // What ends when the next begins overlaps nothing.
        await Sql.RunAsync(server.Administrator, $"UPDATE gov.obligation_standing SET valid_to = valid_from + interval '1 day' WHERE obligation_id = '{duty.Id}'");
        await Sql.RunAsync(server.Administrator, Columns("INSERT INTO gov.obligation_standing SELECT agency_id, obligation_id, valid_to, NULL, due_at, 'exempt', 'exempted'")
            + $" FROM gov.obligation_standing WHERE obligation_id = '{duty.Id}'");

        Assert.Equal(PostgresErrorCodes.ExclusionViolation, await Sql.RefusedAsync(server.Administrator, rewriting, duty.Id));
    }

    private static string Columns(string insert) => insert.Replace(
        "obligation_standing SELECT", "obligation_standing (agency_id, obligation_id, valid_from, valid_to, due_at, disposition, reason) SELECT", StringComparison.Ordinal);

    private async Task<(TestAgency Agency, Obligation Duty)> NewCaseAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided));
        return (agency, duties.First(duty => duty.OriginalDueAt == BeijingTime.EndOf(new DateOnly(2016, 10, 13))));
    }

    private async Task<ObligationState> StateOfAsync(TestAgency agency, Guid id) => (await RowAsync(agency, id)).State;

    private async Task<GovDisclosure.Data.Obligations.ObligationRow> RowAsync(TestAgency agency, Guid id)
    {
        var view = ViewInstant.Now(TestClock.Beijing, server.Plan.Calendar, 5);
        await using var db = agency.Open();
        return await db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).SingleAsync(row => row.Id == id, Cancellation);
    }
}
