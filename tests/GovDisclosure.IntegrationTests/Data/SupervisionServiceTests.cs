using GovDisclosure.Data.Supervision;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Supervision;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>A batch of reminders is one transaction: a number for each agency, no gap, and the same form twice is one batch.</summary>
public sealed class SupervisionServiceTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_ToTwoAgencies_OneNumberedNoticeEachAndOneAuditRow()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var (first, firstDuty) = await LateAsync();
        var (second, secondDuty) = await LateAsync();

        var result = await office.RemindAsync([first.Id, second.Id], [firstDuty.Id, secondDuty.Id]);

        Assert.Equal(2, result.NoticeIds.Count);
        var one = await NoticeAsync(first);
        var other = await NoticeAsync(second);
        Assert.Equal(one.Notice.Message, other.Notice.Message);
        Assert.Equal(1, Math.Abs(one.Notice.Number - other.Notice.Number));
        Assert.Equal([firstDuty.Id], one.Duties.Select(duty => duty.Id));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1 AND action = 'notice.sent'", office.Id));
    }

    [Fact]
    public async Task Send_SameFormManyTimesAtOnce_OneBatch()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var (agency, duty) = await LateAsync();
        var batch = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => office.RemindAsync([agency.Id], [duty.Id], batchId: batch)));

        Assert.Single(results.Select(result => Assert.Single(result.NoticeIds)).Distinct());
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.supervision_notice WHERE agency_id = $1", agency.Id));
    }

    [Fact]
    public async Task Send_ManyBatchesAtOnce_NumbersWithoutGapOrTwin()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var late = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => LateAsync()));

        await Task.WhenAll(late.Select(pair => office.RemindAsync([pair.Agency.Id], [pair.Duty.Id])));

        Assert.True(await Sql.ScalarAsync<bool>(server.Administrator, "SELECT count(*) = max(number) AND count(DISTINCT number) = count(*) FROM gov.supervision_notice WHERE year = 2016"));
    }

    [Fact]
    public async Task Send_RefusedDraft_TakesNoNumber()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var (agency, duty) = await LateAsync();
        await agency.LogAsync("已公开", new DateOnly(2016, 10, 19), [duty.Id]);

        var result = await office.RemindAsync([agency.Id], [duty.Id]);

        Assert.Equal(["DutyDone"], result.Violations.Select(violation => violation.Code));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.supervision_notice WHERE agency_id = $1", agency.Id));
    }

    [Fact]
    public async Task Send_ToASubUnit_IsAsIfItDidNotExist()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var district = await TestAgency.CreateAsync(server, AgencyKind.District);
        var unit = await TestAgency.CreateAsync(server, AgencyKind.DistrictSubUnit, district.Id);
        var duty = (await unit.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 1))))[0];

        await Assert.ThrowsAsync<KeyNotFoundException>(() => office.RemindAsync([unit.Id], [duty.Id]));
    }

    [Fact]
    public async Task Send_AsAnAgency_RefusedByTheDatabase()
    {
        var (agency, _) = await LateAsync();

        var refusal = await Sql.RefusedAsync(
            server.Sources.For(GovDisclosure.Data.Tenancy.Audience.Agency),
            "INSERT INTO gov.supervision_notice (agency_id, id, batch_id, year, number, message, reply_by, sent_at, sent_by_name, is_sample) VALUES ($1, $1, $1, 2016, 9999, '', '2016-10-20', now(), '', false)",
            agency.Id);

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal);
    }

    [Fact]
    public async Task Reply_OwnNotice_OnceForOneFormAndFurtherOnesAdd()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var (agency, duty) = await LateAsync();
        var notice = Assert.Single((await office.RemindAsync([agency.Id], [duty.Id])).NoticeIds);
        var key = Guid.NewGuid();

        await Task.WhenAll(agency.ReplyAsync(notice, requestKey: key), agency.ReplyAsync(notice, requestKey: key));
        await agency.ReplyAsync(notice, "补充");

        var detail = await NoticeAsync(agency);
        Assert.Equal(2, detail.Replies.Count);
        Assert.Equal(NoticeState.Answered, detail.Notice.StateOn(TestClock.Today));
        await using var db = office.Open();
        var counts = await new SupervisionQueries(db).CountAsync(new NoticeFilter(AgencyId: agency.Id), TestClock.Today, Cancellation);
        Assert.Equal((1, 0, 1), (counts.All, counts.Unanswered, counts.Answered));
    }

    [Fact]
    public async Task Reply_AnothersNotice_NotFound()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        var (agency, duty) = await LateAsync();
        var (other, _) = await LateAsync();
        var notice = Assert.Single((await office.RemindAsync([agency.Id], [duty.Id])).NoticeIds);

        await Assert.ThrowsAsync<KeyNotFoundException>(() => other.ReplyAsync(notice));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => office.ReplyAsync(notice));
    }

    private static async Task<NoticeDetail> NoticeAsync(TestAgency agency)
    {
        await using var db = agency.Open();
        var id = await db.SupervisionNotices.Select(notice => notice.Id).SingleAsync(Cancellation);
        return (await new NoticeQueries(db).FindAsync(id, agency.View, Cancellation))!;
    }

    private async Task<(TestAgency Agency, Obligation Duty)> LateAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        return (agency, (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 1))))[0]);
    }
}
