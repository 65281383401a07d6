using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Calendars;

/// <summary>A page of the duties that would move, soonest first.</summary>
public sealed record MovingPage(IReadOnlyList<MovingDuty> Rows, ObligationCursor? Previous, ObligationCursor? Next);

/// <summary>Says what a change of the calendar would do, and which changes there were. For the municipal office's login: it reads every agency's duties.</summary>
public sealed class CalendarPreviewQueries(GovDbContext db, CalendarQueries calendars)
{
    /// <summary>How many duties stand on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many notices stand on a page.</summary>
    public const int NoticesOnAPage = 30;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>What loading a draft would do; <see langword="null"/> where there is no such draft, or it is loaded already.</summary>
    public async Task<(CalendarPreview Preview, MovingPage Page)?> OfDraftAsync(Guid draftId, PageRequest page, CancellationToken cancellationToken)
    {
        if (await db.CalendarNotices.AnyAsync(row => row.Id == draftId, cancellationToken) || await db.ReadDraftAsync(draftId, cancellationToken) is not { } draft)
        {
            return null;
        }

        var history = await calendars.HistoryAsync(cancellationToken);
        var notice = draft.ToNotice(history.Versions.Latest);
        // What another notice made of the calendar since may leave no place for this one: loading it will say so.
        var then = history.Versions.MayLoad(notice) ? history.Versions.With(notice) : history.Versions;
        return await PreviewAsync(draftId, notice, draft.Source, history, then, page, cancellationToken);
    }

    /// <summary>What undoing a notice would do; <see langword="null"/> where there is no such notice in force.</summary>
    public async Task<(CalendarPreview Preview, MovingPage Page)?> OfUndoAsync(Guid noticeId, PageRequest page, CancellationToken cancellationToken)
    {
        var history = await calendars.HistoryAsync(cancellationToken);
        if (history.Find(noticeId) is not { UndoneAt: null } notice)
        {
            return null;
        }

        var then = history.Versions.MayUndo(notice) ? history.Versions.Without(notice) : history.Versions;
        return await PreviewAsync(noticeId, notice, "", history, then, page, cancellationToken);
    }

    /// <summary>The notices that were loaded, newest first.</summary>
    /// <param name="before">Those loaded before this instant; all where <see langword="null"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<(IReadOnlyList<LoadedNotice> Rows, DateTimeOffset? Next)> NoticesAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var found = await (
            from row in db.CalendarNotices
            where row.UndoesId == null && (before == null || row.LoadedAt < before)
            orderby row.LoadedAt descending
            let undo = db.CalendarNotices.FirstOrDefault(other => other.UndoesId == row.Id)
            select new LoadedNotice
            {
                Id = row.Id,
                Number = row.Number,
                Year = row.Year,
                Announces = row.Announces,
                IssuedOn = row.IssuedOn,
                Source = row.Source,
                DayCount = row.Days.Count,
                Moved = row.Moved,
                LoadedAt = row.LoadedAt,
                LoadedByName = row.LoadedByName,
                UndoneAt = undo == null ? null : undo.LoadedAt,
                UndoneByName = undo == null ? null : undo.LoadedByName,
            }).Take(NoticesOnAPage + 1).ToListAsync(cancellationToken);
        return ([.. found.Take(NoticesOnAPage)], found.Count > NoticesOnAPage ? found[NoticesOnAPage - 1].LoadedAt : null);
    }

    private async Task<(CalendarPreview Preview, MovingPage Page)?> PreviewAsync(
        Guid id, HolidayNotice notice, string source, CalendarHistory history, CalendarVersions then, PageRequest page, CancellationToken cancellationToken)
    {
        db.Database.SetCommandTimeout(Patience);
        var dues = await CountedDues.ByAsync(db, then.Latest, cancellationToken);
        var agencies = await (
            from moves in dues.Moves(db).GroupBy(move => move.AgencyId).Select(all => new { AgencyId = all.Key, Count = all.Count() })
            join agency in db.Agencies on moves.AgencyId equals agency.Id
            orderby moves.Count descending, agency.ShortName
            select new AgencyMoves(agency.Id, agency.ShortName, agency.EnglishName, moves.Count)).ToListAsync(cancellationToken);
        var days = ReferenceEquals(then, history.Versions) ? [] : then.All[^1].Changes;
        return (
            new CalendarPreview(
                id, notice, source, days, [.. agencies.Take(CalendarPreview.MostAgencies)], agencies.Count,
                new CalendarSeen(history.Version, agencies.Sum(row => row.Count))),
            await PageAsync(dues.Moves(db), page, cancellationToken));
    }

    private async Task<MovingPage> PageAsync(IQueryable<CalendarMoveRow> moves, PageRequest page, CancellationToken cancellationToken)
    {
        if (page.After is { } after)
        {
            moves = moves.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.DueAt, row.Id), ValueTuple.Create(after.DueAt, after.Id)));
        }
        else if (page.Before is { } before)
        {
            moves = moves.Where(row => EF.Functions.LessThan(ValueTuple.Create(row.DueAt, row.Id), ValueTuple.Create(before.DueAt, before.Id)));
        }

        var backwards = page is { After: null, Before: not null };
        var ordered = backwards ? moves.OrderByDescending(row => row.DueAt).ThenByDescending(row => row.Id) : moves.OrderBy(row => row.DueAt).ThenBy(row => row.Id);
        // Of every agency: the office asks for all of them at once.
        var (duties, triggers) = (db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]), db.TriggerEvents.IgnoreQueryFilters([GovDbContext.TenantFilter]));
        var found = await (
            from move in ordered.Take(PageSize + 1)
            join duty in duties on new { move.AgencyId, move.Id } equals new { duty.AgencyId, duty.Id }
            join agency in db.Agencies on move.AgencyId equals agency.Id
            join task in db.Tasks on duty.TaskId equals task.Id
            join rule in db.TaskRules on duty.RuleId equals rule.Id
            from trigger in triggers
                .Where(trigger => trigger.AgencyId == duty.AgencyId && trigger.Id == duty.TriggerId).DefaultIfEmpty()
            select new MovingDuty
            {
                AgencyId = move.AgencyId,
                Id = move.Id,
                AgencyName = agency.ShortName,
                AgencyEnglishName = agency.EnglishName,
                TaskTitle = task.Title,
                Clause = rule.Clause,
                TriggerTitle = trigger == null ? null : trigger.Title,
                OccurrenceKey = duty.OccurrenceKey,
                DueAt = move.DueAt,
                NewDueAt = move.NewDueAt,
            }).ToListAsync(cancellationToken);
        var sorted = backwards
            ? found.OrderByDescending(row => row.DueAt).ThenByDescending(row => row.Id).ToList()
            : found.OrderBy(row => row.DueAt).ThenBy(row => row.Id).ToList();
        var more = sorted.Count > PageSize;
        var shown = sorted.Take(PageSize).ToList();
        if (backwards)
        {
            shown.Reverse();
        }

        var hasPrevious = shown.Count > 0 && (backwards ? more : page.After is not null);
        var hasNext = shown.Count > 0 && (backwards || more);
        return new MovingPage(
            shown, hasPrevious ? new(shown[0].DueAt, shown[0].Id) : null, hasNext ? new(shown[^1].DueAt, shown[^1].Id) : null);
    }
}
