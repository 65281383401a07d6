using System.Threading.RateLimiting;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Accounts;
using GovDisclosure.Web.Infrastructure.Navigation;
using GovDisclosure.Web.Infrastructure.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace GovDisclosure.Web.Infrastructure.Accounts;

/// <summary>Signing in: passwords, lock-out, sessions on the server, and the policies of the folders.</summary>
public static class AccountsSetup
{
    /// <summary>The rate limit of the sign-in form, by network address.</summary>
    public const string SignInRateLimit = "sign-in";

    private const int SignInsEachWindow = 30;

    public static WebApplicationBuilder AddPortalAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddDataProtection().SetApplicationName("GovDisclosure").PersistKeysToDbContext<AccountsDbContext>();
        services.AddIdentityCore<Person>(Configure)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<AccountsDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddPasswordValidator<PasswordValidator>();
        services.AddScoped<PasswordLinks>();
        services.AddScoped<PasswordService>();
        services.AddScoped<PersonService>();
        // Twice the number that Identity ships with; a check takes about a tenth of a second.
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);

        services.AddSingleton<ITicketStore, DatabaseTicketStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<ITicketStore>((options, store) =>
        {
            options.SessionStore = store;
            options.Cookie.Name = CookieNames.SignIn;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.HttpOnly = true;
            options.Cookie.Path = "/";
            options.ExpireTimeSpan = TimeSpan.FromHours(2);
            options.SlidingExpiration = true;
            options.LoginPath = PortalPaths.SignIn;
            options.ReturnUrlParameter = "returnUrl";
            // A page that one's role may not use is refused with a page of its own, at its own address.
            options.Events.OnRedirectToAccessDenied = async context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await context.HttpContext.RequestServices.GetRequiredService<AccountTrail>().RecordOwnAsync(
                    AccountActions.AccessRefused, new { context.Request.Method, Path = Shortened(context.Request.Path) }, context.HttpContext.RequestAborted);
            };
        });

        var authorization = services.AddAuthorizationBuilder();
        foreach (var (policy, roles) in Policies.RolesOf)
        {
            authorization.AddPolicy(policy, rule => rule.RequireRole(roles));
        }

        // What names no policy is for nobody: a forgotten attribute shuts a door, it does not open one.
        authorization.SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());

        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.AddPolicy(SignInRateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                HttpMethods.IsPost(context.Request.Method) ? context.Connection.RemoteIpAddress?.ToString() ?? "" : "reading",
                key => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = key == "reading" ? int.MaxValue : SignInsEachWindow,
                    Window = TimeSpan.FromMinutes(5),
                }));
        });
        return builder;
    }

    // Without the query, which may hold what somebody typed.
    private static string Shortened(PathString path)
    {
        const int Longest = 200;
        var text = path.Value ?? "";
        return text.Length <= Longest ? text : text[..Longest];
    }

    private static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = PasswordRules.Shortest;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequireDigit = true;
        options.Password.RequireLowercase = true;
        options.Password.RequireUppercase = true;
        options.Lockout.MaxFailedAccessAttempts = 5;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        options.Lockout.AllowedForNewUsers = true;
    }
}
