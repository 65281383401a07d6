using GovDisclosure.Data.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>Reads the duties of the agency that is signed in.</summary>
public sealed partial class ObligationQueries(GovDbContext db)
{
    /// <summary>How many rows a page of a list has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that leave the portal in one file.</summary>
    public const int MostExported = 10_000;

    /// <summary>A page of the duties, by due instant.</summary>
    public async Task<DutyPage> ListAsync(ObligationFilter filter, PageRequest page, ViewInstant view, CancellationToken cancellationToken)
    {
        var states = StateFilters.StatesOf(filter.State).ToArray();
        var rows = Filtered(filter, view).Where(row => states.Contains(row.Obligation.State));
        var backwards = page.Before is not null;
        if (page.After is { } after)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(
                ValueTuple.Create(row.Obligation.DueAt, row.Obligation.Id), ValueTuple.Create(after.DueAt, after.Id)));
        }
        else if (page.Before is { } before)
        {
            rows = rows.Where(row => EF.Functions.LessThan(
                ValueTuple.Create(row.Obligation.DueAt, row.Obligation.Id), ValueTuple.Create(before.DueAt, before.Id)));
        }

        rows = backwards
            ? rows.OrderByDescending(row => row.Obligation.DueAt).ThenByDescending(row => row.Obligation.Id)
            : rows.OrderBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id);
        // One more than a page tells whether there is another.
        var found = await ReadAsync(Project(rows.Take(PageSize + 1)), view, cancellationToken);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = backwards ? more : page.After is not null;
        var hasNext = backwards || more;
        shown = await WithProgressAsync(shown, view, cancellationToken);
        return new DutyPage(
            shown,
            hasPrevious && shown.Count > 0 ? new(shown[0].DueAt, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].DueAt, shown[^1].Id) : null);
    }

    /// <summary>Every duty under the filter in the order of the list, up to <see cref="MostExported"/>.</summary>
    public async Task<IReadOnlyList<DutyRow>> AllAsync(ObligationFilter filter, ViewInstant view, CancellationToken cancellationToken)
    {
        var states = StateFilters.StatesOf(filter.State).ToArray();
        var rows = Filtered(filter, view).Where(row => states.Contains(row.Obligation.State))
            .OrderBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id);
        return await ReadAsync(Project(rows.Take(MostExported)), view, cancellationToken);
    }

    /// <summary>The counts by state, under the same filters as the list but for its state.</summary>
    public async Task<DutyCounts> CountAsync(ObligationFilter filter, ViewInstant view, CancellationToken cancellationToken)
    {
        var groups = await Filtered(filter, view)
            .GroupBy(row => row.Obligation.State)
            .Select(group => new { State = group.Key, Count = group.Count(), First = group.Min(row => row.Obligation.DueAt) })
            .ToListAsync(cancellationToken);
        return new DutyCounts(
            groups.ToDictionary(group => group.State, group => group.Count),
            groups.Find(group => group.State == ObligationState.Overdue)?.First,
            groups.Where(group => group.State is ObligationState.Upcoming or ObligationState.Extended).Min(group => (DateTimeOffset?)group.First));
    }

    /// <summary>The duties that a new disclosure could fulfil besides those chosen: unfinished and begun, those of the same tasks first.</summary>
    public async Task<IReadOnlyList<DutyRow>> SuggestAsync(
        IReadOnlyCollection<Guid> chosen, ViewInstant view, int most, CancellationToken cancellationToken)
    {
        var today = Domain.Calendars.BeijingTime.DateOf(view.AsOf);
        var states = StateFilters.StatesOf(StateFilter.Unfinished).ToArray();
        var tasks = await db.Obligations.Where(row => chosen.Contains(row.Id)).Select(row => row.TaskId).Distinct().ToListAsync(cancellationToken);
        var rows = Filtered(new ObligationFilter(), view)
            .Where(row => states.Contains(row.Obligation.State) && row.Obligation.WindowStart <= today && !chosen.Contains(row.Obligation.Id))
            .OrderByDescending(row => tasks.Contains(row.Obligation.TaskId)).ThenBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id)
            .Take(most);
        return await ReadAsync(Project(rows), view, cancellationToken);
    }

    /// <summary>The first unfinished duties by due instant: what to do next.</summary>
    public async Task<IReadOnlyList<DutyRow>> NextAsync(ViewInstant view, int most, CancellationToken cancellationToken)
    {
        var states = StateFilters.StatesOf(StateFilter.Unfinished).ToArray();
        var today = Domain.Calendars.BeijingTime.DateOf(view.AsOf);
        return await ReadAsync(
            Project(Filtered(new ObligationFilter(), view)
                .Where(row => states.Contains(row.Obligation.State) && row.Obligation.WindowStart <= today)
                .OrderBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id)
                .Take(most)),
            view, cancellationToken);
    }

    /// <summary>The duties with these identities that are the agency's own; others are left out without a word.</summary>
    public async Task<IReadOnlyList<DutyRow>> FindAsync(IReadOnlyCollection<Guid> ids, ViewInstant view, CancellationToken cancellationToken) =>
        await ReadAsync(
            Project(Filtered(new ObligationFilter(), view)
                .Where(row => ids.Contains(row.Obligation.Id))
                .OrderBy(row => row.Obligation.DueAt).ThenBy(row => row.Obligation.Id)),
            view, cancellationToken);

    /// <summary>The tasks under which the agency owes anything, for the filter.</summary>
    public async Task<IReadOnlyList<TaskOption>> TasksAsync(CancellationToken cancellationToken)
    {
        var tasks = await db.Tasks
            .Where(task => db.Obligations.Any(row => row.TaskId == task.Id))
            .OrderBy(task => task.Ordinal)
            .Select(task => new TaskOption(task.Number, task.Title, task.Ordinal))
            .ToListAsync(cancellationToken);

        // An item that holds several tasks gives them one number: the first names them all.
        return [.. tasks.DistinctBy(task => task.Number, StringComparer.Ordinal)];
    }

    // Lead and joint lead: each for its own field, so each of them leads.
    private static readonly AssignmentRole[] Leading = [AssignmentRole.Lead, AssignmentRole.JointLead];

    private IQueryable<Joined> Filtered(ObligationFilter filter, ViewInstant view)
    {
        var rows =
            from obligation in db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
            join task in db.Tasks on obligation.TaskId equals task.Id
            join rule in db.TaskRules on obligation.RuleId equals rule.Id
            from trigger in db.TriggerEvents.Where(trigger => trigger.Id == obligation.TriggerId).DefaultIfEmpty()
            select new Joined { Obligation = obligation, Task = task, Rule = rule, Trigger = trigger };

        if (filter.Section is { } section)
        {
            rows = section == 0
                ? rows.Where(row => row.Task.SectionId == null)
                : rows.Where(row => db.PlanSections.Any(found => found.Id == row.Task.SectionId && found.Ordinal == section));
        }

        if (filter.Task is { } number)
        {
            rows = rows.Where(row => row.Task.Number == number);
        }

        if (filter.Kind is { } kind)
        {
            rows = rows.Where(row => row.Rule.Rule.Kind == kind);
        }

        if (filter.Role is { } role)
        {
            AssignmentRole[] roles = role == RoleFilter.Lead
                ? [AssignmentRole.Lead, AssignmentRole.JointLead]
                : [AssignmentRole.Responsible, AssignmentRole.Cooperating];
            rows = rows.Where(row => roles.Contains(row.Obligation.Role));
        }

        if (filter.Lead is { } lead)
        {
            rows = lead == ObligationFilter.NoLead
                ? rows.Where(row => !db.Assignments.Any(named => named.TaskId == row.Task.Id && named.EndedAt == null && named.AssigneeAgencyId != null && Leading.Contains(named.Role)))
                : rows.Where(row => db.Assignments.Any(named => named.TaskId == row.Task.Id && named.EndedAt == null && Leading.Contains(named.Role)
                    && db.Agencies.Any(agency => agency.Id == named.AssigneeAgencyId && agency.Code == lead)));
        }

        if (!string.IsNullOrWhiteSpace(filter.Words))
        {
            var pattern = LikePattern.Containing(filter.Words);
            rows = rows.Where(row =>
                EF.Functions.ILike(row.Task.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(row.Task.Text, pattern, LikePattern.Escape)
                || EF.Functions.ILike(row.Rule.Rule.Phrase, pattern, LikePattern.Escape)
                || (row.Trigger != null && (EF.Functions.ILike(row.Trigger.Title, pattern, LikePattern.Escape)
                    || EF.Functions.ILike(row.Trigger.Reference, pattern, LikePattern.Escape))));
        }

        return rows;
    }

    private IQueryable<DutyRow> Project(IQueryable<Joined> rows) => rows.Select(row => new DutyRow
    {
        Id = row.Obligation.Id,
        TaskNumber = row.Task.Number,
        TaskTitle = row.Task.Title,
        Clause = row.Rule.Clause,
        TriggerTitle = row.Trigger == null ? null : row.Trigger.Title,
        IsSample = row.Trigger != null && row.Trigger.IsSample,
        Rule = row.Rule.Rule,
        OccurrenceKey = row.Obligation.OccurrenceKey,
        RuleId = row.Obligation.RuleId,
        Role = row.Obligation.Role,
        WindowStart = row.Obligation.WindowStart,
        DueAt = row.Obligation.DueAt,
        OriginalDueAt = row.Obligation.OriginalDueAt,
        RequiredCount = row.Obligation.RequiredCount,
        PublishedCount = row.Obligation.PublishedCount,
        Target = row.Obligation.Target,
        FulfilledAt = row.Obligation.FulfilledAt,
        State = row.Obligation.State,
        PassedByAgencyId = db.Obligations.Where(made => made.Id == row.Obligation.Id).Select(made => made.PassedByAgencyId).FirstOrDefault(),
    });

    // A part that a district passed down shows what it is a part of; nobody else's list asks for that.
    private async Task<List<DutyRow>> ReadAsync(IQueryable<DutyRow> rows, ViewInstant view, CancellationToken cancellationToken)
    {
        var found = await rows.ToListAsync(cancellationToken);
        var passed = found.Where(row => row.PassedByAgencyId is not null).Select(row => row.Id).ToArray();
        if (passed.Length == 0)
        {
            return found;
        }

        var from = await DistrictQueries.PassedFromAsync(db, passed, view, cancellationToken);
        return [.. found.Select(row => from.TryGetValue(row.Id, out var whole)
            ? row with { From = whole, TriggerTitle = row.TriggerTitle ?? whole.TriggerTitle }
            : row)];
    }

    private async Task<List<DutyRow>> WithProgressAsync(List<DutyRow> rows, ViewInstant view, CancellationToken cancellationToken)
    {
        var shared = rows.Where(row => row.TriggerTitle is null).ToList();
        if (shared.Count == 0)
        {
            return rows;
        }

        var progress = await db.ProgressOf(
                [.. shared.Select(row => row.RuleId)], [.. shared.Select(row => row.OccurrenceKey)], view.KnownBefore)
            .ToDictionaryAsync(row => (row.RuleId, row.OccurrenceKey), row => (row.Done, row.Total), cancellationToken);
        return [.. rows.Select(row => row.TriggerTitle is null && progress.TryGetValue((row.RuleId, row.OccurrenceKey), out var of)
            ? row with { Progress = of }
            : row)];
    }

    private sealed class Joined
    {
        public required ObligationRow Obligation { get; init; }

        public required DisclosureTask Task { get; init; }

        public required TaskDeadlineRule Rule { get; init; }

        public required TriggerEvent? Trigger { get; init; }
    }
}

/// <summary>A task to choose in a filter.</summary>
public sealed record TaskOption(string Number, string Title, int Ordinal);
