using GovDisclosure.Data;
using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What an administrator does about successions, through the portal's own service.</summary>
internal static class Successions
{
    public static GovDbContext OpenAdministrator(this PortalServer server, Guid agencyId) =>
        server.Contexts.Create(new AccessScope(Audience.Admin, agencyId, Guid.NewGuid(), "测试管理员"));

    public static async Task<Outcome> EnterSuccessionAsync(this PortalServer server, IReadOnlyList<TestAgency> olds, TestAgency next, DateOnly from)
    {
        await using var db = server.OpenAdministrator(next.Id);
        return await new SuccessionService(db, TestClock.Beijing).EnterAsync(new NewSuccession([.. olds.Select(old => old.Id)], next.Id, "", from, "机构改革"), default);
    }

    public static async Task<CarryOutOutcome> CarryOutAsync(this PortalServer server, Guid succession, TestAgency next)
    {
        await using var db = server.OpenAdministrator(next.Id);
        return await new SuccessionService(db, TestClock.Beijing).CarryOutAsync(succession, default);
    }

    /// <summary>Enters a succession of today and carries it out.</summary>
    public static async Task<CarriedOut> SucceedAsync(this PortalServer server, IReadOnlyList<TestAgency> olds, TestAgency next, DateOnly? from = null)
    {
        var entered = await server.EnterSuccessionAsync(olds, next, from ?? TestClock.Today);
        Assert.Empty(entered.Violations);
        var done = await server.CarryOutAsync(entered.Id!.Value, next);
        Assert.Empty(done.Violations);
        return done.Counts!;
    }
}
