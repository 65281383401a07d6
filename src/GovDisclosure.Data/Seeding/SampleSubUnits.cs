using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Seeding;

/// <summary>
/// Three sub-units of one district for a development portal, of kinds that there are and with names that say that they are samples. A real
/// portal has none until an administrator makes them.
/// </summary>
public sealed class SampleSubUnits(GovDbContextFactory contexts)
{
    /// <summary>The code of the district that has them.</summary>
    public const string DistrictCode = "dongcheng";

    /// <summary>What their rows say of where they come from.</summary>
    public const string Source = "sample";

    /// <summary>The codes, names and English names, in the order in which the sample passes duties to them.</summary>
    public static IReadOnlyList<(string Code, string ShortName, string FullName, string EnglishName)> All { get; } =
    [
        ("dongcheng-jiedao", "东城区样例街道", "东城区样例街道办事处（示例）", "Dongcheng sample subdistrict"),
        ("dongcheng-fagai", "东城区样例发展改革委", "东城区样例发展和改革委员会（示例）", "Dongcheng sample reform committee"),
        ("dongcheng-shichang", "东城区样例市场监管局", "东城区样例市场监督管理局（示例）", "Dongcheng sample market regulator"),
    ];

    /// <summary>Makes those that are missing.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create(AccessScope.SetUp);
        var district = await db.Agencies.SingleAsync(agency => agency.Code == DistrictCode, cancellationToken);
        var known = await db.Agencies.Where(agency => agency.ParentId == district.Id).Select(agency => agency.Code).ToListAsync(cancellationToken);
        db.Agencies.AddRange(All.Where(unit => !known.Contains(unit.Code)).Select(unit => new Agency
        {
            Code = unit.Code,
            ShortName = unit.ShortName,
            FullName = unit.FullName,
            EnglishName = unit.EnglishName,
            Kind = AgencyKind.DistrictSubUnit,
            ParentId = district.Id,
            Source = Source,
        }));
        await db.SaveChangesAsync(cancellationToken);
    }
}
