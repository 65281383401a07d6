using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>Reads what a duty's due instant is counted from: its bases, its trigger, and what was granted and not taken back.</summary>
internal static class DutyClocks
{
    /// <summary>The clock of a duty; <see langword="null"/> where no trigger of the agency's own started it.</summary>
    /// <param name="db">The unit of work. The municipal office may ask about any agency's.</param>
    /// <param name="agencyId">The agency that owes it.</param>
    /// <param name="obligationId">The duty.</param>
    /// <param name="knownBefore">What was granted or taken back at this instant or later is left out; <see langword="null"/> for nothing left out.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<DutyClock?> ClockAsync(
        this GovDbContext db, Guid agencyId, Guid obligationId, DateTimeOffset? knownBefore, CancellationToken cancellationToken)
    {
        var found = await (
            from obligation in db.Obligations
            where obligation.AgencyId == agencyId && obligation.Id == obligationId
            join trigger in db.TriggerEvents on new { obligation.AgencyId, Id = obligation.TriggerId } equals new { trigger.AgencyId, Id = (Guid?)trigger.Id }
            join rule in db.TaskRules on obligation.RuleId equals rule.Id
            select new { rule.Rule, trigger.OccurredAt }).Reaching(db, agencyId).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var bases = await db.ObligationBases.Where(row => row.AgencyId == agencyId && row.ObligationId == obligationId).OrderBy(row => row.Ordinal)
            .Select(row => row.Rule).Reaching(db, agencyId).ToListAsync(cancellationToken);
        var grants = await db.GrantsAsync(agencyId, obligationId, knownBefore, cancellationToken);
        return new DutyClock(
            bases.Count > 0 ? bases : [found.Rule],
            found.OccurredAt,
            new ClockChanges(
                [.. grants.Where(grant => grant.ExtendBy is not null).Select(grant => new PeriodExtension(grant.ExtendBy!.Value, grant.DecidedByName))],
                [.. grants.Where(grant => grant.StopFrom is not null).Select(grant => new ClockStop(grant.StopFrom!.Value, grant.StopTo!.Value, grant.Reason))]),
            grants.Max(grant => grant.DueOn));
    }

    /// <summary>The last date that the office named for a duty that no trigger started; <see langword="null"/> where none stands.</summary>
    public static async Task<DateOnly?> GrantedUntilAsync(this GovDbContext db, Guid agencyId, Guid obligationId, CancellationToken cancellationToken) =>
        (await db.GrantsAsync(agencyId, obligationId, null, cancellationToken)).Max(grant => grant.DueOn);

    private static async Task<List<Grant>> GrantsAsync(
        this GovDbContext db, Guid agencyId, Guid obligationId, DateTimeOffset? knownBefore, CancellationToken cancellationToken) =>
        await (
            from request in db.DutyRequests
            where request.AgencyId == agencyId && request.ObligationId == obligationId && request.Kind != DutyRequestKind.Exemption
            join decision in db.RequestDecisions on new { request.AgencyId, request.Id } equals new { decision.AgencyId, Id = decision.RequestId }
            where decision.Granted && (knownBefore == null
                ? decision.RevokedAt == null
                : decision.DecidedAt < knownBefore && (decision.RevokedAt == null || decision.RevokedAt >= knownBefore))
            orderby decision.DecidedAt, request.Id
            select new Grant(decision.ExtendBy, decision.DueOn, request.StopFrom, request.StopTo, request.Reason, decision.DecidedByName))
            .Reaching(db, agencyId).ToListAsync(cancellationToken);

    private sealed record Grant(int? ExtendBy, DateOnly? DueOn, DateOnly? StopFrom, DateOnly? StopTo, string Reason, string DecidedByName);
}
