using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GovDisclosure.TestCommon;

/// <summary>
/// A database of one test run, copied from a template that is made once for each version of schema and data. A lock held for the life
/// of the run says that the copy is in use; copies whose run has died, and templates of other versions, are dropped by the next run.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string ClonePrefix = "gdtest_";
    private const string TemplatePrefix = "gdtemplate_";
    private const string FallbackSecret = "govdisclosure-tests";

    // Any number will do, as long as every test process takes the same one and no portal does.
    private const long TemplateLock = 5_108_020_160_529;

    private readonly NpgsqlConnection _guard;

    private TestDatabase(NpgsqlConnection guard, string name, string administrator, string secret)
    {
        _guard = guard;
        Name = name;
        Administrator = administrator;
        Secret = secret;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>The connection string of the server's administrator, to this database.</summary>
    public string Administrator { get; }

    /// <summary>What the logins' passwords are derived from.</summary>
    public string Secret { get; }

    /// <summary>The logins to it.</summary>
    public DatabaseLogins Logins { get; private init; } = null!;

    /// <summary>A name that nothing stands behind yet: the first portal to start makes the database.</summary>
    internal static async Task<TestDatabase> ReserveAsync(string administrator, CancellationToken cancellationToken)
    {
        var (guard, settings, secret) = await OpenAsync(administrator, cancellationToken);
        settings.Database = NewName();
        await HoldAsync(guard, settings.Database, cancellationToken);
        settings.Pooling = true;
        return new TestDatabase(guard, settings.Database, settings.ConnectionString, secret)
        {
            Logins = DatabaseLogins.Derive(settings.ConnectionString, settings.Database, secret),
        };
    }

    /// <summary>A copy of the template, which is made first where there is none.</summary>
    internal static async Task<TestDatabase> CreateAsync(string administrator, CancellationToken cancellationToken)
    {
        var (guard, settings, secret) = await OpenAsync(administrator, cancellationToken);
        await ExecuteAsync(guard, $"SELECT pg_advisory_lock({TemplateLock})", cancellationToken);

        var template = TemplatePrefix + VersionOfData();
        await DropStaleAsync(guard, template, cancellationToken);
        if (!(await NamesAsync(guard, $"datname = '{template}'", cancellationToken)).Any())
        {
            await BuildTemplateAsync(guard, administrator, template, secret, cancellationToken);
        }

        var name = NewName();
        await ExecuteAsync(guard, $"CREATE DATABASE {name} TEMPLATE {template}", cancellationToken);
        await HoldAsync(guard, name, cancellationToken);
        await ExecuteAsync(guard, $"SELECT pg_advisory_unlock({TemplateLock})", cancellationToken);

        settings.Database = name;
        settings.Pooling = true;
        return new TestDatabase(guard, name, settings.ConnectionString, secret)
        {
            // What is granted on a database does not come with its template.
            Logins = await DatabaseBootstrap.PrepareAsync(settings.ConnectionString, secret, _ => Task.CompletedTask, cancellationToken),
        };
    }

    /// <summary>Drops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(_guard, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None);
        await _guard.DisposeAsync();
    }

    private static async Task<(NpgsqlConnection Guard, NpgsqlConnectionStringBuilder Settings, string Secret)> OpenAsync(
        string administrator, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(administrator) { Database = "postgres", Pooling = false };
        var guard = new NpgsqlConnection(settings.ConnectionString);
        await guard.OpenAsync(cancellationToken);
        return (guard, settings, string.IsNullOrEmpty(settings.Password) ? FallbackSecret : settings.Password);
    }

    private static string NewName() => ClonePrefix + Guid.NewGuid().ToString("N")[..12];

    private static Task HoldAsync(NpgsqlConnection guard, string name, CancellationToken cancellationToken) =>
        ExecuteAsync(guard, $"SELECT pg_advisory_lock(hashtextextended('{name}', 0))", cancellationToken);

    private static async Task BuildTemplateAsync(
        NpgsqlConnection guard, string administrator, string template, string secret, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(administrator) { Database = template };
        await DatabaseBootstrap.PrepareAsync(
            settings.ConnectionString, secret, logins => FillAsync(logins, cancellationToken), cancellationToken);
        // Only a template that is complete is marked as one: a run that was killed on the way is started over.
        await ExecuteAsync(guard, $"ALTER DATABASE {template} IS_TEMPLATE true", cancellationToken);
    }

    private static async Task FillAsync(DatabaseLogins logins, CancellationToken cancellationToken)
    {
        await DatabaseMigrator.MigrateAsync(logins, cancellationToken);
        await using var services = TestServices.Open(logins);
        await services.GetRequiredService<ReferenceDataLoader>().LoadAsync(null, cancellationToken);
        await services.GetRequiredService<SampleSubUnits>().CreateAsync(cancellationToken);
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SamplePeople>().CreateAsync(cancellationToken);
        }

        await services.GetRequiredService<SampleHistory>().CreateAsync(TestClock.Today, cancellationToken);
    }

    private static async Task DropStaleAsync(NpgsqlConnection guard, string template, CancellationToken cancellationToken)
    {
        var old = $"datname LIKE '{TemplatePrefix.Replace("_", @"\_", StringComparison.Ordinal)}%' AND NOT (datname = '{template}' AND datistemplate)";
        foreach (var name in await NamesAsync(guard, old, cancellationToken))
        {
            await ExecuteAsync(guard, $"ALTER DATABASE {name} IS_TEMPLATE false", cancellationToken);
            await ExecuteAsync(guard, $"DROP DATABASE {name} WITH (FORCE)", cancellationToken);
        }

        foreach (var name in await NamesAsync(guard, $"datname LIKE '{ClonePrefix.Replace("_", @"\_", StringComparison.Ordinal)}%'", cancellationToken))
        {
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock(hashtextextended('{name}', 0))", guard);
            if (await command.ExecuteScalarAsync(cancellationToken) is true)
            {
                await ExecuteAsync(guard, $"DROP DATABASE {name} WITH (FORCE)", cancellationToken);
                await ExecuteAsync(guard, $"SELECT pg_advisory_unlock(hashtextextended('{name}', 0))", cancellationToken);
            }
        }
    }

    // A deterministic build gives an assembly another identity whenever its code or an embedded file changes, and only then.
    private static string VersionOfData()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{typeof(DatabaseMigrator).Module.ModuleVersionId} {typeof(Agency).Module.ModuleVersionId} {TestClock.Today:O} {TestServices.HashIterations}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, string condition, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand($"SELECT datname FROM pg_database WHERE {condition}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
