using GovDisclosure.Domain.PenaltyCases;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Dashboards;

/// <summary>Why penalty cases need not be published, as their agencies decided.</summary>
public sealed class CaseGroundQueries(GovDbContext db)
{
    /// <summary>The ground of each case that is exempt as a whole, by the decision that started its clock.</summary>
    public async Task<IReadOnlyDictionary<Guid, ExemptionGround>> FindAsync(IReadOnlyCollection<Guid> triggerIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from penaltyCase in db.PenaltyCases.IgnoreQueryFilters([GovDbContext.TenantFilter])
            where triggerIds.Contains(penaltyCase.TriggerId)
            join exemption in db.CaseExemptions on new { penaltyCase.AgencyId, CaseId = penaltyCase.Id } equals new { exemption.AgencyId, exemption.CaseId }
            where exemption.Approved == true && exemption.Scope == ExemptionScope.Whole
            select new { penaltyCase.TriggerId, exemption.Ground, exemption.DecidedAt }).ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.TriggerId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.DecidedAt)!.Ground);
    }
}
