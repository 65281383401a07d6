using System.Data.Common;
using GovDisclosure.Data.Tenancy;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>Asks the database one small question through the login that serves agencies.</summary>
internal sealed class DatabaseHealthCheck(GovDataSources sources) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await sources.ProbeAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", exception);
        }
    }
}
