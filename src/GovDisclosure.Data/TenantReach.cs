using GovDisclosure.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data;

/// <summary>Lets one query serve an agency about itself and the municipal office about any agency.</summary>
internal static class TenantReach
{
    /// <summary>
    /// Lifts the tenant's filter where the municipal office asks about another agency, and nowhere else. The query names the agency itself;
    /// row security still hides sub-units.
    /// </summary>
    public static IQueryable<T> Reaching<T>(this IQueryable<T> rows, GovDbContext db, Guid agencyId)
        where T : class =>
        db.Scope.Audience == Audience.Office && db.Scope.AgencyId != agencyId ? rows.IgnoreQueryFilters([GovDbContext.TenantFilter]) : rows;
}
