using System.Text.Json;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Calendars;

/// <summary>What came of a change of the calendar.</summary>
/// <param name="Violations">What stands against it; none where it was done, now or before.</param>
/// <param name="Moved">How many duties of agencies moved.</param>
/// <param name="Below">How many of districts' sub-units.</param>
public sealed record CalendarOutcome(IReadOnlyList<RuleViolation> Violations, int Moved = 0, int Below = 0)
{
    /// <summary>Whether it was done.</summary>
    public bool IsDone => Violations.Count == 0;

    internal static CalendarOutcome Refused(string code) => new([new RuleViolation(code)]);
}

/// <summary>
/// Loads notices of days off, and undoes that. Each is one transaction: the notice as a fact, every open duty that it moves, one line of the
/// audit trail. What is fulfilled, exempt or cancelled stays as it is.
/// </summary>
public sealed class CalendarService(GovDbContext db, CalendarQueries calendars, BeijingClock clock)
{
    // A million open duties take half a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Keeps a notice for its preview.</summary>
    /// <param name="requestKey">Made when the form was shown, and the notice's identity: the same form sent twice is one draft.</param>
    /// <param name="draft">The notice.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<Outcome> PrepareAsync(Guid requestKey, CalendarNoticeDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var history = await calendars.HistoryAsync(cancellationToken);
        var violations = CalendarNoticeRules.Check(draft, history.Versions.Latest, history.Numbers, clock.Today).ToList();
        return violations.Count > 0
            ? Outcome.Refused(violations)
            : await db.InTransactionAsync(
                async () =>
                {
                    await db.LockAsync(requestKey.ToString(), cancellationToken);
                    if (!await db.CalendarDrafts.AnyAsync(row => row.Id == requestKey, cancellationToken))
                    {
                        db.CalendarDrafts.Add(new CalendarDraftRow
                        {
                            Id = requestKey,
                            Content = JsonSerializer.Serialize(draft),
                            PreparedAt = clock.Now,
                            PreparedByName = db.Scope.PersonName ?? "",
                        });
                        await db.SaveChangesAsync(cancellationToken);
                    }

                    return Outcome.Done(requestKey);
                },
                cancellationToken);
    }

    /// <summary>Loads a notice that was prepared.</summary>
    /// <param name="draftId">The draft.</param>
    /// <param name="seen">What its preview was made from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">There is no such draft.</exception>
    public Task<CalendarOutcome> LoadAsync(Guid draftId, CalendarSeen seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        db.Database.SetCommandTimeout(Patience);
        return db.InTransactionAsync(() => LoadOnceAsync(draftId, seen, cancellationToken), cancellationToken);
    }

    /// <summary>Undoes the loading of a notice: open duties go back to where the calendar without it puts them.</summary>
    /// <param name="noticeId">The notice.</param>
    /// <param name="seen">What the preview was made from.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="KeyNotFoundException">There is no such notice.</exception>
    public Task<CalendarOutcome> UndoAsync(Guid noticeId, CalendarSeen seen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seen);
        db.Database.SetCommandTimeout(Patience);
        return db.InTransactionAsync(() => UndoOnceAsync(noticeId, seen, cancellationToken), cancellationToken);
    }

    private async Task<CalendarOutcome> LoadOnceAsync(Guid draftId, CalendarSeen seen, CancellationToken cancellationToken)
    {
        await db.LockCalendarAsync(cancellationToken);
        if (await db.CalendarNotices.Where(row => row.Id == draftId).Select(row => (int?)row.Moved).SingleOrDefaultAsync(cancellationToken) is { } moved)
        {
            return new CalendarOutcome([], moved);
        }

        var draft = await db.ReadDraftAsync(draftId, cancellationToken) ?? throw new KeyNotFoundException("No such draft.");
        var history = await calendars.HistoryAsync(cancellationToken);
        var present = history.Versions.Latest;
        var violations = CalendarNoticeRules.Check(draft, present, history.Numbers, clock.Today).ToList();
        if (violations.Count > 0)
        {
            return new CalendarOutcome(violations);
        }

        var notice = draft.ToNotice(present);
        return await ChangeAsync(history, history.Versions.With(notice), seen, draft.Number, (at, count) => new CalendarNoticeRow
        {
            Id = draftId,
            Number = draft.Number,
            Year = draft.Year!.Value,
            Announces = notice.Year is not null,
            IssuedOn = notice.IssuedOn,
            Source = draft.Source,
            LoadedAt = at,
            LoadedByName = db.Scope.PersonName ?? "",
            Moved = count,
            Days = [.. draft.Days.Select(day => new CalendarNoticeDayRow { NoticeId = draftId, Date = day.Date, Kind = day.Kind, Name = day.Name })],
        }, cancellationToken);
    }

    private async Task<CalendarOutcome> UndoOnceAsync(Guid noticeId, CalendarSeen seen, CancellationToken cancellationToken)
    {
        await db.LockCalendarAsync(cancellationToken);
        var row = await db.CalendarNotices.AsNoTracking().SingleOrDefaultAsync(found => found.Id == noticeId && found.UndoesId == null, cancellationToken)
            ?? throw new KeyNotFoundException("No such notice.");
        if (await db.CalendarNotices.Where(found => found.UndoesId == noticeId).Select(found => (int?)found.Moved).SingleOrDefaultAsync(cancellationToken) is { } moved)
        {
            return new CalendarOutcome([], moved);
        }

        var history = await calendars.HistoryAsync(cancellationToken);
        var notice = history.Find(noticeId)!;
        return history.Versions.MayUndo(notice)
            ? await ChangeAsync(history, history.Versions.Without(notice), seen, "撤销：" + row.Number, (at, count) => new CalendarNoticeRow
            {
                Id = Guid.CreateVersion7(),
                Number = row.Number,
                Year = row.Year,
                Announces = false,
                IssuedOn = row.IssuedOn,
                Source = "",
                LoadedAt = at,
                LoadedByName = db.Scope.PersonName ?? "",
                UndoesId = noticeId,
                Moved = count,
            }, cancellationToken)
            : CalendarOutcome.Refused("UndoLaterFirst");
    }

    private async Task<CalendarOutcome> ChangeAsync(
        CalendarHistory history, CalendarVersions then, CalendarSeen seen, string note, Func<DateTimeOffset, int, CalendarNoticeRow> rowOf, CancellationToken cancellationToken)
    {
        const string BeforeMoving = "before_moving";
        if (seen.Version != history.Version)
        {
            return CalendarOutcome.Refused("Stale");
        }

        // After every change before it, also where a clock was set back.
        var now = clock.Now;
        var at = history.LastChange >= now ? history.LastChange.Value.AddMicroseconds(1) : now;
        var dues = await CountedDues.ByAsync(db, then.Latest, cancellationToken);
        var transaction = db.Database.CurrentTransaction!;
        await transaction.CreateSavepointAsync(BeforeMoving, cancellationToken);
        var count = await dues.MoveAsync(db, note, at, cancellationToken);
        if (count.Moved != seen.Moved)
        {
            // Somebody closed or entered a duty since: what was agreed to is not what would be done.
            await transaction.RollbackToSavepointAsync(BeforeMoving, cancellationToken);
            return CalendarOutcome.Refused("Stale");
        }

        var row = rowOf(at, count.Moved);
        db.CalendarNotices.Add(row);
        db.Record(
            row.UndoesId is null ? "calendar.loaded" : "calendar.undone", row.UndoesId ?? row.Id, now,
            new { row.Number, row.Year, row.IssuedOn, Days = row.Days.Count, count.Moved, count.Below });
        await db.SaveChangesAsync(cancellationToken);
        return new CalendarOutcome([], count.Moved, count.Below);
    }
}

/// <summary>Reads what was kept for a preview.</summary>
internal static class CalendarDrafts
{
    public static async Task<CalendarNoticeDraft?> ReadDraftAsync(this GovDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.CalendarDrafts.Where(row => row.Id == id).Select(row => row.Content).SingleOrDefaultAsync(cancellationToken) is { } content
            ? JsonSerializer.Deserialize<CalendarNoticeDraft>(content)
            : null;
}
