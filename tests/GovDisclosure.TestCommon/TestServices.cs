using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.TestCommon;

/// <summary>The portal's data access and people without its pages, as the set-up at start has them.</summary>
internal static class TestServices
{
    // Tests sign in hundreds of times: what makes guessing dear would make them slow. The portal's own number has a test of its own.
    public const int HashIterations = 10_000;

    public static ServiceProvider Open(DatabaseLogins logins)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(TestClock.Beijing);
        services.AddPortalData();
        services.AddScoped(_ => AccessScope.SetUp);
        services.AddIdentityCore<Person>().AddRoles<IdentityRole<Guid>>().AddEntityFrameworkStores<AccountsDbContext>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        provider.GetRequiredService<GovDataSources>().Open(logins);
        return provider;
    }
}
