using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.LocalPostgres;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>
/// The portal's database, made ready before the first request: a configured server or one of the portal's own, its roles, schema, first
/// data and, while developing, sample people and a sample history.
/// </summary>
public sealed class PortalDatabase(
    IConfiguration configuration,
    IHostEnvironment environment,
    GovDataSources sources,
    ReferenceDataLoader referenceData,
    SampleSubUnits sampleSubUnits,
    SampleHistory sampleHistory,
    IServiceScopeFactory scopes,
    BeijingClock clock,
    ILoggerFactory loggers) : IAsyncDisposable
{
    private LocalPostgresServer? _server;

    /// <summary>The server that the portal runs itself; <see langword="null"/> where a connection string names one.</summary>
    public LocalPostgresServer? LocalServer => _server;

    /// <summary>Whether sample people and a sample history are made: only while developing, unless switched off.</summary>
    public bool HasSamples => environment.IsDevelopment() && configuration.GetValue("Samples:Enabled", defaultValue: true);

    /// <summary>Finds or starts the server and brings it up to date. Two portals may do so at once.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var administrator = configuration.GetConnectionString("Default");
        if (string.IsNullOrWhiteSpace(administrator))
        {
            _server = await LocalPostgresServer.StartAsync(
                new LocalPostgresOptions { ContentRoot = environment.ContentRootPath, DataRoot = configuration["LocalPostgres:DataRoot"] },
                loggers.CreateLogger<LocalPostgresServer>(),
                cancellationToken);
            administrator = _server.AdminConnectionString;
        }

        await DatabaseBootstrap.PrepareAsync(
            administrator, configuration["Database:RoleSecret"], logins => FillAsync(logins, cancellationToken), cancellationToken);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Connections first: the server of the last portal to leave stops here.
        await sources.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task FillAsync(DatabaseLogins logins, CancellationToken cancellationToken)
    {
        await DatabaseMigrator.MigrateAsync(logins, cancellationToken);
        sources.Open(logins);
        // A sample history reaches back to the day of issue; a real portal knows its duties from the day that it is set up.
        await referenceData.LoadAsync(HasSamples ? null : clock.Now, cancellationToken);
        if (HasSamples)
        {
            await sampleSubUnits.CreateAsync(cancellationToken);
            await using (var scope = scopes.CreateAsyncScope())
            {
                await scope.ServiceProvider.GetRequiredService<SamplePeople>().CreateAsync(cancellationToken);
            }

            await sampleHistory.CreateAsync(clock.Today, cancellationToken);
        }
    }
}
