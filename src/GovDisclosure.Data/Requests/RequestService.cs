using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Requests;

/// <summary>What an agency asks for.</summary>
public sealed record AskRequest(Guid RequestKey, Guid ObligationId, RequestDraft Draft);

/// <summary>By what a request and its answer are judged.</summary>
/// <param name="Calendar">The working days.</param>
/// <param name="View">From when the duty is looked at.</param>
/// <param name="MostWorkingDays">How many working days after the original due date an extension may reach.</param>
public sealed record RequestTerms(WorkingDayCalendar Calendar, ViewInstant View, int MostWorkingDays);

/// <summary>
/// Asks for and decides extensions and exemptions. One call is one transaction and one line of the audit trail. Whoever asks about,
/// takes back or decides anything about one duty waits for whoever is at it.
/// </summary>
public sealed class RequestService(GovDbContext db, CalendarQueries calendars, BeijingClock time)
{
    /// <summary>Asks for more time for, or release from, one of the agency's own duties.</summary>
    /// <returns>The rules that stand against it; none when it is asked.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such duty.</exception>
    public Task<IReadOnlyList<RuleViolation>> AskAsync(AskRequest request, RequestTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(terms);
        return db.InTransactionAsync(() => AskOnceAsync(request, terms, cancellationToken), cancellationToken);
    }

    /// <summary>Takes back one of the agency's own requests that waits for an answer.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is taken back.</returns>
    /// <exception cref="KeyNotFoundException">The agency has no such request about this duty.</exception>
    public Task<RuleViolation?> TakeBackAsync(Guid obligationId, Guid requestId, CancellationToken cancellationToken) =>
        db.InTransactionAsync(() => TakeBackOnceAsync(obligationId, requestId, cancellationToken), cancellationToken);

    /// <summary>Answers an agency's request; what is granted holds at once. The caller is the municipal office.</summary>
    /// <returns>The rules that stand against it; none when it is decided.</returns>
    /// <exception cref="KeyNotFoundException">There is no such request.</exception>
    public Task<IReadOnlyList<RuleViolation>> DecideAsync(
        Guid requestId, DecisionDraft draft, RequestTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(terms);
        return db.InTransactionAsync(() => DecideOnceAsync(requestId, draft, terms, cancellationToken), cancellationToken);
    }

    /// <summary>Takes a grant of time back; from now on the duty is due as if it had not been granted. The caller is the municipal office.</summary>
    /// <returns>The rule that stands against it; <see langword="null"/> when it is taken back.</returns>
    /// <exception cref="KeyNotFoundException">There is no such request.</exception>
    public Task<RuleViolation?> RevokeAsync(Guid requestId, string? reason, RequestTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return db.InTransactionAsync(() => RevokeOnceAsync(requestId, PlainText.Lines(reason), terms, cancellationToken), cancellationToken);
    }

    private async Task<IReadOnlyList<RuleViolation>> AskOnceAsync(AskRequest request, RequestTerms terms, CancellationToken cancellationToken)
    {
        await LockDutyAsync(request.ObligationId, cancellationToken);
        var duty = await NamedDuties.OfAgency(db, terms.View, db.Scope.RequiredAgencyId)
            .SingleOrDefaultAsync(row => row.Id == request.ObligationId, cancellationToken) ?? throw new KeyNotFoundException("No such duty.");
        if (await db.DutyRequests.AnyAsync(row => row.RequestKey == request.RequestKey, cancellationToken))
        {
            return [];
        }

        var now = time.Now;
        var draft = request.Draft.Cleaned();
        var hasPending = await db.DutyRequests.AnyAsync(
            row => row.ObligationId == duty.Id && row.WithdrawnAt == null && !db.RequestDecisions.Any(decision => decision.RequestId == row.Id), cancellationToken);
        var clock = await db.ClockAsync(duty.AgencyId, duty.Id, null, cancellationToken);
        var violations = RequestRules.Check(draft, new RequestedDuty(duty.Facts, hasPending, clock), now, terms.Calendar, terms.MostWorkingDays).ToList();
        if (violations.Count > 0)
        {
            return violations;
        }

        var asked = new DutyRequest
        {
            AgencyId = db.Scope.RequiredAgencyId,
            RequestKey = request.RequestKey,
            ObligationId = duty.Id,
            Kind = draft.Kind!.Value,
            Reason = draft.Reason,
            DueOn = draft.DueOn,
            ExtendBy = draft.ExtendBy,
            StopFrom = draft.StopFrom,
            StopTo = draft.StopTo,
            Ground = draft.Ground,
            AskedAt = now,
            AskedById = db.Scope.PersonId,
            AskedByName = db.Scope.PersonName ?? "",
        };
        db.DutyRequests.Add(asked);
        db.Record("request.asked", asked.Id, now, new { asked.ObligationId, asked.Kind, asked.DueOn, asked.ExtendBy, asked.StopFrom, asked.StopTo, asked.Ground });
        await db.SaveChangesAsync(cancellationToken);
        return [];
    }

    private async Task<RuleViolation?> TakeBackOnceAsync(Guid obligationId, Guid requestId, CancellationToken cancellationToken)
    {
        await LockDutyAsync(obligationId, cancellationToken);
        var request = await db.DutyRequests.SingleOrDefaultAsync(row => row.Id == requestId && row.ObligationId == obligationId, cancellationToken)
            ?? throw new KeyNotFoundException("No such request.");
        if (await db.RequestDecisions.AnyAsync(row => row.RequestId == requestId, cancellationToken))
        {
            return new("AlreadyDecided");
        }

        if (request.WithdrawnAt is not null)
        {
            return null;
        }

        request.WithdrawnAt = time.Now;
        db.Record("request.taken_back", request.Id, request.WithdrawnAt.Value, new { request.ObligationId, request.Kind });
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<IReadOnlyList<RuleViolation>> DecideOnceAsync(
        Guid requestId, DecisionDraft draft, RequestTerms terms, CancellationToken cancellationToken)
    {
        var (request, duty) = await LockAnyAsync(requestId, terms, cancellationToken);
        var now = time.Now;
        draft = draft with { Note = PlainText.Lines(draft.Note) };
        var facts = new DecidedRequest(
            request.Kind,
            request.DueOn,
            request.WithdrawnAt is not null,
            await db.RequestDecisions.IgnoreQueryFilters([GovDbContext.TenantFilter])
                .AnyAsync(row => row.AgencyId == request.AgencyId && row.RequestId == requestId, cancellationToken),
            request.AskedById is { } asker && asker == db.Scope.PersonId,
            duty.Facts);
        var violations = DecisionRules.Check(draft, facts, terms.Calendar, terms.MostWorkingDays).ToList();
        if (violations.Count > 0)
        {
            return violations;
        }

        var decision = DecisionOf(request, draft, now);
        db.RequestDecisions.Add(decision);
        db.Record("request.decided", request.Id, now, new { request.AgencyId, request.ObligationId, request.Kind, decision.Granted, decision.DueOn, decision.ExtendBy, request.StopFrom, request.StopTo, decision.Note });
        await db.SaveChangesAsync(cancellationToken);
        if (decision.Granted)
        {
            await db.GrantAsync(request, decision, await calendars.LoadForWritingAsync(cancellationToken), cancellationToken);
        }

        return [];
    }

    private async Task<RuleViolation?> RevokeOnceAsync(Guid requestId, string reason, RequestTerms terms, CancellationToken cancellationToken)
    {
        var (request, duty) = await LockAnyAsync(requestId, terms, cancellationToken);
        var decision = await db.RequestDecisions.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .SingleOrDefaultAsync(row => row.AgencyId == request.AgencyId && row.RequestId == requestId, cancellationToken);
        if (RevocationRules.Check(request.Kind, decision, duty.Facts, reason) is { } violation)
        {
            return violation;
        }

        var now = time.Now;
        decision!.RevokedAt = now > decision.DecidedAt ? now : decision.DecidedAt.AddMicroseconds(1);
        decision.RevokedByName = db.Scope.PersonName ?? "";
        decision.RevokedReason = reason;
        db.Record("request.revoked", request.Id, now, new { request.AgencyId, request.ObligationId, request.Kind, Reason = reason });
        await db.SaveChangesAsync(cancellationToken);
        await db.RevokeAsync(request, decision, await calendars.LoadForWritingAsync(cancellationToken), cancellationToken);
        return null;
    }

    // Any agency's request with its duty, while nobody else is at that duty.
    private async Task<(DutyRequest Request, NamedDuty Duty)> LockAnyAsync(Guid requestId, RequestTerms terms, CancellationToken cancellationToken)
    {
        var obligationId = await Requests().Where(row => row.Id == requestId).Select(row => (Guid?)row.ObligationId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new KeyNotFoundException("No such request.");
        await LockDutyAsync(obligationId, cancellationToken);

        var request = await Requests().AsNoTracking().SingleAsync(row => row.Id == requestId, cancellationToken);
        var duty = await NamedDuties.OfAgency(db, terms.View, request.AgencyId).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .SingleAsync(row => row.Id == obligationId, cancellationToken);
        return (request, duty);
    }

    private RequestDecision DecisionOf(DutyRequest request, DecisionDraft draft, DateTimeOffset now)
    {
        var granted = draft.Outcome != DecisionOutcome.Refuse;
        return new RequestDecision
        {
            AgencyId = request.AgencyId,
            RequestId = request.Id,
            Granted = granted,
            DueOn = !granted || request.Kind != DutyRequestKind.Extension ? null : draft.Outcome == DecisionOutcome.GrantOtherDate ? draft.DueOn : request.DueOn,
            ExtendBy = draft.Outcome == DecisionOutcome.Grant ? request.ExtendBy : null,
            Note = draft.Note.Length == 0 ? null : draft.Note,
            DecidedAt = now,
            DecidedById = db.Scope.PersonId,
            DecidedByName = db.Scope.PersonName ?? "",
        };
    }

    private IQueryable<DutyRequest> Requests() => db.DutyRequests.IgnoreQueryFilters([GovDbContext.TenantFilter]);

    private Task LockDutyAsync(Guid obligationId, CancellationToken cancellationToken) => db.LockAsync($"duty-request:{obligationId}", cancellationToken);
}
