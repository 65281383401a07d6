using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>The names of an agency.</summary>
public sealed record AgencyName(Guid Id, string ShortName, string FullName, string EnglishName);

/// <summary>An agency to choose in a filter.</summary>
public sealed record AgencyOption(Guid Id, string Name, string NameEnglish);

/// <summary>Reads the register of agencies, which is public.</summary>
public sealed class AgencyQueries(GovDbContext db)
{
    private const int MostOptions = 500;

    /// <summary>The names of one agency; <see langword="null"/> where there is none.</summary>
    public Task<AgencyName?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Agencies.Where(row => row.Id == id)
            .Select(row => new AgencyName(row.Id, row.ShortName, row.FullName, row.EnglishName))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>The agencies that the municipal office deals with: no district's sub-units.</summary>
    public async Task<IReadOnlyList<AgencyOption>> CityAsync(CancellationToken cancellationToken) =>
        await db.Agencies.Where(row => row.ParentId == null).OrderBy(row => row.Kind).ThenBy(row => row.ShortName)
            .Select(row => new AgencyOption(row.Id, row.ShortName, row.EnglishName)).Take(MostOptions).ToListAsync(cancellationToken);
}
