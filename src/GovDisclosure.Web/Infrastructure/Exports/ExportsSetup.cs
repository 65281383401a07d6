using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace GovDisclosure.Web.Infrastructure.Exports;

/// <summary>Bounds what the public may take as files: making one costs more than a page.</summary>
internal static class ExportsSetup
{
    /// <summary>The limit of public files for each address that asks.</summary>
    public const string PublicRateLimit = "public-export";

    private const int FilesEachMinute = 60;

    public static WebApplicationBuilder AddPortalExports(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RateLimiterOptions>(options => options.AddPolicy(PublicRateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = FilesEachMinute, Window = TimeSpan.FromMinutes(1) })));
        return builder;
    }
}
