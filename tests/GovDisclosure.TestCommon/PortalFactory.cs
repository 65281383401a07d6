using System.Net;
using GovDisclosure.Data.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Serilog;

namespace GovDisclosure.TestCommon;

/// <summary>What a portal under test is told.</summary>
public sealed record PortalHostOptions
{
    /// <summary>Development has the strict localizer; Production has what visitors meet.</summary>
    public string Environment { get; init; } = "Development";

    /// <summary>The pinned date; <see langword="null"/> follows the time provider.</summary>
    public DateOnly? Today { get; init; } = TestClock.Today;

    /// <summary>The real time, where a test moves it.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Whether pages say and offer that the people and the history are samples. Making them is the template's work.</summary>
    public bool ShowsSamples { get; init; }

    /// <summary>Further settings.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Services to replace: clocks and mail only.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };
}

/// <summary>The portal as its own program starts it, on the run's database: in memory, or on a port for a browser.</summary>
public sealed class PortalFactory(string administrator, string secret, PortalHostOptions options) : WebApplicationFactory<Program>
{
    // Secure cookies with the __Host- prefix are only sent to https.
    private static readonly Uri BaseAddress = new("https://localhost");

    private static int _addresses;

    /// <summary>Serves on a free port of this machine and returns the address. Called before anything else.</summary>
    public Uri StartOnPort()
    {
        UseKestrel(0);
        StartServer();
        return new UriBuilder(ClientOptions.BaseAddress) { Host = "localhost" }.Uri;
    }

    /// <summary>A visitor with cookies of its own and, for the sake of rate limits, a network address of its own.</summary>
    public PortalClient NewClient(CookieContainer? cookies = null)
    {
        var jar = cookies ?? new CookieContainer();
        var http = CreateDefaultClient(BaseAddress, new CookieContainerHandler(jar));
        var (header, address) = NextCaller();
        http.DefaultRequestHeaders.Add(header, address);
        return new PortalClient(http, jar);
    }

    /// <summary>A header for every request of one visitor: the portal then takes it to come from a network address that nobody else has.</summary>
    public static KeyValuePair<string, string> NextCaller()
    {
        var number = Interlocked.Increment(ref _addresses);
        return new(CallerAddressFilter.Header, new IPAddress([198, 18, (byte)(number >> 8), (byte)number]).ToString());
    }

    /// <summary>A visitor who has signed in through the form.</summary>
    public async Task<PortalClient> SignInAsync(string userName)
    {
        var client = NewClient();
        var answer = await client.SignInAsync(userName, SamplePeople.Password);
        return answer.Status == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{userName} could not sign in: {answer.Status}.");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(options.Environment);
        builder.UseContentRoot(Repository.Web);
        builder.UseSetting("ConnectionStrings:Default", administrator);
        builder.UseSetting("Database:RoleSecret", secret);
        builder.UseSetting("Clock:Today", options.Today?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        builder.UseSetting("Samples:Enabled", options.ShowsSamples ? "true" : "false");
        foreach (var (key, value) in options.Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IStartupFilter, CallerAddressFilter>();
            // Nothing to read in a test's output; what the portal logs is asked of its own process.
            services.AddSerilog((_, logger) => logger.MinimumLevel.Fatal(), preserveStaticLogger: true);
            services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = TestServices.HashIterations);
            if (options.Time is not null)
            {
                services.AddSingleton(options.Time);
            }

            options.Services(services);
        });
    }

    /// <summary>Gives each visitor the address that it names, as a connection would.</summary>
    private sealed class CallerAddressFilter : IStartupFilter
    {
        public const string Header = "X-Test-Address";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[Header], out var address))
                {
                    context.Connection.RemoteIpAddress = address;
                }

                return following(context);
            });
            next(app);
        };
    }
}
