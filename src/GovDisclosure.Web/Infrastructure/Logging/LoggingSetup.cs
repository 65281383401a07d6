using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace GovDisclosure.Web.Infrastructure.Logging;

/// <summary>One line a request, readable while developing, JSON for the collector in production. No query, no user, no address.</summary>
public static class LoggingSetup
{
    private const string ReadableLine = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message} {TraceId}{NewLine}{Exception}";

    public static WebApplicationBuilder AddPortalLogging(this WebApplicationBuilder builder)
    {
        var minimum = builder.Configuration.GetValue("Logging:MinimumLevel", LogEventLevel.Information);
        var readable = builder.Environment.IsDevelopment();
        builder.Services.AddSerilog((_, logger) =>
        {
            logger
                .MinimumLevel.Is(minimum)
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                // Last, so that it sees what the others added.
                .Enrich.With<ControlCharacterEnricher>();
            if (readable)
            {
                logger.WriteTo.Console(outputTemplate: ReadableLine, formatProvider: CultureInfo.InvariantCulture);
            }
            else
            {
                logger.WriteTo.Console(new RenderedCompactJsonFormatter());
            }
        }, preserveStaticLogger: true); // Each portal of a process has its own; one that stops does not silence another.
        return builder;
    }

    /// <summary>Logs each request once it is answered. Goes outside the error pages, so that it sees the status the visitor got.</summary>
    public static IApplicationBuilder UsePortalRequestLogging(this IApplicationBuilder app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        options.MessageTemplate = "{RequestMethod} {RequestPath} {StatusCode} in {Elapsed:0} ms";
        options.GetLevel = (http, _, exception) =>
            exception is not null || http.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
            : http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug
            : LogEventLevel.Information;
    });
}
