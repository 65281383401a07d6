using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>The names of an agency.</summary>
public sealed record AgencyName(Guid Id, string ShortName, string FullName, string EnglishName);

/// <summary>Reads the register of agencies, which is public.</summary>
public sealed class AgencyQueries(GovDbContext db)
{
    /// <summary>The names of one agency; <see langword="null"/> where there is none.</summary>
    public Task<AgencyName?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Agencies.Where(row => row.Id == id)
            .Select(row => new AgencyName(row.Id, row.ShortName, row.FullName, row.EnglishName))
            .SingleOrDefaultAsync(cancellationToken);
}
