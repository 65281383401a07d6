using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Requests;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>An agency takes another's place: open duties pass once, with all that belongs to them; what is done and past stays where it was.</summary>
public sealed class SuccessionTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CarryOut_OpenDuties_PassWithTheirDates_AndWhatIsDoneStays()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var other = await TestAgency.CreateAsync(server);
        var duties = await old.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        await other.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        var done = duties[0];
        await old.LogAsync("已公开", done.WindowStart, [done.Id]);
        var untouched = await FactsAsync(other, "infinity");

        var counts = await server.SucceedAsync([old], next);

        Assert.Equal(duties.Count - 1, counts.Duties);
        Assert.Equal(ObligationState.FulfilledOnTime, (await old.DutyAsync(done.Id)).State);
        var passed = await DutiesAsync(next);
        Assert.Equal(duties.Skip(1).Select(duty => (duty.OccurrenceKey, duty.OriginalDueAt)).Order(), passed.Select(duty => (duty.OccurrenceKey, duty.OriginalDueAt)).Order());
        foreach (var duty in duties.Skip(1))
        {
            Assert.Equal(ObligationState.Cancelled, (await old.DutyAsync(duty.Id)).State);
            Assert.Equal((old.Id, duty.Id), await InheritedAsync(passed.Single(row => row.OccurrenceKey == duty.OccurrenceKey).Id));
        }

        Assert.Equal(untouched, await FactsAsync(other, "infinity"));
    }

    [Fact]
    public async Task CarryOut_TwiceAndAtOnce_IsOnce()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var duties = await old.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        var entered = await server.EnterSuccessionAsync([old], next, TestClock.Today);
        var again = await server.EnterSuccessionAsync([old], next, TestClock.Today);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => server.CarryOutAsync(entered.Id!.Value, next)));
        var late = await server.CarryOutAsync(entered.Id!.Value, next);

        Assert.Equal(entered.Id, again.Id);
        Assert.Single(outcomes, outcome => outcome.Counts is not null);
        Assert.Null(late.Counts);
        Assert.Equal(duties.Count, (await DutiesAsync(next)).Count);
        Assert.Equal(1, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.audit_entry WHERE agency_id = $1 AND action = 'succession.taken_over'", next.Id));
    }

    [Fact]
    public async Task CarryOut_PastDays_AnswerAsBefore()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var duties = await old.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        await old.LogAsync("已公开", duties[0].WindowStart, [duties[0].Id]);
        await old.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 21)));
        var before = await FactsAsync(old, "2016-10-19T16:00:00Z");

        await server.SucceedAsync([old], next);

        Assert.NotEmpty(before);
        Assert.Equal(before, await FactsAsync(old, "2016-10-19T16:00:00Z"));
        Assert.Empty(await FactsAsync(next, "2016-10-19T16:00:00Z"));
    }

    [Fact]
    public async Task CarryOut_ACaseWithMoreTime_IsPublishedByTheSuccessor()
    {
        var old = await Cases.AgencyAsync(server);
        var next = await TestAgency.CreateAsync(server);
        var office = await TestAgency.CreateOfficeAsync(server);
        Guid registered;
        await using (var cases = new Cases(old.Open()))
        {
            registered = await cases.RegisterAsync();
        }

        var duty = await Sql.ScalarAsync<Guid>(server.Administrator, "SELECT obligation_id FROM gov.penalty_case WHERE id = $1", registered);
        Assert.Empty(await old.AskForAsync(duty, new RequestDraft(DutyRequestKind.Extension, "案情复杂", null, null) { ExtendBy = 5 }));
        Assert.Empty(await office.DecideAsync((await old.RequestAsync(duty)).Id, DecisionOutcome.Grant));
        var due = (await old.DutyAsync(duty)).DueAt;

        var counts = await server.SucceedAsync([old], next);

        Assert.Equal(1, counts.Cases);
        await using var mine = new Cases(next.Open());
        var passed = await mine.Db.PenaltyCases.SingleAsync(Cancellation);
        var inherited = await next.DutyAsync(passed.ObligationId);
        Assert.Equal(due, inherited.DueAt);
        var detail = await new ObligationDetailQuery(mine.Db).FindAsync(passed.ObligationId, next.View, Cancellation);
        Assert.Equal(due, detail!.Clock!.DueAt(server.Plan.Calendar));
        Assert.NotNull((await mine.FindAsync(server, passed.Id)).Draft.Facts);
        // That it was granted is known; why it was asked for stays with who asked.
        var request = await mine.Db.DutyRequests.SingleAsync(Cancellation);
        Assert.Equal((old.Agency.ShortName, old.Agency.ShortName, 5), (request.Reason, request.AskedByName, request.ExtendBy));

        Assert.Empty((await mine.PublishAsync(server, passed.Id)).Violations);
        Assert.Equal(ObligationState.FulfilledOnTime, (await next.DutyAsync(passed.ObligationId)).State);
        await using var theirs = new Cases(old.Open());
        Assert.NotNull((await theirs.Db.TriggerEvents.SingleAsync(Cancellation)).CancelledAt);
    }

    [Fact]
    public async Task CarryOut_NewEventsAfterwards_AreTheSuccessors()
    {
        var old = await Cases.AgencyAsync(server);
        var next = await TestAgency.CreateAsync(server);

        await server.SucceedAsync([old], next);

        await using var db = next.Open();
        var rules = await TriggeredRules.OfAsync(db, server.Plan.Plan.Id, next.Id, Cancellation);
        Assert.NotEmpty(rules);
        Assert.Empty(await TriggeredRules.OfAsync(db, server.Plan.Plan.Id, old.Id, Cancellation));
        await using var cases = new Cases(next.Open());
        var registered = await cases.RegisterAsync();
        Assert.NotEqual(Guid.Empty, (await cases.Db.PenaltyCases.SingleAsync(row => row.Id == registered, Cancellation)).ObligationId);
        // The plan made again makes nothing of what the predecessor had.
        await using var setUp = server.SetUp();
        await ObligationMaterialiser.ForPlanAsync(setUp, server.Plan.Plan, server.Plan.Calendar, TestClock.Beijing.Now, Cancellation);
        Assert.Equal(0, await Sql.ScalarAsync<long>(
            server.Administrator,
            "SELECT count(*) FROM gov.obligation n JOIN gov.obligation o ON o.rule_id = n.rule_id AND o.occurrence_key = n.occurrence_key AND o.agency_id = $1 WHERE n.agency_id = $2 AND n.inherited_from_agency_id IS NULL",
            old.Id, next.Id));
    }

    [Fact]
    public async Task CarryOut_OneOfTwoDone_StaysOneOfTwo()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var duty = (await old.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic)))[0];
        await TakeTwoAsync(old);
        var logged = await old.LogAsync("第一次公开", duty.WindowStart, [duty.Id]);
        await server.SucceedAsync([old], next);

        var passed = (await DutiesAsync(next)).Single(row => row.OccurrenceKey == duty.OccurrenceKey);
        Assert.Equal(1, passed.PublishedCount);
        await using (var db = next.Open())
        {
            var copy = await db.Disclosures.SingleAsync(Cancellation);
            Assert.Equal(("第一次公开", old.Agency.ShortName, null), (copy.Title, copy.LoggedByName, copy.Summary));
            Assert.NotEqual(logged.DisclosureId, copy.Id);
        }

        await next.LogAsync("第二次公开", duty.WindowStart.AddDays(1), [passed.Id]);
        Assert.NotNull((await next.DutyAsync(passed.Id)).FulfilledAt);
    }

    [Fact]
    public async Task CarryOut_ThreeWithTheSameOccurrence_OneByTheEarliestDateInTheStrongestRole()
    {
        TestAgency[] olds = [await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server)];
        var next = await TestAgency.CreateAsync(server);
        var office = await TestAgency.CreateOfficeAsync(server);
        var of = server.Plan.First(DeadlineRuleKind.Periodic);
        var first = await olds[0].OweAsync(of, AssignmentRole.Cooperating);
        var second = await olds[1].OweAsync(of, AssignmentRole.Lead);
        await olds[2].OweAsync(of, AssignmentRole.Responsible);
        await TakeTwoAsync(olds);
        var last = first[^1];
        // Two of them have published once: together they have not done what takes two.
        await olds[0].LogAsync("甲的公开", last.WindowStart, [last.Id]);
        await olds[1].LogAsync("乙的公开", last.WindowStart, [second[^1].Id]);
        await olds[1].AskAsync(second[^1].Id, BeijingTime.DateOf(last.OriginalDueAt).AddDays(10));
        await office.DecideAsync((await olds[1].RequestAsync(second[^1].Id)).Id, DecisionOutcome.Grant);

        var counts = await server.SucceedAsync(olds, next);

        Assert.Equal(3, counts.Predecessors);
        var passed = (await DutiesAsync(next)).Where(row => row.OccurrenceKey == last.OccurrenceKey).ToList();
        Assert.Equal((last.OriginalDueAt, AssignmentRole.Lead, 1), (Assert.Single(passed).DueAt, passed[0].Role, passed[0].PublishedCount));
        Assert.Null(passed[0].FulfilledAt);
        await using var db = next.Open();
        var history = await new ObligationDetailQuery(db).HistoryOfAsync(next.Id, passed[0].Id, Cancellation);
        var taken = Assert.Single(history, entry => entry.Kind == HistoryKind.TakenOver);
        Assert.All(olds, old => Assert.Contains(old.Agency.ShortName, taken.Note!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CarryOut_WhereTheSuccessorHasItToo_TheEarlierDateWins()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var office = await TestAgency.CreateOfficeAsync(server);
        var of = server.Plan.First(DeadlineRuleKind.Periodic);
        var theirs = await old.OweAsync(of);
        var own = await next.OweAsync(of);
        await next.LogAsync("自己已公开", own[0].WindowStart, [own[0].Id]);
        await next.AskAsync(own[^1].Id, BeijingTime.DateOf(own[^1].OriginalDueAt).AddDays(7));
        await office.DecideAsync((await next.RequestAsync(own[^1].Id)).Id, DecisionOutcome.Grant);

        await server.SucceedAsync([old], next);

        Assert.Equal(own.Count, (await DutiesAsync(next)).Count);
        Assert.Equal(theirs[^1].OriginalDueAt, (await next.DutyAsync(own[^1].Id)).DueAt);
        Assert.Equal(ObligationState.FulfilledOnTime, (await next.DutyAsync(own[0].Id)).State);
    }

    [Fact]
    public async Task CarryOut_RequestThatWaits_EndsWithItsDuty()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var duty = (await old.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic)))[^1];
        await old.AskAsync(duty.Id, BeijingTime.DateOf(duty.OriginalDueAt).AddDays(3));

        var counts = await server.SucceedAsync([old], next);

        Assert.Equal(1, counts.Requests);
        await using var db = old.Open();
        var request = await db.DutyRequests.SingleAsync(Cancellation);
        Assert.Equal((true, next.Agency.ShortName), (request.WithdrawnAt is not null, request.WithdrawnNote));
    }

    [Fact]
    public async Task CarryOut_TheSameNumberInBoth_NamesWhoseItWas()
    {
        var (old, next) = (await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server));
        var duty = (await old.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 10, 10))))[0];
        await Sql.RunAsync(
            server.Administrator,
            "INSERT INTO gov.trigger_event (agency_id, id, kind, reference, title, occurred_at, recorded_at, recorded_by_name, is_sample) SELECT $1, gen_random_uuid(), kind, reference, title, occurred_at, recorded_at, recorded_by_name, false FROM gov.trigger_event WHERE agency_id = $2",
            next.Id, old.Id);

        await server.SucceedAsync([old], next);

        await using var db = next.Open();
        var passed = await db.TriggerEvents.SingleAsync(row => db.Obligations.Any(obligation => obligation.TriggerId == row.Id), Cancellation);
        Assert.EndsWith($"（{old.Agency.ShortName}）", passed.Reference, StringComparison.Ordinal);
        Assert.Equal(duty.OccurrenceKey, (await DutiesAsync(next)).Single(row => row.RuleId == duty.RuleId).OccurrenceKey);
    }

    [Fact]
    public async Task CarryOut_Chain_ReachesTheLast()
    {
        TestAgency[] chain = [await Cases.AgencyAsync(server), await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server)];
        var group = Guid.NewGuid();
        await Sql.RunAsync(server.Administrator, "INSERT INTO gov.agency_group (id, phrase, english_name, to_confirm, source) VALUES ($1, $2, 'Group', false, 'test')", group, "测试群组" + group);
        await Sql.RunAsync(server.Administrator, "INSERT INTO gov.agency_group_member (group_id, member_agency_id, valid_from) VALUES ($1, $2, '2016-01-01')", group, chain[0].Id);
        var open = (await DutiesAsync(chain[0])).Count;

        await server.SucceedAsync([chain[0]], chain[1], new DateOnly(2016, 7, 1));
        await server.SucceedAsync([chain[1]], chain[2], new DateOnly(2016, 10, 1));

        Assert.Equal(open, (await DutiesAsync(chain[2])).Count(duty => duty.Disposition == ObligationDisposition.Open));
        Assert.All(await DutiesAsync(chain[1]), duty => Assert.Equal(ObligationDisposition.Cancelled, duty.Disposition));
        await using var db = chain[2].Open();
        Assert.NotEmpty(await TriggeredRules.OfAsync(db, server.Plan.Plan.Id, chain[2].Id, Cancellation));
        Assert.Equal(
            [$"{chain[0].Id} 2016-06-30", $"{chain[1].Id} 2016-09-30", $"{chain[2].Id} "],
            await Sql.ListAsync(server.Administrator, "SELECT member_agency_id || ' ' || coalesce(valid_to::text, '') FROM gov.agency_group_member WHERE group_id = $1 ORDER BY valid_from", group));
        Assert.Equal(new DateOnly(2016, 6, 30), await Sql.ScalarAsync<DateOnly>(server.Administrator, "SELECT valid_to FROM gov.agency WHERE id = $1", chain[0].Id));
    }

    [Fact]
    public async Task CarryOut_WhatStandsAgainstIt_ChangesNothing()
    {
        var district = await TestDistrict.CreateAsync(server, 1);
        var next = await TestAgency.CreateAsync(server);
        var duties = await district.Agency.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        var early = await server.EnterSuccessionAsync([district.Agency], next, TestClock.Today.AddDays(1));

        var refused = await server.CarryOutAsync(early.Id!.Value, next);

        Assert.Equal(["SuccessionNotDue", "PredecessorHasSubUnits"], refused.Violations.Select(violation => violation.Code));
        Assert.Equal(duties.Count, (await DutiesAsync(district.Agency)).Count(duty => duty.Disposition == ObligationDisposition.Open));
        Assert.Empty(await DutiesAsync(next));
        Assert.Equal(
            "23514", await Sql.RefusedAsync(server.Sources.For(GovDisclosure.Data.Tenancy.Audience.Admin), "SELECT * FROM gov.carry_out_succession($1, NULL, '', now())", early.Id!.Value));
    }

    [Fact]
    public async Task Enter_CircleOrSecondSuccessor_IsRefused()
    {
        TestAgency[] three = [await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server), await TestAgency.CreateAsync(server)];
        await server.EnterSuccessionAsync([three[0]], three[1], new DateOnly(2016, 7, 1));

        Assert.Equal("SuccessionCircle", Assert.Single((await server.EnterSuccessionAsync([three[1]], three[0], new DateOnly(2016, 9, 1))).Violations).Code);
        Assert.Equal("AlreadySucceeded", Assert.Single((await server.EnterSuccessionAsync([three[0]], three[2], new DateOnly(2016, 9, 1))).Violations).Code);
    }

    [Fact]
    public async Task Reach_BeforeIt_IsWhatThenPasses()
    {
        var old = await Cases.AgencyAsync(server);
        var next = await TestAgency.CreateAsync(server);
        await using (var cases = new Cases(old.Open()))
        {
            await cases.RegisterAsync();
        }

        var entered = await server.EnterSuccessionAsync([old], next, TestClock.Today);
        await using var db = server.OpenAdministrator(next.Id);
        var reach = (await new SuccessionQueries(db, TestClock.Beijing).ReachAsync(entered.Id!.Value, Cancellation))[old.Id];
        var counts = (await server.CarryOutAsync(entered.Id.Value, next)).Counts!;

        Assert.Equal((counts.Duties, counts.Triggers, counts.Cases, counts.Requests), (reach.Duties, reach.Triggers, reach.Cases, reach.Requests));
        Assert.Equal(1, reach.Cases);
    }

    // As a plan that says 不少于2次 would have it.
    private Task<int> TakeTwoAsync(params TestAgency[] agencies) =>
        Sql.RunAsync(server.Administrator, "UPDATE gov.obligation SET required_count = 2 WHERE agency_id = ANY ($1)", agencies.Select(agency => agency.Id).ToArray());

    private static async Task<IReadOnlyList<ObligationRow>> DutiesAsync(TestAgency agency)
    {
        await using var db = agency.Open();
        return await db.ObligationsAt(agency.View.KnownBefore, agency.View.AsOf, agency.View.DueSoonUntil).ToListAsync(Cancellation);
    }

    private async Task<(Guid Agency, Guid Obligation)> InheritedAsync(Guid id) => (
        await Sql.ScalarAsync<Guid>(server.Administrator, "SELECT inherited_from_agency_id FROM gov.obligation WHERE id = $1", id),
        await Sql.ScalarAsync<Guid>(server.Administrator, "SELECT inherited_from_obligation_id FROM gov.obligation WHERE id = $1", id));

    // Every fact of an agency's duties as known at an instant.
    private Task<IReadOnlyList<string>> FactsAsync(TestAgency agency, string knownBefore) => Sql.ListAsync(
        server.Administrator, "SELECT o::text FROM gov.obligations_at($2::text::timestamptz, $2::text::timestamptz, $2::text::timestamptz) o WHERE o.agency_id = $1 ORDER BY o.id",
        agency.Id, knownBefore);
}
