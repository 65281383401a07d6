using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.TestCommon;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Every failure ends on a page in plain words, with a number to quote and nothing of the inside.</summary>
public sealed class ErrorPageTests(PortalServer server)
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task NotFound_Page_SaysSoWithAReference(string language)
    {
        var client = server.Portal.NewClient();
        if (language == "en")
        {
            await client.ChooseEnglishAsync();
        }

        AssertErrorPage(await client.GetAsync("/no-such-page"), HttpStatusCode.NotFound, language);
    }

    [Theory]
    [InlineData("/work/obligations/not-a-guid")]
    [InlineData("/work/obligations/00000000-0000-0000-0000-000000000000")]
    [InlineData("/work/disclosures/00000000-0000-0000-0000-000000000000")]
    [InlineData("/work/disclosures/log?for=00000000-0000-0000-0000-000000000000")]
    [InlineData("/work/disclosures/log?for=x")]
    [InlineData("/plan/1999")]
    public async Task NotFound_SignedIn_IsAPage(string path)
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = await server.Portal.SignInAsync(agency.UserName);

        AssertErrorPage(await client.GetAsync(path), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Forbidden_RoleThatDoesNotWork_StaysAtItsAddress()
    {
        var agency = await TestAgency.CreateAsync(server, role: PersonRole.Administrator);
        var client = await server.Portal.SignInAsync(agency.UserName);

        AssertErrorPage(await client.GetAsync("/work"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Forbidden_ReaderWhoLogs_Refused()
    {
        var agency = await TestAgency.CreateAsync(server, role: PersonRole.Reviewer);
        var client = await server.Portal.SignInAsync(agency.UserName);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/work")).Status);
        AssertErrorPage(await client.GetAsync("/work/disclosures/log"), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Post_WithoutToken_SaysThatTheFormIsTooOld()
    {
        var client = server.Portal.NewClient();

        var answer = await client.PostAsync("/language", [KeyValuePair.Create("language", "en")]);

        AssertErrorPage(answer, HttpStatusCode.BadRequest);
        Assert.DoesNotContain(answer.SetCookies, cookie => cookie.StartsWith("__Host-language", StringComparison.Ordinal));
        Assert.Equal("zh-CN", (await client.GetAsync("/help")).Find("html").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "language=en&x=%00", HttpStatusCode.BadRequest)]
    [InlineData("application/x-www-form-urlencoded", "long:200000", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("multipart/form-data", "abc", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "abc", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    public async Task Post_WhatIsNoForm_SaysSoAndNotThatAFormExpired(string type, string body, HttpStatusCode status)
    {
        var client = server.Portal.NewClient();
        var token = await client.TokenAsync();
        var expired = (await client.PostAsync("/language", [KeyValuePair.Create("language", "en")])).Heading;
        body = body.StartsWith("long:", StringComparison.Ordinal) ? "language=" + new string('x', int.Parse(body[5..], System.Globalization.CultureInfo.InvariantCulture)) : body;
        using var content = new StringContent(body + (type.EndsWith("urlencoded", StringComparison.Ordinal) ? "&__RequestVerificationToken=" + Uri.EscapeDataString(token) : ""));
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        var answer = await client.SendAsync(HttpMethod.Post, "/language", content);

        AssertErrorPage(answer, status);
        Assert.NotEqual(expired, answer.Heading);
    }

    [Fact]
    public async Task Post_FieldWithABracketLeftOpen_IsAFieldLikeAnother()
    {
        var client = server.Portal.NewClient();
        var token = await client.TokenAsync();

        var answer = await client.PostAsync(
            "/language", [KeyValuePair.Create("x[", "1"), KeyValuePair.Create("language", "en"), KeyValuePair.Create("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
    }

    [Fact]
    public async Task Post_AnotherVisitorsToken_Refused()
    {
        var token = await server.Portal.NewClient().TokenAsync();
        var client = server.Portal.NewClient();
        await client.TokenAsync();

        var answer = await client.PostAsync("/language", [KeyValuePair.Create("language", "en"), KeyValuePair.Create("__RequestVerificationToken", token)]);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task Post_PageWithoutAForm_SaysWhichMethodsItTakes()
    {
        var client = server.Portal.NewClient();
        var token = await client.TokenAsync();

        var answer = await client.PostAsync("/help", [KeyValuePair.Create("__RequestVerificationToken", token)]);

        AssertErrorPage(answer, HttpStatusCode.MethodNotAllowed);
        Assert.Contains("GET", answer.Header("Allow"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_Ours_TellsNothingOfTheInside()
    {
        await using var portal = server.NewPortal(new PortalHostOptions
        {
            Services = services => services.AddScoped<IPasswordHasher<Person>, BrokenHasher>(),
        });

        var answer = await portal.NewClient().SignInAsync("office", SamplePeople.Password);

        AssertErrorPage(answer, HttpStatusCode.InternalServerError);
        Assert.DoesNotContain(BrokenHasher.Message, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_Away_PagesSaySorryAndHealthSaysSo()
    {
        await using var portal = server.NewPortal();
        var client = portal.NewClient();
        var form = PortalForm.Of(await client.GetAsync("/account/sign-in"), "main form").With("Input.UserName", "office").With("Input.Password", "x");
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).Status);

        var sources = portal.Services.GetRequiredService<GovDataSources>();
        await sources.DisposeAsync();
        const string Nowhere = "Host=/nonexistent;Timeout=2";
        sources.Open(new DatabaseLogins(Nowhere, Nowhere, Nowhere, Nowhere, Nowhere, Nowhere));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).Status);
        var answer = await client.SubmitAsync(form);
        AssertErrorPage(answer, HttpStatusCode.ServiceUnavailable);
        Assert.Equal("120", answer.Header("Retry-After"));

        await sources.DisposeAsync();
        sources.Open(server.Logins);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).Status);
    }

    private static void AssertErrorPage(PortalPage page, HttpStatusCode status, string language = "zh")
    {
        Assert.Equal(status, page.Status);
        Assert.Equal("text/html", page.Response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith(language, page.Find("html").GetAttribute("lang"), StringComparison.Ordinal);
        Assert.NotEmpty(page.Heading);
        Assert.Matches("^[0-9a-f]{32}$", page.Text(".reference"));
        Assert.Contains("no-store", page.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.NotEqual("", page.Header("Content-Security-Policy"));
    }

    private sealed class BrokenHasher : IPasswordHasher<Person>
    {
        public const string Message = "inside-information";

        public string HashPassword(Person user, string password) => throw new InvalidOperationException(Message);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword) =>
            throw new InvalidOperationException(Message);
    }
}
