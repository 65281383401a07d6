using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.TestCommon;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Admin;

/// <summary>A portal on a database of its own, in August of the plan's year: what is changed for everybody here disturbs no other test.</summary>
public sealed class OwnPortal(PortalServer server) : IAsyncLifetime
{
    private TestDatabase? _database;
    private NpgsqlDataSource? _administrator;

    public static DateOnly Today { get; } = new(2016, 8, 10);

    public PortalFactory Portal { get; private set; } = null!;

    /// <summary>Connections of the database's administrator, to check what was done.</summary>
    public NpgsqlDataSource Administrator => _administrator!;

    /// <summary>Another portal on the same database.</summary>
    public PortalFactory NewPortal(DateOnly today) => PortalServer.NewPortalOn(_database!, new PortalHostOptions { Today = today });

    /// <summary>Makes a person of an agency of the plan, signed in.</summary>
    public async Task<PortalClient> SignInAsync(string agencyCode, string role) => await Portal.SignInAsync(await NewPersonAsync(agencyCode, role));

    /// <summary>Makes a person of an agency of the plan, and returns the sign-in name.</summary>
    public async Task<string> NewPersonAsync(string agencyCode, string role)
    {
        var name = $"{agencyCode}.{Guid.NewGuid().ToString("N")[..8]}";
        await using var scope = Portal.Services.CreateAsyncScope();
        await SamplePeople.EnsureRolesAsync(
            scope.ServiceProvider.GetRequiredService<AccountsDbContext>(), scope.ServiceProvider.GetRequiredService<ILookupNormalizer>(), CancellationToken.None);
        await using var db = scope.ServiceProvider.GetRequiredService<GovDbContextFactory>().Create(AccessScope.Anonymous);
        var agency = await db.Agencies.SingleAsync(row => row.Code == agencyCode);
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = new Person { Id = Guid.CreateVersion7(), AgencyId = agency.Id, DisplayName = "测试人员", UserName = name };
        // The password of sample people names the portal, so the portal's own rules would refuse it.
        person.PasswordHash = people.PasswordHasher.HashPassword(person, SamplePeople.Password);
        Assert.True((await people.CreateAsync(person)).Succeeded);
        Assert.True((await people.AddToRoleAsync(person, role)).Succeeded);
        return name;
    }

    public async ValueTask InitializeAsync()
    {
        _database = await server.ReserveDatabaseAsync();
        Portal = NewPortal(Today);
        Portal.NewClient();
        _administrator = NpgsqlDataSource.Create(_database.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        if (_administrator is not null)
        {
            await _administrator.DisposeAsync();
        }

        await _database!.DisposeAsync();
    }
}
