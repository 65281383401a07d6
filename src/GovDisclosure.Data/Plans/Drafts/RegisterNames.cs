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
        var others = (await db.OtherNames.AsNoTracking().Where(row => db.Agencies.Any(agency => agency.Id == row.NamedAgencyId && agency.ParentId == null))
            .ToListAsync(cancellationToken)).ToLookup(row => row.NamedAgencyId);
        return new AgencyResolver(
        [
            .. agencies.Select(row => new RegisteredName(row.Id, row.ShortName, AgencyNameKind.ShortName, Since(row.Id, row.ValidFrom, OtherNameKind.FormerShortName), row.ValidTo)),
            .. agencies.Where(row => row.FullName != row.ShortName)
                .Select(row => new RegisteredName(row.Id, row.FullName, AgencyNameKind.FullName, Since(row.Id, row.ValidFrom, OtherNameKind.FormerFullName), row.ValidTo)),
            .. agencies.SelectMany(row => others[row.Id].Select(other => new RegisteredName(
                row.Id, other.Name, other.Kind == OtherNameKind.Alias ? AgencyNameKind.Alias : AgencyNameKind.FormerName,
                Later(other.ValidFrom, row.ValidFrom), Earlier(other.ValidTo, row.ValidTo)))),
            .. groups.Select(row => new RegisteredName(row.Id, row.Phrase, AgencyNameKind.Group)),
        ]);

        DateOnly? Since(Guid agency, DateOnly? from, OtherNameKind kind) => NameRules.PresentSince(from, others[agency].Where(other => other.Kind == kind));
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}
