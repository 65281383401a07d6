using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Dashboards;

/// <summary>
/// The rows behind every figure of the municipal office. The tenant's filter is lifted by name; row security lets only the office's login see
/// more than one agency, and never a sub-unit.
/// </summary>
public sealed class OversightQueries(GovDbContext db)
{
    /// <summary>How many rows a page of a list has.</summary>
    public const int PageSize = 50;

    /// <summary>How many rows an export has at most.</summary>
    public const int MostExported = 20_000;

    /// <summary>A page of the duties, by due instant.</summary>
    public async Task<OversightPage> ListAsync(OversightFilter filter, PageRequest page, OversightInstant at, CancellationToken cancellationToken)
    {
        var rows = Filtered(filter, at);
        var backwards = page.Before is not null;
        if (page.After is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(
                ValueTuple.Create(row.Duty.DueAt, row.Duty.Id), ValueTuple.Create(after.DueAt, after.Id)));
        }
        else if (page.Before is { } before)
        {
            rows = rows.Where(row => EF.Functions.LessThan(
                ValueTuple.Create(row.Duty.DueAt, row.Duty.Id), ValueTuple.Create(before.DueAt, before.Id)));
        }

        rows = backwards
            ? rows.OrderByDescending(row => row.Duty.DueAt).ThenByDescending(row => row.Duty.Id)
            : rows.OrderBy(row => row.Duty.DueAt).ThenBy(row => row.Duty.Id);
        // One more than a page tells whether there is another.
        var found = await Project(rows.Take(PageSize + 1)).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = backwards ? more : page.After is not null;
        var hasNext = backwards || more;
        return new OversightPage(
            shown,
            hasPrevious && shown.Count > 0 ? new(shown[0].DueAt, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].DueAt, shown[^1].Id) : null);
    }

    /// <summary>The first duties by due instant.</summary>
    public async Task<IReadOnlyList<OversightRow>> FirstAsync(OversightFilter filter, int most, OversightInstant at, CancellationToken cancellationToken) =>
        await Project(Filtered(filter, at).OrderBy(row => row.Duty.DueAt).ThenBy(row => row.Duty.Id).Take(most)).ToListAsync(cancellationToken);

    /// <summary>How the duties stand, under the same filters as the list but for its states.</summary>
    public async Task<OversightCounts> CountAsync(OversightFilter filter, OversightInstant at, CancellationToken cancellationToken)
    {
        var groups = await Narrowed(filter, at)
            .GroupBy(row => row.Duty.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new OversightCounts(groups.Aggregate(default(DutyTally), (sum, group) => sum.Plus(group.State, group.Count)));
    }

    /// <summary>How each agency's duties under each task stand, under the same filters as the list but for its states.</summary>
    public async Task<IReadOnlyList<TaskFigure>> ByTaskAsync(OversightFilter filter, OversightInstant at, CancellationToken cancellationToken)
    {
        var groups = await Narrowed(filter, at)
            .GroupBy(row => new { row.Duty.AgencyId, row.Duty.TaskId, row.Duty.Role, row.Duty.State })
            .Select(group => new { group.Key.AgencyId, group.Key.TaskId, group.Key.Role, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return [.. groups.GroupBy(group => (group.AgencyId, group.TaskId)).Select(of => new TaskFigure(
            of.Key.AgencyId, of.Key.TaskId, of.Min(group => group.Role),
            of.Aggregate(default(DutyTally), (sum, group) => sum.Plus(group.State, group.Count))))];
    }

    /// <summary>Which agencies owe the duties with these identities: what is no duty of anybody is left out.</summary>
    public async Task<IReadOnlyList<(Guid AgencyId, Guid Id)>> OwnersAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => ids.Contains(row.Id)).OrderBy(row => row.AgencyId).ThenBy(row => row.Id)
            .Select(row => new { row.AgencyId, row.Id }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => (row.AgencyId, row.Id))];
    }

    private IQueryable<Joined> Filtered(OversightFilter filter, OversightInstant at)
    {
        var states = OversightFilter.StatesOf(filter.States).ToArray();
        return Narrowed(filter, at).Where(row => states.Contains(row.Duty.State));
    }

    private IQueryable<Joined> Narrowed(OversightFilter filter, OversightInstant at)
    {
        var view = at.View;
        // Of one agency or one kind of event, its own few; of all, gathered at once.
        var duties = filter is { Agency: null, Event: null }
            ? db.ComplianceAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
            : db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil);
        if (filter.Agency is { } agencyId)
        {
            duties = duties.Where(duty => duty.AgencyId == agencyId);
        }

        var rows =
            from duty in duties.IgnoreQueryFilters([GovDbContext.TenantFilter])
            where duty.PlanId == at.PlanId
            join agency in db.Agencies on duty.AgencyId equals agency.Id
            join task in db.Tasks on duty.TaskId equals task.Id
            join rule in db.TaskRules on duty.RuleId equals rule.Id
            from trigger in db.TriggerEvents.Where(trigger => trigger.AgencyId == duty.AgencyId && trigger.Id == duty.TriggerId).DefaultIfEmpty()
            select new Joined { Duty = duty, Agency = agency, Task = task, Rule = rule, Trigger = trigger };

        if (filter.RedSince is not null)
        {
            var since = at.Since ?? throw new ArgumentException("The day since which duties turned red has no instant.", nameof(at));
            rows = rows.Where(row => row.Duty.State == ObligationState.Overdue
                && !db.ComplianceAt(since.KnownBefore, since.AsOf, since.DueSoonUntil).Any(before =>
                    before.AgencyId == row.Duty.AgencyId && before.Id == row.Duty.Id && before.State == ObligationState.Overdue));
        }

        return Narrow(rows, filter);
    }

    private IQueryable<Joined> Narrow(IQueryable<Joined> rows, OversightFilter filter)
    {
        if (filter.Class is { } agencyClass)
        {
            var kinds = AgencyClasses.KindsOf(agencyClass).ToArray();
            rows = rows.Where(row => kinds.Contains(row.Agency.Kind));
        }

        if (filter.Section is { } section)
        {
            rows = section == 0
                ? rows.Where(row => row.Task.SectionId == null)
                : rows.Where(row => db.PlanSections.Any(found => found.Id == row.Task.SectionId && found.Ordinal == section));
        }

        if (filter.Task is { } taskId)
        {
            rows = rows.Where(row => row.Duty.TaskId == taskId);
        }

        if (filter.Leads is { } leads)
        {
            AssignmentRole[] leading = [AssignmentRole.Lead, AssignmentRole.JointLead];
            rows = rows.Where(row => leading.Contains(row.Duty.Role) == leads);
        }

        if (filter.Event is { } kind)
        {
            rows = rows.Where(row => row.Rule.Rule.Event == kind);
        }

        if (filter.DueFrom is { } from)
        {
            // 24:00 of a day is 00:00 of the next, and belongs to the day that it ends.
            var start = BeijingTime.StartOf(from);
            rows = rows.Where(row => row.Duty.DueAt > start);
        }

        if (filter.DueTo is { } to)
        {
            var end = BeijingTime.EndOf(to);
            rows = rows.Where(row => row.Duty.DueAt <= end);
        }

        return rows;
    }

    private static IQueryable<OversightRow> Project(IQueryable<Joined> rows) => rows.Select(row => new OversightRow
    {
        Id = row.Duty.Id,
        AgencyId = row.Duty.AgencyId,
        AgencyName = row.Agency.ShortName,
        AgencyEnglishName = row.Agency.EnglishName,
        TaskId = row.Duty.TaskId,
        TaskNumber = row.Task.Number,
        TaskTitle = row.Task.Title,
        Clause = row.Rule.Clause,
        TriggerId = row.Duty.TriggerId,
        TriggerTitle = row.Trigger == null ? null : row.Trigger.Title,
        TriggerReference = row.Trigger == null ? null : row.Trigger.Reference,
        TriggeredAt = row.Trigger == null ? null : row.Trigger.OccurredAt,
        IsSample = row.Trigger != null && row.Trigger.IsSample,
        Rule = row.Rule.Rule,
        OccurrenceKey = row.Duty.OccurrenceKey,
        Role = row.Duty.Role,
        DueAt = row.Duty.DueAt,
        OriginalDueAt = row.Duty.OriginalDueAt,
        RequiredCount = row.Duty.RequiredCount,
        PublishedCount = row.Duty.PublishedCount,
        FulfilledAt = row.Duty.FulfilledAt,
        State = row.Duty.State,
    });

    private sealed class Joined
    {
        public required ObligationRow Duty { get; init; }

        public required Agency Agency { get; init; }

        public required DisclosureTask Task { get; init; }

        public required TaskDeadlineRule Rule { get; init; }

        public required TriggerEvent? Trigger { get; init; }
    }
}

/// <summary>How an agency's duties under a task stand.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Role">The strongest role in which the agency owes them.</param>
/// <param name="Tally">The counts.</param>
public sealed record TaskFigure(Guid AgencyId, Guid TaskId, AssignmentRole Role, DutyTally Tally);
