using GovDisclosure.Data;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.LocalPostgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace GovDisclosure.TestCommon;

/// <summary>
/// What every test of one run shares: a database with the plan, sample people and a sample history, on a server of the tests' own or on
/// the one that <see cref="ConnectionVariable"/> names, and one portal on it. Use it as an assembly fixture.
/// </summary>
public sealed class PortalServer : IAsyncLifetime
{
    /// <summary>The environment variable with the connection string of a server to use instead of one of the tests' own.</summary>
    public const string ConnectionVariable = "GOVDISCLOSURE_TEST_DB";

    private readonly Lazy<PortalFactory> _portal;
    private LocalPostgresServer? _own;
    private TestDatabase? _database;
    private ServiceProvider? _services;
    private NpgsqlDataSource? _administrator;
    private TestPlan? _plan;

    public PortalServer() => _portal = new Lazy<PortalFactory>(() => NewPortal());

    /// <summary>A portal in Development on the pinned date, shared by all tests.</summary>
    public PortalFactory Portal => _portal.Value;

    /// <summary>Makes contexts on behalf of any scope.</summary>
    public GovDbContextFactory Contexts => Services.GetRequiredService<GovDbContextFactory>();

    /// <summary>The pools of the portal's logins.</summary>
    public GovDataSources Sources => Services.GetRequiredService<GovDataSources>();

    /// <summary>The connection strings of the portal's logins.</summary>
    public DatabaseLogins Logins => Database.Logins;

    /// <summary>The administrator's connection string, to the run's database.</summary>
    public string AdministratorString => Database.Administrator;

    /// <summary>What the logins' passwords are derived from.</summary>
    public string Secret => Database.Secret;

    /// <summary>Connections of the administrator, whom no policy binds: to check what the portal did, never to do it.</summary>
    public NpgsqlDataSource Administrator => _administrator ?? throw NotStarted();

    /// <summary>The plan in force.</summary>
    public TestPlan Plan => _plan ?? throw NotStarted();

    internal ServiceProvider Services => _services ?? throw NotStarted();

    private TestDatabase Database => _database ?? throw NotStarted();

    /// <summary>A portal of a test's own on the shared database; the test disposes of it.</summary>
    public PortalFactory NewPortal(PortalHostOptions? options = null) => new(Database.Administrator, Database.Secret, options ?? new());

    /// <summary>A database of a test's own that does not exist yet: a portal makes it. The test disposes of it after its portals.</summary>
    public Task<TestDatabase> ReserveDatabaseAsync() => TestDatabase.ReserveAsync(Database.Administrator, CancellationToken.None);

    /// <summary>A portal of a test's own on a database of its own.</summary>
    public static PortalFactory NewPortalOn(TestDatabase database, PortalHostOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(database);
        return new(database.Administrator, database.Secret, options ?? new());
    }

    /// <summary>A unit of work as the set-up at start.</summary>
    public GovDbContext SetUp() => Contexts.Create(AccessScope.SetUp);

    /// <summary>Runs something with the accounts of people.</summary>
    public async Task WithAccountsAsync(Func<AccountsDbContext, Task> action)
    {
        await using var scope = Services.CreateAsyncScope();
        await action(scope.ServiceProvider.GetRequiredService<AccountsDbContext>());
    }

    public async ValueTask InitializeAsync()
    {
        var administrator = Environment.GetEnvironmentVariable(ConnectionVariable);
        if (string.IsNullOrWhiteSpace(administrator))
        {
            // Of the checkout's tests, not of the portal that somebody runs from it.
            _own = await LocalPostgresServer.StartAsync(
                new LocalPostgresOptions { ContentRoot = Path.Combine(Repository.Root, "tests") }, NullLogger.Instance, CancellationToken.None);
            administrator = _own.AdminConnectionString;
        }

        _database = await TestDatabase.CreateAsync(administrator, CancellationToken.None);
        _services = TestServices.Open(_database.Logins);
        _administrator = NpgsqlDataSource.Create(_database.Administrator);
        await using var db = SetUp();
        _plan = await TestPlan.ReadAsync(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (_portal.IsValueCreated)
        {
            await _portal.Value.DisposeAsync();
        }

        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        if (_administrator is not null)
        {
            await _administrator.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    private static InvalidOperationException NotStarted() => new("The test server has not been started: declare PortalServer as an assembly fixture.");
}
