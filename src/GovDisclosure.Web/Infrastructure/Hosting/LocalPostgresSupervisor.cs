using GovDisclosure.LocalPostgres;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>Restarts the portal's own database server when it dies under the running portal.</summary>
internal sealed class LocalPostgresSupervisor(PortalDatabase database, TimeProvider time, ILogger<LocalPostgresSupervisor> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.LocalServer is not { } server)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await server.EnsureRunningAsync(stoppingToken);
            }
            catch (LocalPostgresException exception)
            {
                // Not the end: the next round tries again, and until then pages say that the service is away.
                logger.LogError(exception, "The database server is down and could not be started again");
            }
        }
    }
}
