using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Settings;
using GovDisclosure.Web.Infrastructure.Duties;
using Microsoft.Extensions.Options;

namespace GovDisclosure.Web.Infrastructure.Hosting;

/// <summary>Database, clock and data access of the running portal.</summary>
public static class HostingSetup
{
    public static WebApplicationBuilder AddPortalHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new BeijingClock(
            provider.GetRequiredService<TimeProvider>(), builder.Configuration.GetValue<DateOnly?>("Clock:Today")));
        // The configuration's value holds until an administrator sets another.
        services.AddSingleton(provider => Thresholds.Default with
        {
            DueSoonWorkingDays = provider.GetRequiredService<IOptions<DutyOptions>>().Value.DueSoonWorkingDays,
        });
        services.AddPortalData();
        services.AddOptions<DutyOptions>().BindConfiguration(DutyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<PresentView>();
        services.AddSingleton<PortalDatabase>();
        services.AddHostedService<LocalPostgresSupervisor>();
        services.AddScoped(provider => AccessScopes.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: [ShellSetup.ReadyTag]);
        services.AddScoped(provider =>
        {
            var clock = provider.GetRequiredService<BeijingClock>();
            return new PortalClockInfo(clock.Today, clock.IsPinned, provider.GetRequiredService<PortalDatabase>().HasSamples);
        });
        return builder;
    }

    /// <summary>Prepares the database, then serves until the process is told to stop, and ends the database with it.</summary>
    public static async Task RunPortalAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        var database = app.Services.GetRequiredService<PortalDatabase>();
        await database.PrepareAsync(stopping);
        await app.Services.GetRequiredService<CurrentPlanCache>().RefreshAsync(stopping);
        app.Lifetime.ApplicationStarted.Register(() => PrintWelcome(app, database));
        await app.RunAsync();
    }

    // For the person at the terminal, so on standard output as it is and not as log lines.
    private static void PrintWelcome(WebApplication app, PortalDatabase database)
    {
        foreach (var address in app.Urls)
        {
            Console.WriteLine($"GovDisclosure: {address}");
        }

        if (database.HasSamples)
        {
            Console.WriteLine($"Sample sign-ins (password {SamplePeople.Password}):");
            foreach (var signIn in SamplePeople.Highlights)
            {
                Console.WriteLine($"  {signIn.UserName,-20} {signIn.AgencyName} ({signIn.Role})");
            }
        }
    }
}
