using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>The plan's words become duties: each occurrence of each rule, once for every agency that the task reaches.</summary>
public sealed class MaterialisationTests(PortalServer server)
{
    // The register that the plan came with. Other tests make agencies of their own, by code and on the pages.
    private static readonly string OfThePlan = $"a.source LIKE '{ReferenceData.AgenciesFile}%'";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plan_AsLoaded_HasItsFacts()
    {
        Assert.Equal(73L, await Sql.ScalarAsync<long>(server.Administrator, $"SELECT count(*) FROM gov.agency a WHERE {OfThePlan}"));
        Assert.Equal(66, server.Plan.Plan.Tasks.Count);
        Assert.Equal(60, server.Plan.Plan.Tasks.Count(task => task.Attribution is not null));
        Assert.Equal(6, server.Plan.Plan.Tasks.Count(task => task.IsGeneral));
        Assert.Equal(182, server.Plan.Plan.Tasks.Sum(task => task.Assignments.Count));
        Assert.All(server.Plan.Plan.Tasks, task => Assert.NotEmpty(task.Rules));
        Assert.All(server.Plan.Plan.Tasks, task => Assert.NotEmpty(task.Assignments));
    }

    [Fact]
    public async Task ForPlan_SecondRun_MakesNothing()
    {
        await using var db = server.SetUp();
        var made = await ObligationMaterialiser.ForPlanAsync(
            db, server.Plan.Plan, server.Plan.Calendar, BeijingTime.StartOf(TestClock.Today), Cancellation);

        Assert.Equal(0, made);
    }

    [Fact]
    public async Task ForPlan_EveryOccurrence_OnceForEachAgencyReachedInItsStrongestRole()
    {
        var reached = await ReachedAsync();
        var occurrences = new Occurrences(server.Plan.Calendar);
        var expected = (
            from row in server.Plan.Rules
            from occurrence in occurrences.ForPlan(row.Rule.Rule, server.Plan.Plan.Year, server.Plan.Plan.IssuedOn)
            from agency in reached[row.Task.Id]
            select $"{agency.Key} {row.Rule.Id} {occurrence.Key} {EnumWords.ToWord(agency.Value)} {occurrence.WindowStart:O} {occurrence.WindowEnd:O} "
                + $"{occurrence.Due.DueAt.ToUnixTimeMilliseconds()} {occurrence.RequiredCount} {occurrence.Target:0.0000}").Order(StringComparer.Ordinal).ToList();

        var made = await Sql.ListAsync(server.Administrator, $"""
            SELECT concat_ws(' ', o.agency_id, o.rule_id, o.occurrence_key, o.role, o.window_start, o.window_end,
              (extract(epoch FROM o.original_due_at) * 1000)::bigint, o.required_count, coalesce(o.target::text, ''))
            FROM gov.obligation o JOIN gov.agency a ON a.id = o.agency_id WHERE o.trigger_id IS NULL AND {OfThePlan}
            """);

        Assert.NotEmpty(expected);
        Assert.Equal(expected, made.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ForPlan_Group_ReachesEachMember()
    {
        var districts = await Sql.ListAsync(server.Administrator, $"SELECT id FROM gov.agency a WHERE kind = 'district' AND {OfThePlan}");
        var group = await Sql.ScalarAsync<Guid>(server.Administrator, "SELECT id FROM gov.agency_group WHERE phrase = '各区政府'");
        var tasks = server.Plan.Plan.Tasks.Where(task => task.Assignments.Any(assignment => assignment.AssigneeGroupId == group)).ToList();

        Assert.NotEmpty(districts);
        Assert.NotEmpty(tasks);
        foreach (var task in tasks.Where(task => task.Rules.Any(rule => !rule.Rule.IsTriggered)))
        {
            var owing = await Sql.ListAsync(server.Administrator, "SELECT DISTINCT agency_id FROM gov.obligation WHERE task_id = $1", task.Id);
            Assert.Superset(districts.ToHashSet(), owing.ToHashSet());
        }
    }

    [Fact]
    public async Task Standings_AsMaterialised_OneForEachDuty()
    {
        var without = await Sql.ScalarAsync<long>(server.Administrator, """
            SELECT count(*) FROM gov.obligation o WHERE 1 <> (
              SELECT count(*) FROM gov.obligation_standing s WHERE s.agency_id = o.agency_id AND s.obligation_id = o.id AND s.valid_to IS NULL)
            """);

        Assert.Equal(0L, without);
    }

    [Fact]
    public async Task ForTrigger_Twice_SecondIsRefusedByTheKey()
    {
        var agency = await TestAgency.CreateAsync(server);
        var made = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9)));
        await using var db = agency.Open();
        var trigger = await db.TriggerEvents.AsNoTracking().SingleAsync(Cancellation);
        var rule = server.Plan.Rules.Single(row => row.Rule.Id == made[0].RuleId);
        var again = ObligationMaterialiser.ForTrigger(
            trigger, [new TriggeredRule(server.Plan.Plan.Id, rule.Task.Id, rule.Rule.Id, rule.Rule.Rule, AssignmentRole.Lead)], server.Plan.Calendar).Single();

        db.Obligations.Add(again.Obligation);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task ForTrigger_PenaltyDecisionBeforeTheNationalDay_DueAfterTwentyWorkingDays()
    {
        var agency = await TestAgency.CreateAsync(server);

        var made = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9)));

        Assert.Contains(made, obligation => obligation.OriginalDueAt == BeijingTime.EndOf(new DateOnly(2016, 10, 13)));
    }

    [Fact]
    public async Task TriggeredRules_OfAnAgency_OnlyOfTasksThatReachIt()
    {
        var reached = await ReachedAsync();
        await using var db = server.SetUp();
        foreach (var code in new[] { "gongshang", "dongcheng", "office" })
        {
            var agency = await db.Agencies.SingleAsync(row => row.Code == code, Cancellation);
            var found = await TriggeredRules.OfAsync(db, server.Plan.Plan.Id, agency.Id, Cancellation);
            var expected = server.Plan.Rules.Where(row => row.Rule.Rule.IsTriggered && reached[row.Task.Id].ContainsKey(agency.Id));

            Assert.Equal(expected.Select(row => (row.Rule.Id, reached[row.Task.Id][agency.Id])).Order(), found.Select(row => (row.RuleId, row.Role)).Order());
        }
    }

    [Fact]
    public async Task Load_SecondTime_LoadsNothing()
    {
        Assert.False(await new ReferenceDataLoader(server.Contexts).LoadAsync(null, Cancellation));
    }

    // By hand and in memory: who is named, or is in a group that is named on the day of issue, and the first role by rank.
    private async Task<Dictionary<Guid, Dictionary<Guid, AssignmentRole>>> ReachedAsync()
    {
        await using var db = server.SetUp();
        var groups = await db.AgencyGroups.AsNoTracking().Include(group => group.Members).ToDictionaryAsync(group => group.Id, Cancellation);
        var issued = server.Plan.Plan.IssuedOn;
        return server.Plan.Plan.Tasks.ToDictionary(task => task.Id, task => task.Assignments
            .SelectMany(assignment => MembersOf(assignment, groups, issued).Select(agency => (Agency: agency, assignment.Role)))
            .GroupBy(pair => pair.Agency)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Min(pair => pair.Role)));
    }

    private static IEnumerable<Guid> MembersOf(Assignment assignment, Dictionary<Guid, AgencyGroup> groups, DateOnly day) =>
        assignment.AssigneeAgencyId is { } agency
            ? [agency]
            : groups[assignment.AssigneeGroupId!.Value].Members
                .Where(member => member.ValidFrom <= day && (member.ValidTo is null || member.ValidTo >= day))
                .Select(member => member.MemberAgencyId);
}
