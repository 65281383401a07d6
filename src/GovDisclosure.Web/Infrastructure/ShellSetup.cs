using GovDisclosure.Web.Infrastructure.Errors;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Infrastructure.Logging;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Security;
using GovDisclosure.Web.Pages.Admin;
using GovDisclosure.Web.Pages.Admin.Audit;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GovDisclosure.Web.Infrastructure;

/// <summary>Everything around the pages: headers, language, layout, errors, logs, health.</summary>
public static class ShellSetup
{
    /// <summary>Tag of the health checks that decide whether this process may take traffic.</summary>
    public const string ReadyTag = "ready";

    public static WebApplicationBuilder AddPortalShell(this WebApplicationBuilder builder)
    {
        builder.AddPortalLogging();
        builder.AddPortalSecurity();
        builder.AddPortalErrors();
        var pages = builder.Services.AddRazorPages(options => options.Conventions.AllowAnonymousToFolder("/Public"));
        builder.AddPortalLocalization(pages);

        var services = builder.Services;
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => Viewer.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddSingleton<SiteMap>();
        services.AddScoped<NavigationMenu>();
        services.AddScoped<AdminWords>();
        services.AddScoped<AuditWords>();
        services.AddHealthChecks();

        services.AddScoped(CurrentPlan.From);
        return builder;
    }

    /// <summary>The pipeline up to routing. Authentication and authorization follow it.</summary>
    public static WebApplication UsePortalShell(this WebApplication app)
    {
        app.UsePortalRequestLogging();
        app.UsePortalErrors();
        app.UseRequestLocalization();
        app.UseCookiePolicy();
        app.UseRouting();
        app.UseMiddleware<CurrentPlanMiddleware>();
        return app;
    }

    /// <summary>Pages, static assets and health. Goes after authentication and authorization.</summary>
    public static WebApplication MapPortalShell(this WebApplication app)
    {
        app.UseNoStoreForSignedIn();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // An address without a page is not found, whoever asks: without an endpoint of its own, the policy that shuts forgotten doors
        // would send a visitor to the sign-in form.
        app.MapFallback("{**path}", static context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }).AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) }).AllowAnonymous();
        return app;
    }
}
