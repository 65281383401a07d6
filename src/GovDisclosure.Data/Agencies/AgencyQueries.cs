using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Agencies;

/// <summary>The names of an agency.</summary>
public sealed record AgencyName(Guid Id, string ShortName, string FullName, string EnglishName);

/// <summary>An agency to choose in a filter.</summary>
public sealed record AgencyOption(Guid Id, string Name, string NameEnglish);
/// <summary>An agency by the code that addresses use, with its names.</summary>
public sealed record AgencyLabel(string Code, string ShortName, string EnglishName);

/// <summary>What kind of body an agency is, and which district is above it.</summary>
public sealed record AgencyPlace(string Code, AgencyKind Kind, Guid? ParentId)
{
    /// <summary>Whether it is a district government, which may have sub-units.</summary>
    public bool IsDistrict => Kind == AgencyKind.District;
}

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
    /// <summary>Where the agency that is signed in stands; <see langword="null"/> where nobody is.</summary>
    public async Task<AgencyPlace?> OwnPlaceAsync(CancellationToken cancellationToken) =>
        db.Scope.AgencyId is { } own
            ? await db.Agencies.Where(row => row.Id == own).Select(row => new AgencyPlace(row.Code, row.Kind, row.ParentId)).SingleOrDefaultAsync(cancellationToken)
            : null;
}
