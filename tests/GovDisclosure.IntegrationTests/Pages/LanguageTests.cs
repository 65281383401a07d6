using System.Text.RegularExpressions;
using AngleSharp.Dom;
using GovDisclosure.IntegrationTests.Architecture;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Chinese first, English complete: a page in English says nothing in Chinese that is not marked as the plan's own words.</summary>
public sealed partial class LanguageTests(PortalServer server)
{
    [Fact]
    public async Task Language_NotChosen_Chinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Language", "en" } } };

        var page = await server.Portal.NewClient().SendAsync(request);

        Assert.Equal("zh-CN", page.Find("html").GetAttribute("lang"));
    }

    [Fact]
    public async Task Language_Chosen_KeptAndLeadsBack()
    {
        var client = server.Portal.NewClient();
        var choice = await client.GetAsync("/language?returnUrl=%2Fhelp%2Fdeadlines");

        var answer = await client.SubmitAsync(PortalForm.Of(choice, "main form").With("language", "en"));
        var page = await client.GetAsync("/");

        Assert.Equal("/help/deadlines", answer.Location);
        Assert.Equal("en", page.Find("html").GetAttribute("lang"));
        Assert.Equal("en", page.Header("Content-Language"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    public async Task Language_ReturnAddressElsewhere_StaysHere(string returnUrl)
    {
        var client = server.Portal.NewClient();
        var choice = await client.GetAsync("/language");

        var answer = await client.SubmitAsync(PortalForm.Of(choice, "main form").With("language", "en").With("returnUrl", returnUrl));

        Assert.Equal("/", answer.Location);
    }

    [Fact]
    public async Task Language_Unknown_Refused()
    {
        var client = server.Portal.NewClient();

        var answer = await client.SubmitAsync(PortalForm.Of(await client.GetAsync("/language"), "main form").With("language", "xx"));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gongshang.clerk")]
    [InlineData("dongcheng.district")]
    [InlineData("dongcheng-jiedao.clerk")]
    [InlineData("office")]
    [InlineData("admin")]
    public async Task English_EveryPageOfAReader_SaysNothingInUnmarkedChinese(string? userName)
    {
        var client = userName is null ? server.Portal.NewClient() : await server.Portal.SignInAsync(userName);
        await client.ChooseEnglishAsync();
        var seen = 0;
        var unmarked = new List<string>();
        foreach (var path in await PathsAsync())
        {
            var page = await client.OpenAsync(path);
            if (page.Response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            seen++;
            Assert.Equal("en", page.Find("html").GetAttribute("lang"));
            unmarked.AddRange(Unmarked(page.Document.DocumentElement).Select(text => $"{path}: {text.Trim()}"));
        }

        Assert.Empty(unmarked);
        Assert.True(seen > 5);
    }

    [Theory]
    [InlineData("gongshang.clerk")]
    [InlineData("admin")]
    public async Task Titles_OfPages_DifferAndEachPageHasOneHeading(string userName)
    {
        var client = await server.Portal.SignInAsync(userName);
        var titles = new List<string>();
        foreach (var path in await PathsAsync())
        {
            var page = await client.GetAsync(path);
            if (page.Status == System.Net.HttpStatusCode.OK && page.Response.Content.Headers.ContentType?.MediaType == "text/html")
            {
                titles.Add(page.Text("title"));
                Assert.Single(page.Document.QuerySelectorAll("h1"));
            }
        }

        Assert.Distinct(titles);
    }

    private async Task<IEnumerable<string>> PathsAsync() =>
        (await PortalEndpoints.OfAsync(server.Portal)).Where(endpoint => endpoint is { Page: not null, Parameters.Count: 0 }).Select(endpoint => endpoint.Pattern)
        .Append("/plan/2016");

    private static IEnumerable<string> Unmarked(IElement element)
    {
        if (element.GetAttribute("lang")?.StartsWith("zh", StringComparison.Ordinal) is true)
        {
            return [];
        }

        var own = element.ChildNodes.OfType<IText>().Select(text => text.Data)
            .Concat(element.Attributes.Where(attribute => attribute.Name is "title" or "aria-label" or "alt").Select(attribute => attribute.Value));
        return own.Where(text => Han().IsMatch(text)).Concat(element.Children.SelectMany(Unmarked));
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
