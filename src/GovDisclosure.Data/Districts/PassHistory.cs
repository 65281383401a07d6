using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Districts;

/// <summary>What happened to a duty by being passed down.</summary>
internal static class PassHistory
{
    public static async Task<IReadOnlyList<HistoryEntry>> ReadAsync(GovDbContext db, Guid obligationId, CancellationToken cancellationToken)
    {
        // Which sub-unit was given what is between a district and its sub-units; nobody else's login may read it.
        if (db.Scope.Audience != Audience.Agency)
        {
            return [];
        }

        var parts = await (
            from part in db.DutyParts
            where part.ObligationId == obligationId
            join unit in db.Agencies on part.SubUnitId equals unit.Id
            select new { Part = part, unit.ShortName, unit.EnglishName }).AsNoTracking().ToListAsync(cancellationToken);
        if (parts.Count == 0)
        {
            return [];
        }

        var byHand = await TakenBackByHandAsync(db, [.. parts.Where(row => row.Part.TakenBackAt is not null).Select(row => row.Part.PartObligationId)], cancellationToken);
        var results = await db.RolledUpFulfilments.AsNoTracking().Where(row => row.ObligationId == obligationId).ToListAsync(cancellationToken);
        return
        [
            .. parts.Select(row => new HistoryEntry(
                HistoryKind.PartPassed, row.Part.PassedAt, row.Part.PassedByName, row.ShortName, null, false, null, row.EnglishName)),
            .. parts.Where(row => row.Part.TakenBackAt is not null).Select(row => new HistoryEntry(
                byHand.Contains(row.Part.PartObligationId) ? HistoryKind.PartTakenBack : HistoryKind.PartReleased,
                row.Part.TakenBackAt!.Value, row.Part.TakenBackByName, row.ShortName, null, false, row.Part.TakenBackReason, row.EnglishName)),
            .. await RollUpHistory.ReadAsync(db, obligationId, cancellationToken),
            .. results.Select(row => new HistoryEntry(HistoryKind.PartsFulfilled, row.ValidFrom, null, null, row.FulfilledAt, false, null)),
            .. results.Where(row => row.ValidTo is not null && !results.Any(next => next.ValidFrom == row.ValidTo)).Select(row => new HistoryEntry(
                HistoryKind.PartsNoLonger, row.ValidTo!.Value, null, null, null, false, null)),
        ];
    }

    // The others fell away with the whole. A district may read its sub-units' standings; the tenant's filter is lifted by name.
    private static async Task<HashSet<Guid>> TakenBackByHandAsync(GovDbContext db, Guid[] partIds, CancellationToken cancellationToken) =>
        partIds.Length == 0
            ? []
            : await db.ObligationStandings.IgnoreQueryFilters([GovDbContext.TenantFilter])
                .Where(row => partIds.Contains(row.ObligationId) && row.Reason == StandingReason.TakenBack
                    && db.Agencies.Any(unit => unit.Id == row.AgencyId && unit.ParentId == db.Scope.AgencyId))
                .Select(row => row.ObligationId).ToHashSetAsync(cancellationToken);
}
