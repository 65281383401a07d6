using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Every figure on a page is the length of the list behind it.</summary>
public sealed class ObligationQueriesTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ViewInstant View => ViewInstant.Now(TestClock.Beijing, server.Plan.Calendar, dueSoonWorkingDays: 5);

    public static TheoryData<string, ObligationFilter> Filters
    {
        get
        {
            var data = new TheoryData<string, ObligationFilter>();
            ObligationFilter[] filters =
            [
                new(), new() { Section = 1 }, new() { Section = 0 }, new() { Kind = DeadlineRuleKind.Periodic }, new() { Role = RoleFilter.Lead },
                new() { Role = RoleFilter.Responsible }, new() { Words = "公开" }, new() { Words = "%" }, new() { Words = "_" },
            ];
            foreach (var code in new[] { "gongshang", "dongcheng", "office", "zhichan" })
            {
                foreach (var filter in filters)
                {
                    data.Add(code, filter);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Filters), DisableDiscoveryEnumeration = true)]
    public async Task Count_AnyFilter_EqualsTheListWalkedToItsEnd(string code, ObligationFilter filter)
    {
        var view = View;
        await using var db = server.Contexts.Create(await ScopeOfAsync(code));
        var queries = new ObligationQueries(db);
        var counts = await queries.CountAsync(filter, view, Cancellation);

        foreach (var state in new[] { StateFilter.Overdue, StateFilter.DueSoon, StateFilter.Upcoming, StateFilter.Done, StateFilter.All })
        {
            var rows = await WalkAsync(queries, filter with { State = state }, view);

            Assert.Equal(counts.Of(state), rows.Count);
            Assert.Distinct(rows.Select(row => row.Id));
            Assert.All(rows, row => Assert.Contains(row.State, StateFilters.StatesOf(state)));
            Assert.Equal(rows.OrderBy(row => row.DueAt).Select(row => row.DueAt), rows.Select(row => row.DueAt));
        }

        var overdue = (await WalkAsync(queries, filter with { State = StateFilter.Overdue }, view)).Select(row => (DateTimeOffset?)row.DueAt).FirstOrDefault();
        Assert.Equal(overdue, counts.OldestOverdue);
    }

    [Theory]
    [InlineData("gongshang")]
    [InlineData("dongcheng")]
    public async Task Count_AnAgency_EqualsPlainSql(string code)
    {
        var view = View;
        var scope = await ScopeOfAsync(code);
        await using var db = server.Contexts.Create(scope);
        var counts = await new ObligationQueries(db).CountAsync(new ObligationFilter(), view, Cancellation);

        // Written apart from the portal's functions, from the tables alone, as the administrator whom no filter helps.
        var plain = await Sql.ListAsync(server.Administrator, """
            SELECT o.id FROM gov.obligation o
            JOIN gov.obligation_standing s ON s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL
            WHERE o.agency_id = $1 AND s.disposition = 'open' AND s.due_at < $2 AND o.required_count > (
              SELECT count(*) FROM gov.fulfilment f
              WHERE f.agency_id = o.agency_id AND f.obligation_id = o.id AND f.valid_to IS NULL AND (o.target IS NULL OR f.reported_value >= o.target))
              AND NOT EXISTS (SELECT FROM gov.rolled_up_fulfilment r WHERE r.agency_id = o.agency_id AND r.obligation_id = o.id AND r.valid_to IS NULL)
            """, scope.AgencyId!.Value, view.AsOf);

        Assert.NotEmpty(plain);
        Assert.Equal(plain.Count, counts.Of(StateFilter.Overdue));
        Assert.Equal(
            await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.obligation WHERE agency_id = $1", scope.AgencyId.Value),
            counts.Of(StateFilter.All));
    }

    [Fact]
    public async Task List_ForwardThenBack_EachRowOnceInTheSameOrder()
    {
        // Many duties due at one instant: only the second half of the key tells them apart.
        var agency = await TestAgency.CreateAsync(server);
        var monthly = server.Plan.Rules.First(row => row.Rule.Rule is { Kind: DeadlineRuleKind.Periodic, Period: PeriodUnit.Month });
        await agency.OweAsync(monthly);
        for (var i = 0; i < 4; i++)
        {
            foreach (var day in Enumerable.Range(1, 20))
            {
                await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, day / 7 + 1)));
            }
        }

        await using var db = agency.Open();
        var queries = new ObligationQueries(db);
        var filter = new ObligationFilter { State = StateFilter.All };
        var view = View;
        var forward = await WalkAsync(queries, filter, view);
        var page = await queries.ListAsync(filter, PageRequest.First, view, Cancellation);
        while (page.Next is { } next)
        {
            page = await queries.ListAsync(filter, new PageRequest(next, null), view, Cancellation);
        }

        var backward = new List<DutyRow>(page.Rows);
        while (page.Previous is { } previous)
        {
            page = await queries.ListAsync(filter, new PageRequest(null, previous), view, Cancellation);
            backward.InsertRange(0, page.Rows);
        }

        Assert.True(forward.Count > 2 * ObligationQueries.PageSize);
        Assert.Equal(await db.Obligations.CountAsync(Cancellation), forward.Count);
        Assert.Equal(forward.Select(row => row.Id), backward.Select(row => row.Id));
    }

    [Fact]
    public async Task Find_AnotherAgencysIds_LeftOutWithoutAWord()
    {
        var own = await TestAgency.CreateAsync(server);
        var other = await TestAgency.CreateAsync(server);
        var mine = await own.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9)));
        var theirs = await other.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9)));

        await using var db = own.Open();
        var found = await new ObligationQueries(db).FindAsync([mine[0].Id, theirs[0].Id], View, Cancellation);

        Assert.Equal([mine[0].Id], found.Select(row => row.Id));
        Assert.Null(await new ObligationDetailQuery(db).FindAsync(theirs[0].Id, View, Cancellation));
    }

    [Fact]
    public async Task List_Progress_EqualsPeersCountedOneByOne()
    {
        var view = View;
        await using var db = server.Contexts.Create(await ScopeOfAsync("gongshang"));
        var page = await new ObligationQueries(db).ListAsync(new ObligationFilter { State = StateFilter.All }, PageRequest.First, view, Cancellation);
        var shared = page.Rows.Where(row => row.Progress is not null).Take(4).ToList();

        Assert.NotEmpty(shared);
        foreach (var row in shared)
        {
            var detail = await new ObligationDetailQuery(db).FindAsync(row.Id, view, Cancellation);
            Assert.Equal(row.Progress, (detail!.PeersDone, detail.PeersOwing));
        }
    }

    private static async Task<List<DutyRow>> WalkAsync(ObligationQueries queries, ObligationFilter filter, ViewInstant view)
    {
        var page = await queries.ListAsync(filter, PageRequest.First, view, Cancellation);
        Assert.Null(page.Previous);
        var rows = new List<DutyRow>(page.Rows);
        while (page.Next is { } next)
        {
            page = await queries.ListAsync(filter, new PageRequest(next, null), view, Cancellation);
            Assert.NotEmpty(page.Rows);
            rows.AddRange(page.Rows);
        }

        return rows;
    }

    private async Task<AccessScope> ScopeOfAsync(string code)
    {
        await using var db = server.SetUp();
        var id = await db.Agencies.Where(row => row.Code == code).Select(row => row.Id).SingleAsync(Cancellation);
        return new AccessScope(code == "office" ? Audience.Office : Audience.Agency, id);
    }
}
