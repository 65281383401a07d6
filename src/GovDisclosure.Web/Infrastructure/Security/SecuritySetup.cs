using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace GovDisclosure.Web.Infrastructure.Security;

/// <summary>Headers, cookies, methods and sizes: what the portal insists on before any page is asked.</summary>
public static class SecuritySetup
{
    private const int YearInSeconds = 365 * 24 * 60 * 60;
    private const int FormBytes = 1024 * 1024;
    private const int FieldCharacters = 128 * 1024;

    public static WebApplicationBuilder AddPortalSecurity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(ApplyHeaders);
        // First of all filters, before the host filter: its refusals carry the headers too.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, OutermostFilter>());
        services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            // A form is small. A page that takes files raises this for itself with RequestSizeLimit.
            options.Limits.MaxRequestBodySize = FormBytes;
        });
        services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 512;
            options.KeyLengthLimit = 256;
            options.ValueLengthLimit = FieldCharacters;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = CookieNames.Antiforgery;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            // Always would refuse plain http on localhost before a browser, which accepts it, is asked.
            // The cookie policy below marks this cookie Secure like every other.
            options.Cookie.SecurePolicy = CookieSecurePolicy.None;
            // frame-ancestors says it, and the header policy sends the older header with every answer.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.Secure = CookieSecurePolicy.Always;
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
        });
        services.Configure<CookieTempDataProviderOptions>(options =>
        {
            options.Cookie.Name = CookieNames.Notice;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.Path = "/";
            options.Cookie.IsEssential = true;
        });
        services.Configure<MvcOptions>(options => options.Filters.Add<PageMethodFilter>());
        return builder;
    }

    /// <summary>Keeps answers to signed-in people out of every cache. Goes after authentication.</summary>
    public static IApplicationBuilder UseNoStoreForSignedIn(this IApplicationBuilder app) => app.UseMiddleware<NoStoreMiddleware>();

    private static void ApplyHeaders(HeaderPolicyCollection policy) => policy
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddImgSrc().Self();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddManifestSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().None();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddRequireTrustedTypesFor().Script();
        })
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(coop => coop.SameOrigin())
        .AddCrossOriginResourcePolicy(corp => corp.SameOrigin())
        .AddPermissionsPolicy(permissions =>
        {
            // Only names that current browsers know: an unknown one is a complaint in every console.
            permissions.AddAccelerometer().None();
            permissions.AddAutoplay().None();
            permissions.AddCamera().None();
            permissions.AddDisplayCapture().None();
            permissions.AddFullscreen().None();
            permissions.AddGeolocation().None();
            permissions.AddGyroscope().None();
            permissions.AddMagnetometer().None();
            permissions.AddMicrophone().None();
            permissions.AddMidi().None();
            permissions.AddPayment().None();
            permissions.AddUsb().None();
        })
        .AddStrictTransportSecurityMaxAgeIncludeSubDomains(YearInSeconds)
        .RemoveServerHeader();

    private sealed class OutermostFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseSecurityHeaders();
            app.UseMiddleware<AllowedMethodsMiddleware>();
            next(app);
        };
    }
}
