using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>What every answer carries, failures among them.</summary>
public sealed class HeaderTests(PortalServer server)
{
    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/help", HttpStatusCode.OK)]
    [InlineData("GET", "/account/sign-in", HttpStatusCode.OK)]
    [InlineData("GET", "/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("GET", "/error", HttpStatusCode.NotFound)]
    [InlineData("GET", "/css/base.css", HttpStatusCode.OK)]
    [InlineData("GET", "/health/live", HttpStatusCode.OK)]
    [InlineData("GET", "/health/ready", HttpStatusCode.OK)]
    [InlineData("GET", "/work", HttpStatusCode.Redirect)]
    [InlineData("POST", "/account/sign-in", HttpStatusCode.BadRequest)]
    [InlineData("POST", "/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("TRACE", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("CONNECT", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PROPFIND", "/", HttpStatusCode.MethodNotAllowed)]
    public async Task Answer_Any_CarriesTheSecurityHeaders(string method, string path, HttpStatusCode status)
    {
        var answer = await server.Portal.NewClient().SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, answer.Status);
        var policy = answer.Header("Content-Security-Policy").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Superset(
            new HashSet<string>
            {
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
                "frame-ancestors 'none'",
            },
            policy.ToHashSet());
        Assert.DoesNotContain("unsafe-", string.Concat(policy), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.Equal("same-origin", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("", answer.Header("X-Powered-By"));
    }

    [Fact]
    public async Task Answer_ToAnotherHost_RefusedWithTheHeaders()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        var answer = await server.Portal.NewClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.DoesNotContain("evil.example", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_InProductionUnderItsName_IsForHttpsOnly()
    {
        await using var portal = server.NewPortal(new PortalHostOptions
        {
            Environment = "Production",
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AllowedHosts"] = "portal.example" },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "portal.example" } };

        var answer = await portal.NewClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("max-age=31536000; includeSubDomains", answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Cookies_Each_AreLockedToThisHost()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();
        var form = await client.GetAsync("/language");
        var chosen = await client.SubmitAsync(PortalForm.Of(form, "main form").With("language", "en"));
        var signedIn = await client.SignInAsync(agency.UserName, SamplePeople.Password);

        var cookies = form.SetCookies.Concat(chosen.SetCookies).Concat(signedIn.SetCookies).ToList();

        Assert.Equal(["__Host-form", "__Host-language", "__Host-sign-in"], cookies.Select(cookie => cookie.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(cookies, cookie =>
        {
            var flags = cookie.Split(';', StringSplitOptions.TrimEntries).Select(flag => flag.ToUpperInvariant()).ToHashSet();
            Assert.Superset(new HashSet<string> { "SECURE", "HTTPONLY", "PATH=/" }, flags);
            Assert.Contains(flags, flag => flag is "SAMESITE=LAX" or "SAMESITE=STRICT");
            Assert.DoesNotContain(flags, flag => flag.StartsWith("DOMAIN", StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("/help")]
    [InlineData("/work")]
    [InlineData("/work/disclosures")]
    [InlineData("/no-such-page")]
    public async Task Page_ForSomebodySignedIn_IsKeptByNoCache(string path)
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = await server.Portal.SignInAsync(agency.UserName);

        var answer = await client.GetAsync(path);

        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Contains("Cookie", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForThePublic_IsAskedForAgain()
    {
        var answer = await server.Portal.NewClient().GetAsync("/help");

        Assert.Contains("no-cache", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_OnARealPort_SaysNothingOfItselfAndRefusesTrace()
    {
        await using var portal = server.NewPortal();
        using var http = new HttpClient { BaseAddress = portal.StartOnPort() };
        using var trace = new HttpRequestMessage(HttpMethod.Trace, "/");

        using var page = await http.GetAsync(new Uri("/help", UriKind.Relative), TestContext.Current.CancellationToken);
        using var refused = await http.SendAsync(trace, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.False(page.Headers.Contains("Server"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
    }
}
