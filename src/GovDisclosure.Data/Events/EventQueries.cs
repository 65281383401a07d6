using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Events;

/// <summary>One line of the list of events: how many duties it started, how many of them are unfinished, and when the first of those is due.</summary>
public sealed record EventRow(
    Guid Id, TriggerKind Kind, string Reference, string Title, DateTimeOffset OccurredAt, DateTimeOffset? CancelledAt, bool IsSample, int Duties, int Open, DateTimeOffset? FirstDueAt);

/// <summary>A place in the list of events, newest first.</summary>
public readonly record struct EventCursor(DateTimeOffset OccurredAt, Guid Id);

/// <summary>A page of events.</summary>
public sealed record EventPage(IReadOnlyList<EventRow> Rows, int Total, EventCursor? Previous, EventCursor? Next);

/// <summary>An event with what it started.</summary>
public sealed record EventDetail(TriggerEvent Event, string? TaskNumber, string? TaskTitle, IReadOnlyList<DutyRow> Duties);

/// <summary>What the agency can enter: the kinds that its tasks wait for, and the tasks to choose from where one must be named.</summary>
public sealed record EventChoices(IReadOnlyList<TriggerKind> Kinds, IReadOnlyList<EventTask> Tasks);

/// <summary>A task to choose.</summary>
public sealed record EventTask(Guid Id, string Number, string Title);

/// <summary>Reads the triggers of the agency that is signed in, other than penalty decisions.</summary>
public sealed class EventQueries(GovDbContext db, PlanQueries plans, ObligationQueries obligations)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that leave the portal in one file.</summary>
    public const int MostExported = 10_000;

    private const int MostDuties = 50;

    /// <summary>What the agency can enter.</summary>
    public async Task<EventChoices> ChoicesAsync(CancellationToken cancellationToken)
    {
        if (await plans.CurrentAsync(cancellationToken) is not { } plan)
        {
            return new EventChoices([], []);
        }

        var rules = await TriggeredRules.OfAsync(db, plan.Id, db.Scope.RequiredAgencyId, cancellationToken);
        var tasks = rules.Where(rule => rule.Rule.Event is { } kind && EventDraft.NeedsTask(kind)).Select(rule => rule.TaskId).Distinct().ToArray();
        return new EventChoices(
            [.. EventDraft.Kinds.Where(kind => rules.Any(rule => rule.Rule.Event == kind))],
            await db.Tasks.Where(task => tasks.Contains(task.Id)).OrderBy(task => task.Ordinal)
                .Select(task => new EventTask(task.Id, task.Number, task.Title)).ToListAsync(cancellationToken));
    }

    /// <summary>A page of the events, newest first.</summary>
    public async Task<EventPage> ListAsync(
        string? words, TriggerKind? kind, EventCursor? after, EventCursor? before, ViewInstant view, CancellationToken cancellationToken)
    {
        var all = Matching(words, kind);
        var rows = all;
        if (after is { } from)
        {
            rows = rows.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.OccurredAt, row.Id), ValueTuple.Create(from.OccurredAt, from.Id)));
        }
        else if (before is { } to)
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.OccurredAt, row.Id), ValueTuple.Create(to.OccurredAt, to.Id)));
        }

        var backwards = after is null && before is not null;
        rows = backwards ? rows.OrderBy(row => row.OccurredAt).ThenBy(row => row.Id) : rows.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id);
        var found = await rows.Take(PageSize + 1).ToListAsync(cancellationToken);
        var more = found.Count > PageSize;
        var shown = found.Take(PageSize).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = backwards ? more : after is not null;
        var hasNext = backwards || more;
        return new EventPage(
            await WithDutiesAsync(shown, view, cancellationToken),
            await all.CountAsync(cancellationToken),
            hasPrevious && shown.Count > 0 ? new(shown[0].OccurredAt, shown[0].Id) : null,
            hasNext && shown.Count > 0 ? new(shown[^1].OccurredAt, shown[^1].Id) : null);
    }

    /// <summary>Every event that the list shows and how many there are, in its order, up to <see cref="MostExported"/>.</summary>
    public async Task<EventPage> AllAsync(string? words, TriggerKind? kind, ViewInstant view, CancellationToken cancellationToken)
    {
        var all = Matching(words, kind);
        var found = await all.OrderByDescending(row => row.OccurredAt).ThenByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellationToken);
        return new EventPage(await WithDutiesAsync(found, view, cancellationToken), await all.CountAsync(cancellationToken), null, null);
    }

    /// <summary>One event; <see langword="null"/> where the agency has none with this identity.</summary>
    public async Task<EventDetail?> FindAsync(Guid id, ViewInstant view, CancellationToken cancellationToken)
    {
        var found = await (
            from row in db.TriggerEvents
            where row.Id == id && row.Kind != TriggerKind.PenaltyDecision
            from task in db.Tasks.Where(task => task.Id == row.TaskId).DefaultIfEmpty()
            select new { Event = row, Number = task == null ? null : task.Number, Title = task == null ? null : task.Title }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var duties = await db.Obligations.Where(row => row.TriggerId == id).OrderBy(row => row.OriginalDueAt).Take(MostDuties).Select(row => row.Id).ToListAsync(cancellationToken);
        return new EventDetail(found.Event, found.Number, found.Title, await obligations.FindAsync(duties, view, cancellationToken));
    }

    private IQueryable<TriggerEvent> Matching(string? words, TriggerKind? kind)
    {
        var all = db.TriggerEvents.AsNoTracking().Where(row => row.Kind != TriggerKind.PenaltyDecision);
        all = kind is { } only ? all.Where(row => row.Kind == only) : all;
        if (string.IsNullOrWhiteSpace(words))
        {
            return all;
        }

        var pattern = LikePattern.Containing(words);
        return all.Where(row => EF.Functions.ILike(row.Title, pattern, LikePattern.Escape) || EF.Functions.ILike(row.Reference, pattern, LikePattern.Escape));
    }

    private async Task<IReadOnlyList<EventRow>> WithDutiesAsync(List<TriggerEvent> events, ViewInstant view, CancellationToken cancellationToken)
    {
        Guid?[] ids = [.. events.Select(row => (Guid?)row.Id)];
        var unfinished = StateFilters.StatesOf(StateFilter.Unfinished).ToArray();
        var duties = await db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).Where(row => ids.Contains(row.TriggerId))
            .GroupBy(row => row.TriggerId)
            .Select(group => new
            {
                Id = group.Key,
                Count = group.Count(),
                Open = group.Count(row => unfinished.Contains(row.State)),
                First = group.Where(row => unfinished.Contains(row.State)).Min(row => (DateTimeOffset?)row.DueAt),
            }).ToDictionaryAsync(row => row.Id!.Value, cancellationToken);
        return [.. events.Select(row =>
        {
            var of = duties.GetValueOrDefault(row.Id);
            return new EventRow(row.Id, row.Kind, row.Reference, row.Title, row.OccurredAt, row.CancelledAt, row.IsSample, of?.Count ?? 0, of?.Open ?? 0, of?.First);
        })];
    }
}
