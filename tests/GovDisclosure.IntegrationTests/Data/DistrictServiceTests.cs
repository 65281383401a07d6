using GovDisclosure.Data.Districts;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>A district passes duties down, and its sub-units fulfil them for it.</summary>
public sealed class DistrictServiceTests(PortalServer server)
{
    private static readonly DateOnly Decided = new(2016, 10, 10);
    private static readonly DateOnly Published = new(2016, 10, 19);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ViewInstant View => ViewInstant.Now(TestClock.Beijing, server.Plan.Calendar, dueSoonWorkingDays: 3);

    [Theory]
    [InlineData(RollUpMode.All, 2)]
    [InlineData(RollUpMode.Any, 1)]
    [InlineData(RollUpMode.Chosen, 1)]
    public async Task Log_ByAsManyUnitsAsCount_FulfilsTheDistrictsDutyAtOnce(RollUpMode mode, int needed)
    {
        var (district, duty) = await NewDutyAsync();
        await district.PassAsync(duty.Id, mode, chosen: [district.Units[0]]);

        for (var unit = 0; unit < needed; unit++)
        {
            Assert.Null((await RowAsync(district.Agency, duty.Id)).FulfilledAt);
            await LogAsync(district.Units[unit], duty.Id);
        }

        var row = await RowAsync(district.Agency, duty.Id);
        Assert.Equal((ObligationState.FulfilledOnTime, BeijingTime.DateOf(row.FulfilledAt!.Value)), (row.State, Published));
        Assert.Equal(0, row.PublishedCount);
    }

    [Fact]
    public async Task Pass_OwnDate_IsTheUnitsAndTheCitysStaysTheDistricts()
    {
        var (district, duty) = await NewDutyAsync();
        await district.PassAsync(duty.Id, RollUpMode.All, "请及时办理", dueOn: new DateOnly(2016, 10, 25));

        await using var db = district.Units[0].Open();
        var row = Assert.Single((await new ObligationQueries(db).ListAsync(new ObligationFilter(), PageRequest.First, View, Cancellation)).Rows);
        var detail = await new ObligationDetailQuery(db).FindAsync(row.Id, View, Cancellation);

        Assert.Equal(BeijingTime.EndOf(new DateOnly(2016, 10, 25)), row.DueAt);
        Assert.Equal((district.Agency.Agency.ShortName, duty.OriginalDueAt, "测试触发事项"), (row.From!.ShortName, row.From.DueAt, row.TriggerTitle));
        Assert.Equal("请及时办理", Assert.Single(detail!.History).Note);
        Assert.Equal("测试经办人", detail.History[0].ActorName);
        Assert.Empty(detail.Peers);
    }

    [Fact]
    public async Task Withdraw_OfAPart_RollsBackAndThePastStaysAsItWas()
    {
        var (district, duty) = await NewDutyAsync();
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]]);
        var logged = await LogAsync(district.Units[0], duty.Id);
        var known = DateTimeOffset.MaxValue;
        await using (var unit = district.Units[0].Open())
        {
            known = (await unit.Fulfilments.SingleAsync(Cancellation)).ValidFrom.AddMicroseconds(1);
            await new Disclosures(unit).WithdrawAsync(logged);
        }

        await using var db = district.Agency.Open();
        var then = await db.ObligationsAt(known, known, known).SingleAsync(row => row.Id == duty.Id, Cancellation);

        Assert.Equal(ObligationState.FulfilledOnTime, then.State);
        Assert.Null((await RowAsync(district.Agency, duty.Id)).FulfilledAt);
    }

    [Fact]
    public async Task TakeBack_ThenPassAgain_IsAnotherPartAndKeepsTheFirst()
    {
        var (district, duty) = await NewDutyAsync();
        await district.PassAsync(duty.Id, RollUpMode.All);
        var first = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);
        await LogAsync(district.Units[1], duty.Id);

        Assert.Equal("TakeBackReasonMissing", (await district.TakeBackAsync(duty.Id, district.Units[0], " "))!.Code);
        Assert.Null(await district.TakeBackAsync(duty.Id, district.Units[0]));
        Assert.Null(await district.TakeBackAsync(duty.Id, district.Units[0]));
        var without = await RowAsync(district.Agency, duty.Id);
        // The other part alone fulfilled it, so it is done and cannot be passed again until that is withdrawn or asked for anew.
        Assert.Equal(ObligationState.FulfilledOnTime, without.State);
        Assert.Equal(ObligationState.Cancelled, (await RowAsync(district.Units[0], first)).State);
        Assert.Equal("WholeDone", Assert.Single((await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]])).Violations).Code);

        await using (var unit = district.Units[1].Open())
        {
            await new Disclosures(unit).WithdrawAsync((await unit.Disclosures.SingleAsync(Cancellation)).Id);
        }

        Assert.Empty((await district.PassAsync(duty.Id, RollUpMode.Any, units: [district.Units[0]], dueOn: new DateOnly(2016, 10, 28))).Violations);
        var second = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);
        await LogAsync(district.Units[0], duty.Id);

        Assert.NotEqual(first, second);
        Assert.Equal(ObligationState.Cancelled, (await RowAsync(district.Units[0], first)).State);
        Assert.Equal(ObligationState.FulfilledOnTime, (await RowAsync(district.Agency, duty.Id)).State);
        Assert.Equal(["part.received", "part.received", "part.taken_back"], (await ActionsAsync(district.Units[0])).Where(action => action.StartsWith("part.", StringComparison.Ordinal)));
        Assert.Equal(["part.passed", "part.passed", "part.taken_back"], await ActionsAsync(district.Agency));
    }

    [Fact]
    public async Task Pass_SameFormTwiceAtOnce_PassesOnce()
    {
        var (district, duty) = await NewDutyAsync();
        var key = Guid.NewGuid();

        var results = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => district.PassAsync(duty.Id, RollUpMode.All, requestKey: key)));

        Assert.All(results, result => Assert.Equal((2, 0), (result.Passed, result.Violations.Count)));
        Assert.Equal(["part.passed"], await ActionsAsync(district.Agency));
        Assert.Equal(["part.received"], await ActionsAsync(district.Units[0]));
        Assert.Equal("AlreadyPassed", (await district.PassAsync(duty.Id, RollUpMode.All)).Violations[0].Code);
    }

    [Fact]
    public async Task Log_TwoPartsAtOneMoment_BothAreSeen()
    {
        var (district, duty) = await NewDutyAsync(units: 4);
        await district.PassAsync(duty.Id, RollUpMode.All);

        await Task.WhenAll(district.Units.Select(unit => LogAsync(unit, duty.Id)));

        Assert.Equal(ObligationState.FulfilledOnTime, (await RowAsync(district.Agency, duty.Id)).State);
    }

    [Fact]
    public async Task Change_RollUpAndAnotherUnit_CountsAnewAndSaysSoOnce()
    {
        var (district, duty) = await NewDutyAsync();
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[0]]);
        await district.PassAsync(duty.Id, RollUpMode.All, units: [district.Units[1]]);
        await LogAsync(district.Units[0], duty.Id);
        Assert.Null((await RowAsync(district.Agency, duty.Id)).FulfilledAt);

        var changed = await district.PassAsync(duty.Id, RollUpMode.Any, units: []);
        var again = await district.PassAsync(duty.Id, RollUpMode.Any, units: []);

        Assert.Equal((true, false), (changed.Changed, again.Changed));
        Assert.NotNull((await RowAsync(district.Agency, duty.Id)).FulfilledAt);
        Assert.Equal(["part.passed", "part.passed", "part.roll_up_changed"], await ActionsAsync(district.Agency));
        await district.PassAsync(duty.Id, RollUpMode.Chosen, units: [], chosen: [district.Units[1]]);
        Assert.Null((await RowAsync(district.Agency, duty.Id)).FulfilledAt);
    }

    [Fact]
    public async Task Pass_QuotaAndTarget_EachPartTakesWhatTheWholeTakes()
    {
        var district = await TestDistrict.CreateAsync(server, units: 1);
        var quota = (await district.Agency.OweAsync(server.Plan.Rules.First(row => row.Rule.Rule.Kind == DeadlineRuleKind.Quota && row.Rule.Rule.MinCount is > 1)))[^1];
        await district.PassAsync(quota.Id, RollUpMode.All);
        var part = await RowAsync(district.Units[0], await TestDistrict.PartOfAsync(district.Units[0], quota.Id));

        Assert.Equal(quota.RequiredCount, part.RequiredCount);
        for (var published = 0; published < quota.RequiredCount; published++)
        {
            Assert.Null((await RowAsync(district.Agency, quota.Id)).FulfilledAt);
            await LogAsync(district.Units[0], quota.Id);
        }

        Assert.NotNull((await RowAsync(district.Agency, quota.Id)).FulfilledAt);

        var target = (await district.Agency.OweAsync(server.Plan.Rules.First(row => row.Rule.Rule.Kind == DeadlineRuleKind.Target)))[0];
        await district.PassAsync(target.Id, RollUpMode.All);
        var id = await TestDistrict.PartOfAsync(district.Units[0], target.Id);
        await district.Units[0].LogAsync("未达标", Published, [id], value: target.Target - 1);
        Assert.Null((await RowAsync(district.Agency, target.Id)).FulfilledAt);
        await district.Units[0].LogAsync("达标", Published, [id], value: target.Target);
        Assert.NotNull((await RowAsync(district.Agency, target.Id)).FulfilledAt);
    }

    [Fact]
    public async Task Overview_Counts_EqualTheListsWalkedToTheirEnd()
    {
        var district = await TestDistrict.CreateAsync(server, units: 3);
        var duties = await district.Agency.OweAsync(server.Plan.Rules.First(row => row.Rule.Rule.Period == PeriodUnit.Week));
        foreach (var duty in duties.Where(duty => duty.WindowEnd >= Decided).TakeLast(11))
        {
            await district.PassAsync(duty.Id, RollUpMode.All);
        }

        await using var db = district.Agency.Open();
        var queries = new SubUnitQueries(db);
        var standings = await queries.OverviewAsync(TestClock.Today, View, Cancellation);

        Assert.Equal(3, standings.Count);
        Assert.Equal(33, standings.Sum(standing => standing.Counts.Of(StateFilter.All)));
        foreach (var state in Enum.GetValues<StateFilter>())
        {
            foreach (var standing in standings)
            {
                Assert.Equal(standing.Counts.Of(state), await WalkAsync(queries, standing.Unit.Code, state));
            }

            Assert.Equal(standings.Sum(standing => standing.Counts.Of(state)), await WalkAsync(queries, null, state));
        }
    }

    [Fact]
    public async Task SumUp_ByLeadAndSection_EachFigureEqualsItsList()
    {
        await using var db = server.Contexts.Create(await ScopeOfAsync("dongcheng"));
        var queries = new ObligationQueries(db);
        foreach (var by in Enum.GetValues<DutyGrouping>())
        {
            var lines = await queries.SumUpAsync(by, new ObligationFilter(), View, Cancellation);
            Assert.NotEmpty(lines);
            foreach (var line in lines)
            {
                var filter = by == DutyGrouping.Lead
                    ? new ObligationFilter { Lead = line.Key }
                    : new ObligationFilter { Section = int.Parse(line.Key, System.Globalization.CultureInfo.InvariantCulture) };
                Assert.Equal(
                    (await queries.CountAsync(filter, View, Cancellation)).Counts.OrderBy(pair => pair.Key), line.Counts.Counts.OrderBy(pair => pair.Key));
            }
        }

        var leads = (await queries.SumUpAsync(DutyGrouping.Lead, new ObligationFilter(), View, Cancellation)).Select(line => line.Key);
        Assert.Equal(leads.Order(StringComparer.Ordinal), (await new DistrictQueries(db).LeadsAsync(Cancellation)).Select(lead => lead.Agency?.Code ?? ObligationFilter.NoLead).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Sample_Parts_StandInEveryState()
    {
        await using var db = server.Contexts.Create(await ScopeOfAsync("dongcheng"));
        var standings = await new SubUnitQueries(db).OverviewAsync(TestClock.Today, View, Cancellation);
        var found = standings.Where(standing => standing.Unit.Code.StartsWith("dongcheng-", StringComparison.Ordinal))
            .SelectMany(standing => standing.Counts.Counts.Keys).Distinct();

        Assert.Equal(
            [ObligationState.Upcoming, ObligationState.DueSoon, ObligationState.Overdue, ObligationState.FulfilledOnTime, ObligationState.FulfilledLate, ObligationState.Cancelled],
            found.Order());
        Assert.Equal(Enum.GetValues<RollUpMode>(), (await db.DutyPasses.Select(row => row.RollUp).Distinct().ToListAsync(Cancellation)).Order());
    }

    private async Task<int> WalkAsync(SubUnitQueries queries, string? unit, StateFilter state)
    {
        var ids = new List<Guid>();
        var page = await queries.ListAsync(unit, state, PageRequest.First, View, Cancellation);
        ids.AddRange(page.Rows.Select(row => row.Id));
        while (page.Next is { } next)
        {
            page = await queries.ListAsync(unit, state, new PageRequest(next, null), View, Cancellation);
            ids.AddRange(page.Rows.Select(row => row.Id));
        }

        Assert.Distinct(ids);
        return ids.Count;
    }

    private async Task<AccessScope> ScopeOfAsync(string code) => new(
        Audience.Agency, await Sql.ScalarAsync<Guid>(server.Administrator, "SELECT id FROM gov.agency WHERE code = $1", code));

    private async Task<(TestDistrict District, Obligation Duty)> NewDutyAsync(int units = 2)
    {
        var district = await TestDistrict.CreateAsync(server, units);
        return (district, (await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(Decided)))[0]);
    }

    private static async Task<Guid> LogAsync(TestAgency unit, Guid duty) =>
        (await unit.LogAsync("下级单位公开", Published, [await TestDistrict.PartOfAsync(unit, duty)])).DisclosureId!.Value;

    private async Task<ObligationRow> RowAsync(TestAgency agency, Guid id)
    {
        await using var db = agency.Open();
        return await db.ObligationsAt(View.KnownBefore, View.AsOf, View.DueSoonUntil).SingleAsync(row => row.Id == id, Cancellation);
    }

    private async Task<IReadOnlyList<string>> ActionsAsync(TestAgency agency) =>
        [.. (await Sql.ListAsync(server.Administrator, "SELECT action FROM gov.audit_entry WHERE agency_id = $1", agency.Id)).Order(StringComparer.Ordinal)];

    private sealed class Disclosures(GovDisclosure.Data.GovDbContext db)
    {
        public async Task WithdrawAsync(Guid id) =>
            Assert.Null(await new GovDisclosure.Data.Disclosures.DisclosureService(db, TestClock.Beijing).WithdrawAsync(id, "撤回", Cancellation));
    }
}
