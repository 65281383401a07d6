using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Requests;

/// <summary>Makes hold what the office granted, and what it took back, in the transaction of its decision.</summary>
internal static class Grants
{
    /// <summary>Applies a granted request whose decision is saved.</summary>
    public static async Task GrantAsync(
        this GovDbContext db, DutyRequest request, RequestDecision decision, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        if (request.Kind == DutyRequestKind.Exemption)
        {
            // The parts fall away with it, by a trigger of the database.
            await db.LockPartsAsync(request.ObligationId, cancellationToken);
            await db.ChangeStandingAsync(request, null, ObligationDisposition.Exempt, StandingReason.Exempted, decision.Note, decision.DecidedByName, decision.DecidedAt, cancellationToken);
            return;
        }

        var reason = request.Kind == DutyRequestKind.Pause ? StandingReason.Paused : StandingReason.Extended;
        var dueAt = await db.DueAtAsync(request, calendar, cancellationToken);
        await db.ChangeStandingAsync(request, dueAt, null, reason, decision.Note, decision.DecidedByName, decision.DecidedAt, cancellationToken);
    }

    /// <summary>Applies that a grant of time was taken back, which is saved.</summary>
    public static async Task RevokeAsync(
        this GovDbContext db, DutyRequest request, RequestDecision decision, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        var dueAt = await db.DueAtAsync(request, calendar, cancellationToken);
        await db.ChangeStandingAsync(
            request, dueAt, null, StandingReason.GrantRevoked, decision.RevokedReason, decision.RevokedByName!, decision.RevokedAt!.Value, cancellationToken);
    }

    // From the facts alone: the same grants give the same instant in whatever order they came. What no trigger started has its own date, or a named one.
    private static async Task<DateTimeOffset> DueAtAsync(this GovDbContext db, DutyRequest request, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        if (await db.ClockAsync(request.AgencyId, request.ObligationId, null, cancellationToken) is { } clock)
        {
            return clock.DueAt(calendar);
        }

        var original = await db.Obligations.Where(row => row.AgencyId == request.AgencyId && row.Id == request.ObligationId)
            .Reaching(db, request.AgencyId).Select(row => row.OriginalDueAt).SingleAsync(cancellationToken);
        return await db.GrantedUntilAsync(request.AgencyId, request.ObligationId, cancellationToken) is { } day && BeijingTime.EndOf(day) > original
            ? BeijingTime.EndOf(day)
            : original;
    }

    private static async Task ChangeStandingAsync(
        this GovDbContext db, DutyRequest request, DateTimeOffset? dueAt, ObligationDisposition? disposition, StandingReason reason,
        string? note, string actorName, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var newDisposition = disposition is { } owed ? EnumWords.ToWord(owed) : null;
        var why = EnumWords.ToWord(reason);
        var changed = await db.Database.SqlQuery<bool>($"""
            SELECT gov.change_standing({request.AgencyId}, {request.ObligationId}, {dueAt}, {newDisposition}, {why}, {note}, {actorName}, {at}) AS "Value"
            """).ToListAsync(cancellationToken);
        if (changed is not [true])
        {
            throw new InvalidOperationException("A duty without a standing was granted something.");
        }
    }
}
