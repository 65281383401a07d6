using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Districts;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.TestCommon;

/// <summary>A district of a test's own with sub-units below it, each a tenant with a person.</summary>
public sealed class TestDistrict
{
    private TestDistrict(TestAgency agency, IReadOnlyList<TestAgency> units)
    {
        Agency = agency;
        Units = units;
    }

    /// <summary>The district. Its person is a clerk of the district's own duties unless a role was given.</summary>
    public TestAgency Agency { get; }

    /// <summary>The sub-units.</summary>
    public IReadOnlyList<TestAgency> Units { get; }

    /// <summary>Makes a district and its sub-units.</summary>
    public static async Task<TestDistrict> CreateAsync(PortalServer server, int units = 2, string role = PersonRole.District)
    {
        var agency = await TestAgency.CreateAsync(server, AgencyKind.District, role: role);
        var below = new List<TestAgency>();
        for (var made = 0; made < units; made++)
        {
            below.Add(await TestAgency.CreateAsync(server, AgencyKind.DistrictSubUnit, agency.Id));
        }

        return new TestDistrict(agency, below);
    }

    /// <summary>Passes a duty down through the portal's own service: to every sub-unit by the city's date, unless said otherwise.</summary>
    public async Task<PassResult> PassAsync(
        Guid obligation, RollUpMode rollUp, string? note = null, IReadOnlyList<TestAgency>? units = null, DateOnly? dueOn = null,
        IReadOnlyList<TestAgency>? chosen = null, Guid? requestKey = null)
    {
        await using var db = Agency.Open();
        var dueAt = await db.ObligationStandings.Where(row => row.ObligationId == obligation && row.ValidTo == null)
            .Select(row => (DateTimeOffset?)row.DueAt).SingleOrDefaultAsync();
        var due = dueOn ?? (dueAt is { } city ? new Due(city, IsProvisional: false).DueOn : null);
        return await new DistrictService(db, TestClock.Beijing).PassAsync(
            new PassDuty(requestKey ?? Guid.NewGuid(), obligation, new PassDraft(
                [.. (units ?? Units).Select(unit => new UnitDraft(unit.Id, due))], rollUp, [.. (chosen ?? []).Select(unit => unit.Id)], note)),
            CancellationToken.None);
    }

    /// <summary>Takes a part back through the portal's own service.</summary>
    public async Task<RuleViolation?> TakeBackAsync(Guid obligation, TestAgency unit, string? reason = "改由其他单位承担")
    {
        ArgumentNullException.ThrowIfNull(unit);
        await using var db = Agency.Open();
        return await new DistrictService(db, TestClock.Beijing).TakeBackAsync(obligation, unit.Id, reason, CancellationToken.None);
    }

    /// <summary>A sub-unit's latest part of a duty.</summary>
    public static async Task<Guid> PartOfAsync(TestAgency unit, Guid obligation)
    {
        ArgumentNullException.ThrowIfNull(unit);
        await using var db = unit.Open();
        return await db.Obligations.Where(row => row.PassedObligationId == obligation).OrderByDescending(row => row.Id).Select(row => row.Id).FirstAsync();
    }
}
