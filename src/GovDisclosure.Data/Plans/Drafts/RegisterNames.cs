using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>Every name that the register knows, with the dates from which and until which it holds.</summary>
public sealed class RegisterNames(GovDbContext db)
{
    /// <summary>A resolver over the names of the register. Sub-units are their districts' affair, and no plan of the city names them.</summary>
    public async Task<AgencyResolver> LoadAsync(CancellationToken cancellationToken)
    {
        var agencies = await db.Agencies.Where(row => row.ParentId == null)
            .Select(row => new { row.Id, row.ShortName, row.FullName, row.ValidFrom, row.ValidTo }).ToListAsync(cancellationToken);
        var groups = await db.AgencyGroups.Select(row => new { row.Id, row.Phrase }).ToListAsync(cancellationToken);
        return new AgencyResolver(
        [
            .. agencies.Select(row => new RegisteredName(row.Id, row.ShortName, AgencyNameKind.ShortName, row.ValidFrom, row.ValidTo)),
            .. agencies.Where(row => row.FullName != row.ShortName)
                .Select(row => new RegisteredName(row.Id, row.FullName, AgencyNameKind.FullName, row.ValidFrom, row.ValidTo)),
            .. groups.Select(row => new RegisteredName(row.Id, row.Phrase, AgencyNameKind.Group)),
        ]);
    }
}
