using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Requests;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What is granted holds at once and keeps the original date; one answer each, whoever is at it.</summary>
public sealed class RequestServiceTests(PortalServer server)
{
    private static readonly DateOnly Later = new(2016, 12, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Decide_Granted_DutyIsExtendedAndKeepsItsOriginalDate()
    {
        var (office, agency, duty) = await OpenAsync();
        await agency.AskAsync(duty.Id, Later);

        var refusals = await office.DecideAsync((await agency.RequestAsync(duty.Id)).Id, DecisionOutcome.Grant);

        Assert.Empty(refusals);
        var row = await agency.DutyAsync(duty.Id);
        Assert.Equal((duty.OriginalDueAt, BeijingTime.EndOf(Later), ObligationState.Extended), (row.OriginalDueAt, row.DueAt, row.State));
        Assert.Equal(RequestState.Granted, (await agency.RequestAsync(duty.Id)).State);
    }

    [Fact]
    public async Task Decide_AnotherDate_ThatDateHolds()
    {
        var (office, agency, duty) = await OpenAsync();
        await agency.AskAsync(duty.Id, Later);

        await office.DecideAsync((await agency.RequestAsync(duty.Id)).Id, DecisionOutcome.GrantOtherDate, Later.AddDays(-6), "早几天");

        Assert.Equal(BeijingTime.EndOf(Later.AddDays(-6)), (await agency.DutyAsync(duty.Id)).DueAt);
        Assert.Equal(RequestState.GrantedOtherwise, (await agency.RequestAsync(duty.Id)).State);
    }

    [Fact]
    public async Task Decide_ReleaseGranted_DutyIsExempt()
    {
        var (office, agency, duty) = await OpenAsync();
        await agency.AskAsync(duty.Id, null);

        await office.DecideAsync((await agency.RequestAsync(duty.Id)).Id, DecisionOutcome.Grant);

        Assert.Equal(ObligationState.Exempt, (await agency.DutyAsync(duty.Id)).State);
    }

    [Fact]
    public async Task Decide_Refused_NothingMovesAndTheHistorySaysSo()
    {
        var (office, agency, duty) = await OpenAsync();
        await agency.AskAsync(duty.Id, Later);

        await office.DecideAsync((await agency.RequestAsync(duty.Id)).Id, DecisionOutcome.Refuse, note: "理由不足");

        Assert.Equal(duty.OriginalDueAt, (await agency.DutyAsync(duty.Id)).DueAt);
        await using var own = agency.Open();
        await using var foreign = office.Open();
        var told = await new ObligationDetailQuery(own).HistoryOfAsync(agency.Id, duty.Id, Cancellation);
        var seen = await new ObligationDetailQuery(foreign).HistoryOfAsync(agency.Id, duty.Id, Cancellation);
        Assert.Contains(told, entry => entry is { Kind: HistoryKind.RequestRefused, Note: "理由不足" });
        Assert.Equal(told, seen);
    }

    [Fact]
    public async Task Decide_ByTwoAtOnce_OneWinsAndTheOtherIsTold()
    {
        var (office, agency, duty) = await OpenAsync();
        var colleague = await TestAgency.CreateOfficeAsync(server);
        await agency.AskAsync(duty.Id, Later);
        var id = (await agency.RequestAsync(duty.Id)).Id;

        var answers = await Task.WhenAll(office.DecideAsync(id, DecisionOutcome.Grant), colleague.DecideAsync(id, DecisionOutcome.Refuse, note: "不同意"));

        Assert.Equal(["AlreadyDecided"], answers.SelectMany(answer => answer).Select(violation => violation.Code));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.request_decision WHERE agency_id = $1", agency.Id));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE action = 'request.decided' AND subject_id = $1", id));
    }

    [Fact]
    public async Task Decide_TakenBack_Refused()
    {
        var (office, agency, duty) = await OpenAsync();
        await agency.AskAsync(duty.Id, Later);
        var id = (await agency.RequestAsync(duty.Id)).Id;
        await using var db = agency.Open();
        var service = new RequestService(db, new CalendarQueries(db, new CalendarCache()), TestClock.Beijing);

        var taken = await service.TakeBackAsync(duty.Id, id, Cancellation);
        var decided = await office.DecideAsync(id, DecisionOutcome.Grant);
        var again = await agency.AskAsync(duty.Id, Later);

        Assert.Null(taken);
        Assert.Equal(["RequestWithdrawn"], decided.Select(violation => violation.Code));
        Assert.Empty(again);
    }

    [Fact]
    public async Task Ask_SecondWhileOneWaits_Refused()
    {
        var (_, agency, duty) = await OpenAsync();
        var key = Guid.NewGuid();

        var same = await Task.WhenAll(agency.AskAsync(duty.Id, Later, requestKey: key), agency.AskAsync(duty.Id, Later, requestKey: key));
        var another = await agency.AskAsync(duty.Id, null);

        Assert.All(same, Assert.Empty);
        Assert.Equal(["AlreadyAsked"], another.Select(violation => violation.Code));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.duty_request WHERE agency_id = $1", agency.Id));
    }

    [Fact]
    public async Task Ask_OverdueDuty_OnlyRelease()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 1))))[0];

        Assert.Equal(["AlreadyDue"], (await agency.AskAsync(duty.Id, Later)).Select(violation => violation.Code));
        Assert.Empty(await agency.AskAsync(duty.Id, null));
    }

    [Fact]
    public async Task Decide_AfterTheDueDate_WorksFromTheDecisionOn()
    {
        // Asked in time on the 10th, due on the 13th, decided on the 20th: late until then, extended from then on.
        var (office, agency, _) = await OpenAsync();
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9))))[0];
        var asked = Guid.NewGuid();
        await Sql.RunAsync(server.Administrator, """
            INSERT INTO gov.duty_request (agency_id, id, request_key, obligation_id, kind, reason, due_on, asked_at, asked_by_name, is_sample)
            VALUES ($1, $2, $2, $3, 'extension', '会审', '2016-11-15', '2016-10-10T02:00:00Z', '经办人', false)
            """, agency.Id, asked, duty.Id);

        var refusals = await office.DecideAsync(asked, DecisionOutcome.Grant);

        Assert.Empty(refusals);
        await using var db = agency.Open();
        var dayBefore = ViewInstant.AtEndOf(new DateOnly(2016, 10, 19), server.Plan.Calendar, 3);
        var then = await db.ObligationsAt(dayBefore.KnownBefore, dayBefore.AsOf, dayBefore.DueSoonUntil).SingleAsync(row => row.Id == duty.Id, Cancellation);
        Assert.Equal(ObligationState.Overdue, then.State);
        Assert.Equal(ObligationState.Extended, (await agency.DutyAsync(duty.Id)).State);
    }

    [Fact]
    public async Task Decide_AsAnAgency_NotFoundAndRefusedByTheDatabase()
    {
        var (_, agency, duty) = await OpenAsync();
        var other = await TestAgency.CreateAsync(server);
        await agency.AskAsync(duty.Id, Later);
        var id = (await agency.RequestAsync(duty.Id)).Id;

        await Assert.ThrowsAsync<KeyNotFoundException>(() => other.DecideAsync(id, DecisionOutcome.Grant));
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            await Sql.RefusedAsync(
                server.Sources.For(GovDisclosure.Data.Tenancy.Audience.Agency),
                "INSERT INTO gov.request_decision (agency_id, request_id, granted, decided_at, decided_by_name) VALUES ($1, $2, true, now(), '')", agency.Id, id));
        Assert.Equal(duty.OriginalDueAt, (await agency.DutyAsync(duty.Id)).DueAt);
    }

    [Fact]
    public async Task AllFind_SubUnits_NotFound()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var district = await TestAgency.CreateAsync(server, AgencyKind.District);
        var unit = await TestAgency.CreateAsync(server, AgencyKind.DistrictSubUnit, district.Id);
        var duty = (await unit.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 11))))[0];
        await unit.AskAsync(duty.Id, Later);
        var id = (await unit.RequestAsync(duty.Id)).Id;

        await using var db = office.Open();

        Assert.Null(await new RequestQueries(db).AllFindAsync(id, office.View, Cancellation));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => office.DecideAsync(id, DecisionOutcome.Grant));
    }

    private async Task<(TestAgency Office, TestAgency Agency, Obligation Duty)> OpenAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 11)));
        return (await TestAgency.CreateOfficeAsync(server), agency, duties[0]);
    }
}
