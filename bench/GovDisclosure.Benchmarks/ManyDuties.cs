using System.Globalization;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.TestCommon;
using Npgsql;

namespace GovDisclosure.Benchmarks;

/// <summary>Gives the agencies of the plan open duties by the hundred thousand, each after a trigger of its own.</summary>
internal static class ManyDuties
{
    /// <summary>Adds duties of the plan's rules of 20 working days, spread over the agencies and over the last working days.</summary>
    /// <param name="server">The server.</param>
    /// <param name="duties">How many.</param>
    /// <param name="days">On how many working days up to today they begin.</param>
    public static async Task AddAsync(PortalServer server, int duties, int days)
    {
        var calendar = server.Plan.Calendar;
        var calculator = new DueDateCalculator(calendar);
        var rules = server.Plan.Rules.Where(row => row.Rule.Rule is { Kind: DeadlineRuleKind.WorkingDaysAfterEvent, Value: 20 }).Take(30).ToList();
        var starts = Enumerable.Range(0, days).Select(back => calendar.AddWorkingDays(TestClock.Today, -back)).ToList();
        await using var connection = await server.Administrator.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Statements, connection) { CommandTimeout = 1800 };
        command.Parameters.AddWithValue(duties);
        command.Parameters.AddWithValue(rules.ConvertAll(row => row.Task.Id));
        command.Parameters.AddWithValue(rules.ConvertAll(row => row.Rule.Id));
        command.Parameters.AddWithValue(starts);
        command.Parameters.AddWithValue(starts.ConvertAll(start => calculator.DueAfter(rules[0].Rule.Rule, start).DueAt));
        command.Parameters.AddWithValue(starts.ConvertAll(BeijingTime.StartOf));
        command.Parameters.AddWithValue(server.Plan.Plan.Id);
        await command.ExecuteNonQueryAsync();
        await using var analyze = new NpgsqlCommand("ANALYZE", connection) { CommandTimeout = 600 };
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>A plan whose tasks each have one rule of the plan in force and reach every agency, with agencies of its own.</summary>
    public static async Task<WorkPlan> PlanAsync(PortalServer server, int tasks, int agencies, int year)
    {
        var model = server.Plan.Plan;
        var rules = server.Plan.Rules.Select(row => row.Rule.Rule)
            .Where(rule => rule.Kind is DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota or DeadlineRuleKind.Target).ToList();
        var owing = Enumerable.Range(0, agencies).Select(number => new Agency
        {
            Code = $"bench-{year}-{number}",
            ShortName = $"bench-{year}-{number}",
            FullName = $"bench-{year}-{number}",
            EnglishName = $"bench {number}",
            Kind = AgencyKind.MunicipalDepartment,
            Source = "bench",
        }).ToList();
        var plan = new WorkPlan
        {
            Year = year,
            Title = "bench",
            DocumentNumber = $"bench {year}",
            IssuedOn = new DateOnly(year, 1, 1),
            Issuer = "bench",
            Source = "bench",
            Status = WorkPlanStatus.Draft,
            Tasks =
            [
                .. Enumerable.Range(1, tasks).Select(ordinal => new DisclosureTask
                {
                    Number = ordinal.ToString(CultureInfo.InvariantCulture),
                    Sequence = 1,
                    Ordinal = ordinal,
                    Title = "bench",
                    Text = "bench",
                    Rules = [new TaskDeadlineRule { Ordinal = 1, Clause = "", Rule = rules[ordinal % rules.Count] with { } }],
                    Assignments = [.. owing.Select((agency, number) => new Assignment { Ordinal = number + 1, AssigneeAgencyId = agency.Id, NameAsWritten = agency.ShortName, Role = AssignmentRole.Lead })],
                }),
            ],
        };
        await using var db = server.SetUp();
        db.Agencies.AddRange(owing);
        db.WorkPlans.Add(plan);
        await db.SaveChangesAsync();
        return plan;
    }

    private const string Statements = """
        WITH agency AS (
          SELECT id, row_number() OVER (ORDER BY code) - 1 AS n, count(*) OVER () AS total FROM gov.agency WHERE parent_id IS NULL
        ), duty AS MATERIALIZED (
          SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS trigger_id, n % cardinality($2) + 1 AS rule, n / 7 % cardinality($4) + 1 AS day,
            (SELECT id FROM agency WHERE agency.n = duty.n % agency.total) AS agency_id
          FROM generate_series(1, $1) AS duty(n)
        ), triggered AS (
          INSERT INTO gov.trigger_event (agency_id, id, kind, reference, title, occurred_at, recorded_at, recorded_by_name, is_sample)
          SELECT agency_id, trigger_id, 'information_changed', trigger_id, 'bench', $6[day], $6[day], '', false FROM duty
        ), made AS (
          INSERT INTO gov.obligation (agency_id, id, plan_id, task_id, rule_id, occurrence_key, role, window_start, window_end, original_due_at,
            required_count, recorded_at, trigger_id)
          SELECT agency_id, id, $7, $2[rule], $3[rule], replace(trigger_id::text, '-', ''), 'lead', $4[day], ($5[day] - interval '1 second')::date, $5[day], 1, $6[day], trigger_id
          FROM duty
        )
        INSERT INTO gov.obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason)
        SELECT agency_id, id, $6[day], $5[day], 'open', 'materialised' FROM duty
        """;
}
