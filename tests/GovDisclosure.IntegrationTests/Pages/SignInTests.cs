using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Signing in and out through the form, and what ends a sign-in.</summary>
public sealed class SignInTests(PortalServer server)
{
    private const string Refusal = ".field-error, .error-summary";

    [Fact]
    public async Task SignIn_RightPassword_OpensTheAgencysPages()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();

        var answer = await client.SignInAsync(agency.UserName, SamplePeople.Password);
        var page = await client.OpenAsync("/");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.True(IsSignedIn(page));
        Assert.Contains(agency.Agency.ShortName, page.Text(".who-name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_UnknownNameOrWrongPassword_SameAnswer()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();

        var wrong = await client.SignInAsync(agency.UserName, "Wrong-password-1");
        var unknown = await client.SignInAsync("nobody." + Guid.NewGuid().ToString("N")[..8], "Wrong-password-1");

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Equal(wrong.Texts(Refusal), unknown.Texts(Refusal));
        Assert.NotEmpty(wrong.Texts(Refusal));
        Assert.DoesNotContain("Wrong-password-1", wrong.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(wrong.SetCookies, cookie => cookie.StartsWith("__Host-sign-in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_NothingTyped_EachFieldSaysSo()
    {
        var answer = await server.Portal.NewClient().SignInAsync("", "");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(2, answer.Document.QuerySelectorAll(".error-summary a").Length);
        Assert.StartsWith("错误", answer.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_FiveWrongPasswords_LocksForAWhileWithoutSayingSo()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();
        PortalPage wrong = null!;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            wrong = await client.SignInAsync(agency.UserName, "Wrong-password-1");
        }

        var right = await client.SignInAsync(agency.UserName, SamplePeople.Password);

        Assert.Equal(HttpStatusCode.BadRequest, right.Status);
        Assert.Equal(wrong.Texts(Refusal), right.Texts(Refusal));
        await server.WithAccountsAsync(async accounts =>
        {
            var locked = await accounts.Users.SingleAsync(person => person.UserName == agency.UserName, TestContext.Current.CancellationToken);
            Assert.True(locked.LockoutEnd > TimeProvider.System.GetUtcNow());
        });
    }

    [Fact]
    public async Task SignIn_ManyFromOneAddress_Limited()
    {
        var client = server.Portal.NewClient();
        var form = PortalForm.Of(await client.GetAsync("/account/sign-in"), "main form").With("Input.UserName", "").With("Input.Password", "");
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 31; attempt++)
        {
            statuses.Add((await client.SubmitAsync(form)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.BadRequest, status));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/sign-in")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("/%5Cevil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http:evil.example")]
    public async Task SignIn_ReturnAddressElsewhere_StaysHere(string returnUrl)
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = server.Portal.NewClient();

        var answer = await client.SignInAsync(agency.UserName, SamplePeople.Password, "/account/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var target = new Uri(new Uri("https://localhost/account/sign-in"), answer.Location!);
        Assert.Equal("localhost", target.Host);
        Assert.Equal("https", target.Scheme);
    }

    [Fact]
    public async Task SignIn_ReturnAddressHere_LeadsThere()
    {
        var agency = await TestAgency.CreateAsync(server);

        var answer = await server.Portal.NewClient().SignInAsync(agency.UserName, SamplePeople.Password, "/account/sign-in?returnUrl=%2Fhelp%3Fa%3D1");

        Assert.Equal("/help?a=1", answer.Location);
    }

    [Fact]
    public async Task SignOut_CookieCopiedBefore_IsWorthNothing()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = await server.Portal.SignInAsync(agency.UserName);
        var stolen = new CookieContainer();
        stolen.Add(client.Cookies.GetAllCookies());
        var thief = server.Portal.NewClient(stolen);
        var before = await thief.GetAsync("/help");

        var left = await client.SubmitAsync(PortalForm.Of(await client.GetAsync("/help"), "form[action='/account/sign-out']"));
        var after = await server.Portal.NewClient(stolen).GetAsync("/help");

        Assert.True(IsSignedIn(before));
        Assert.Contains("\"storage\"", left.Header("Clear-Site-Data"), StringComparison.Ordinal);
        Assert.False(IsSignedIn(after));
        Assert.False(IsSignedIn(await client.GetAsync("/help")));
    }

    [Fact]
    public async Task SignedIn_SwitchedOff_CutAtOnce()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = await server.Portal.SignInAsync(agency.UserName);
        Assert.True(IsSignedIn(await client.GetAsync("/help")));

        await server.WithAccountsAsync(accounts => accounts.Users.Where(person => person.UserName == agency.UserName)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.IsActive, false), TestContext.Current.CancellationToken));

        Assert.False(IsSignedIn(await client.GetAsync("/help")));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Portal.NewClient().SignInAsync(agency.UserName, SamplePeople.Password)).Status);
    }

    [Fact]
    public async Task SignedIn_TwoHoursWithoutARequest_Ended()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = server.NewPortal(new PortalHostOptions { Time = time });
        var agency = await TestAgency.CreateAsync(server);
        var client = await portal.SignInAsync(agency.UserName);

        time.Advance(TimeSpan.FromMinutes(100));
        var busy = await client.GetAsync("/help");
        time.Advance(TimeSpan.FromMinutes(100));
        var renewed = await client.GetAsync("/help");
        time.Advance(TimeSpan.FromMinutes(121));
        var idle = await client.GetAsync("/help");

        Assert.True(IsSignedIn(busy));
        Assert.True(IsSignedIn(renewed));
        Assert.False(IsSignedIn(idle));
    }

    [Fact]
    public async Task SignInCookie_InTheDatabase_OnlyItsHash()
    {
        var agency = await TestAgency.CreateAsync(server);
        await server.Portal.SignInAsync(agency.UserName);

        await server.WithAccountsAsync(async accounts =>
        {
            var session = await accounts.Sessions.SingleAsync(row => row.PersonId == agency.PersonId, TestContext.Current.CancellationToken);
            Assert.Equal(32, session.KeyHash.Length);
            Assert.DoesNotContain(agency.UserName, System.Text.Encoding.UTF8.GetString(session.Ticket), StringComparison.Ordinal);
        });
    }

    private static bool IsSignedIn(PortalPage page) => page.Document.QuerySelector("form[action='/account/sign-out']") is not null;
}
