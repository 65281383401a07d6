using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What is granted adds to the period from its start, or takes days out of it; each is a fact with its instant, and a past day answers as it did.</summary>
public sealed class DutyClockServiceTests(PortalServer server)
{
    private static readonly DateOnly Decided = new(2016, 10, 11);
    private static readonly RequestDraft TwentyMore = new(DutyRequestKind.Extension, "案情复杂", null, null) { ExtendBy = 20 };
    private static readonly RequestDraft Week =
        new(DutyRequestKind.Pause, "征求第三方意见", null, null) { StopFrom = new DateOnly(2016, 10, 24), StopTo = new DateOnly(2016, 10, 28) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_TwentyMore_FortyFromTheDecisionAndTheOriginalDateStays()
    {
        var (office, agency, duty) = await OpenAsync();

        await GrantAsync(office, agency, duty, TwentyMore);

        var row = await agency.DutyAsync(duty.Id);
        Assert.Equal((duty.OriginalDueAt, BeijingTime.EndOf(After(40)), ObligationState.Extended), (row.OriginalDueAt, row.DueAt, row.State));
    }

    [Fact]
    public async Task Decide_PauseAndMoreTimeInEitherOrder_OneDate()
    {
        var (office, agency, duty) = await OpenAsync();
        var other = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided)))[0];

        await GrantAsync(office, agency, duty, TwentyMore);
        await GrantAsync(office, agency, duty, Week);
        await GrantAsync(office, agency, other, Week);
        await GrantAsync(office, agency, other, TwentyMore);

        Assert.Equal(BeijingTime.EndOf(After(45)), (await agency.DutyAsync(duty.Id)).DueAt);
        Assert.Equal(BeijingTime.EndOf(After(45)), (await agency.DutyAsync(other.Id)).DueAt);
    }

    [Fact]
    public async Task Revoke_OneOfTwo_TheOtherHoldsAndThePastStays()
    {
        var (office, agency, duty) = await OpenAsync();
        await GrantAsync(office, agency, duty, Week);
        await GrantAsync(office, agency, duty, TwentyMore);
        var between = DateTimeOffset.MaxValue;
        await using (var db = agency.Open())
        {
            between = await db.ObligationStandings.Where(row => row.ObligationId == duty.Id && row.ValidTo == null).Select(row => row.ValidFrom).SingleAsync(Cancellation);
        }

        var refusal = await office.RevokeAsync((await agency.RequestAsync(duty.Id)).Id);

        Assert.Null(refusal);
        Assert.Equal(BeijingTime.EndOf(After(25)), (await agency.DutyAsync(duty.Id)).DueAt);
        Assert.Equal(RequestState.Revoked, (await agency.RequestAsync(duty.Id)).State);
        await using var own = agency.Open();
        var known = between.AddMicroseconds(1);
        var then = await own.ObligationsAt(known, known, known).SingleAsync(row => row.Id == duty.Id, Cancellation);
        var details = new ObligationDetailQuery(own);
        var clockThen = (await details.FindAsync(duty.Id, new ViewInstant(known, known, known), Cancellation))!.Clock;
        var clockNow = (await details.FindAsync(duty.Id, agency.View, Cancellation))!.Clock;
        Assert.Equal(BeijingTime.EndOf(After(45)), then.DueAt);
        Assert.Equal(then.DueAt, clockThen!.DueAt(server.Plan.Calendar));
        Assert.Equal(BeijingTime.EndOf(After(25)), clockNow!.DueAt(server.Plan.Calendar));
    }

    [Fact]
    public async Task Revoke_ByTwoAtOnce_OneWinsAndTheOtherIsTold()
    {
        var (office, agency, duty) = await OpenAsync();
        var colleague = await TestAgency.CreateOfficeAsync(server);
        await GrantAsync(office, agency, duty, TwentyMore);
        var id = (await agency.RequestAsync(duty.Id)).Id;

        var answers = await Task.WhenAll(office.RevokeAsync(id), colleague.RevokeAsync(id));

        Assert.Equal(["AlreadyRevoked"], answers.OfType<Domain.RuleViolation>().Select(violation => violation.Code));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE action = 'request.revoked' AND subject_id = $1", id));
    }

    [Fact]
    public async Task Revoke_DateOfADutyThatNoEventStarted_BackToItsOwnDate()
    {
        var agency = await TestAgency.CreateAsync(server);
        var office = await TestAgency.CreateOfficeAsync(server);
        var rule = server.Plan.Rules.First(row => row.Rule.Rule.Kind == DeadlineRuleKind.Periodic && row.Rule.Rule.Period == PeriodUnit.Quarter);
        var duty = (await agency.OweAsync((rule.Task, rule.Rule))).MaxBy(row => row.OriginalDueAt)!;
        await agency.AskAsync(duty.Id, BeijingTime.DateOf(duty.OriginalDueAt).AddDays(9));
        var id = (await agency.RequestAsync(duty.Id)).Id;
        await office.DecideAsync(id, DecisionOutcome.Grant);
        Assert.NotEqual(duty.OriginalDueAt, (await agency.DutyAsync(duty.Id)).DueAt);

        await office.RevokeAsync(id);

        Assert.Equal(duty.OriginalDueAt, (await agency.DutyAsync(duty.Id)).DueAt);
    }

    [Fact]
    public async Task Revoke_AsAnAgency_NotFoundAndRefusedByTheDatabase()
    {
        var (office, agency, duty) = await OpenAsync();
        await GrantAsync(office, agency, duty, TwentyMore);
        var id = (await agency.RequestAsync(duty.Id)).Id;
        var other = await TestAgency.CreateAsync(server);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => other.RevokeAsync(id));
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await Sql.RefusedAsync(
                server.Sources.For(GovDisclosure.Data.Tenancy.Audience.Agency), "UPDATE gov.request_decision SET revoked_at = now() WHERE request_id = $1", id));
    }

    /// <summary>国办发〔2018〕118号: 7 working days beside the plan's 20. Both are kept with the obligation, and the earliest binds.</summary>
    [Fact]
    public async Task Trigger_UnderTwoBases_KeepsBothAndTheEarliestBinds()
    {
        var agency = await TestAgency.CreateAsync(server);
        var office = await TestAgency.CreateOfficeAsync(server);

        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided), register: Registers.SevenDays))[0];

        Assert.Equal(BeijingTime.EndOf(After(7)), duty.OriginalDueAt);
        await using var db = agency.Open();
        var kept = await db.ObligationBases.Where(row => row.ObligationId == duty.Id).OrderBy(row => row.Ordinal).ToListAsync(Cancellation);
        Assert.Equal([BeijingTime.EndOf(After(20)), BeijingTime.EndOf(After(7))], kept.Select(row => row.OriginalDueAt));
        Assert.Equal("法7", kept[1].Rule.LegalBasis);
        await GrantAsync(office, agency, duty, TwentyMore with { ExtendBy = 5 });
        Assert.Equal(BeijingTime.EndOf(After(12)), (await agency.DutyAsync(duty.Id)).DueAt);
    }

    [Fact]
    public async Task Detail_OfAChangedClock_ExplainsTheDateInForce()
    {
        var (office, agency, duty) = await OpenAsync();
        await GrantAsync(office, agency, duty, Week);
        await using var db = agency.Open();

        var detail = await new ObligationDetailQuery(db).FindAsync(duty.Id, agency.View, Cancellation);

        Assert.Equal(detail!.Obligation.DueAt, detail.Clock!.DueAt(server.Plan.Calendar));
        Assert.Contains(detail.History, entry => entry.Kind == HistoryKind.PauseAsked && entry.Note == Week.Reason);
        Assert.Contains(detail.History, entry => entry.Kind == HistoryKind.DueMoved && entry.Moment == detail.Obligation.DueAt);
    }

    private DateOnly After(int workingDays) => server.Plan.Calendar.AddWorkingDays(Decided, workingDays);

    private async Task<(TestAgency Office, TestAgency Agency, Obligation Duty)> OpenAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided));
        return (await TestAgency.CreateOfficeAsync(server), agency, duties[0]);
    }

    private static async Task GrantAsync(TestAgency office, TestAgency agency, Obligation duty, RequestDraft draft)
    {
        Assert.Empty(await agency.AskForAsync(duty.Id, draft));
        Assert.Empty(await office.DecideAsync((await agency.RequestAsync(duty.Id)).Id, DecisionOutcome.Grant));
    }
}
