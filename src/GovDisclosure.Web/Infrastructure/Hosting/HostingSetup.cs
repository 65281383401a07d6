using System.Runtime.InteropServices;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Pages.Office;
using GovDisclosure.Web.Pages.Work;
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
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<DutyOptions>>().Value.Thresholds);
        services.AddPortalData();
        services.AddOptions<DutyOptions>().BindConfiguration(DutyOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PortalOptions>().BindConfiguration(PortalOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<RequestOptions>().BindConfiguration(RequestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<PresentView>();
        services.AddOfficePages();
        services.AddWorkPages();
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
        // The host listens to signals only once it runs; until then a signal would end the process and leave its database behind.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping);
        using var interrupt = StopOn(PosixSignal.SIGINT, stopping);
        using var terminate = StopOn(PosixSignal.SIGTERM, stopping);
        var database = app.Services.GetRequiredService<PortalDatabase>();
        try
        {
            await database.PrepareAsync(stopping.Token);
            await app.Services.GetRequiredService<CurrentPlanCache>().RefreshAsync(stopping.Token);
            await app.Services.GetRequiredService<TriggerKindsCache>().RefreshAsync(stopping.Token);
            app.Lifetime.ApplicationStarted.Register(() => PrintWelcome(app, database));
            await ((IHost)app).RunAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop while starting: the caller disposes of the portal, and that ends the database.
        }
    }

    private static PosixSignalRegistration StopOn(PosixSignal signal, CancellationTokenSource stopping) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        stopping.Cancel();
    });

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
