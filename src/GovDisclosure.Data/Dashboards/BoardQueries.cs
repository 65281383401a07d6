using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Dashboards;

/// <summary>Counts all agencies' duties at once, for the municipal office. Row security lets only the office's login see more than one agency.</summary>
public sealed class BoardQueries(GovDbContext db)
{
    private const string Order = "zh-Hans-x-icu";

    /// <summary>Where the year stands: one statement, which looks at each duty once.</summary>
    /// <param name="at">The plan, the instant, and the earlier day since which duties turned red.</param>
    /// <param name="agencyId">One agency only; <see langword="null"/> counts all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Board> LoadAsync(OversightInstant at, Guid? agencyId, CancellationToken cancellationToken)
    {
        var (plan, view) = (at.PlanId, at.View);
        var since = at.Since ?? view;
        var rows = await db.Database.SqlQuery<Figure>($"""
            WITH duty AS MATERIALIZED (
              SELECT d.agency_id, d.id, d.state, coalesce(section.ordinal, 0) AS section,
                ((d.due_at - interval '1 microsecond') AT TIME ZONE 'Asia/Shanghai')::date AS due_on,
                rule.trigger_kind IS NOT DISTINCT FROM 'penalty_decision' AS of_penalty
              FROM gov.compliance_at({view.KnownBefore}, {view.AsOf}, {view.DueSoonUntil}) d
              JOIN gov.disclosure_task task ON task.id = d.task_id
              JOIN gov.task_rule rule ON rule.id = d.rule_id
              LEFT JOIN gov.plan_section section ON section.id = task.section_id
              WHERE d.plan_id = {plan} AND ({agencyId}::uuid IS NULL OR d.agency_id = {agencyId}) AND d.state <> 'cancelled'
            )
            SELECT 'section' AS part, agency_id, section, NULL::date AS day, state, count(*)::int AS count FROM duty GROUP BY agency_id, section, state
            UNION ALL
            SELECT 'month', NULL, 0, date_trunc('month', due_on)::date, state, count(*)::int FROM duty GROUP BY 4, state
            UNION ALL
            SELECT 'overdue', NULL, 0, due_on, state, count(*)::int FROM duty WHERE state = 'overdue' GROUP BY due_on, state
            UNION ALL
            SELECT 'penalty', NULL, 0, NULL, state, count(*)::int FROM duty WHERE of_penalty GROUP BY state
            UNION ALL
            SELECT 'red', NULL, 0, NULL, 'overdue', count(*)::int FROM duty
            -- OFFSET 0: looked up one by one for the few that are overdue, not gathered for all.
            LEFT JOIN LATERAL (
              SELECT o.state FROM gov.obligations_at({since.KnownBefore}, {since.AsOf}, {since.DueSoonUntil}) o
              WHERE o.agency_id = duty.agency_id AND o.id = duty.id OFFSET 0) before ON true
            WHERE duty.state = 'overdue' AND before.state IS DISTINCT FROM 'overdue'
            """).ToListAsync(cancellationToken);

        var parts = rows.ToLookup(row => row.Part, StringComparer.Ordinal);
        return new Board(
            parts["section"].GroupBy(row => (row.AgencyId!.Value, row.Section)).ToDictionary(group => group.Key, Tally),
            parts["month"].GroupBy(row => row.Day!.Value).ToDictionary(group => group.Key, Tally),
            parts["overdue"].ToDictionary(row => row.Day!.Value, row => row.Count),
            Tally(parts["penalty"]),
            parts["red"].Sum(row => row.Count));
    }

    /// <summary>The agencies that the office oversees, in the order of their Chinese names' sound: all but sub-units.</summary>
    public async Task<IReadOnlyList<BoardAgency>> AgenciesAsync(CancellationToken cancellationToken) =>
        await db.Agencies.Where(row => row.ParentId == null)
            .OrderBy(row => EF.Functions.Collate(row.ShortName, Order)).ThenBy(row => row.Id)
            .Select(row => new BoardAgency(row.Id, row.ShortName, row.FullName, row.EnglishName, row.Kind))
            .ToListAsync(cancellationToken);

    /// <summary>One agency; <see langword="null"/> for a sub-unit and where there is none.</summary>
    public Task<BoardAgency?> FindAgencyAsync(Guid id, CancellationToken cancellationToken) =>
        db.Agencies.Where(row => row.Id == id && row.ParentId == null)
            .Select(row => new BoardAgency(row.Id, row.ShortName, row.FullName, row.EnglishName, row.Kind))
            .SingleOrDefaultAsync(cancellationToken);

    private static DutyTally Tally(IEnumerable<Figure> figures) =>
        figures.Aggregate(default(DutyTally), (sum, figure) => sum.Plus(EnumWords.FromWord<ObligationState>(figure.State), figure.Count));

    private sealed record Figure(string Part, Guid? AgencyId, int Section, DateOnly? Day, string State, int Count);
}
