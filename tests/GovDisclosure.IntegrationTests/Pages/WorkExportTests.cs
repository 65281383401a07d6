using System.Globalization;
using System.Net;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.TestCommon;
using GovDisclosure.Web.Pages.Work;
using Microsoft.Extensions.DependencyInjection;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>An agency's lists as files: the rows of the screen, walked to its end, in the same order and under the same filters.</summary>
public sealed class WorkExportTests(PortalServer server)
{
    [Theory]
    [InlineData("gongshang.clerk", "/work", ".duties .row-link")]
    [InlineData("gongshang.clerk", "/work?state=all&section=1&role=lead", ".duties .row-link")]
    [InlineData("gongshang.clerk", "/work?state=done&words=公开", ".duties .row-link")]
    [InlineData("dongcheng.district", "/work?district=dongcheng&state=all", ".duties .row-link")]
    [InlineData("dongcheng-jiedao.clerk", "/work?state=all", ".duties .row-link")]
    [InlineData("gongshang.clerk", "/work/disclosures", "tbody th > a")]
    [InlineData("gongshang.clerk", "/work/disclosures?q=公开", "tbody th > a")]
    [InlineData("gongshang.clerk", "/work/cases", "tbody th > a")]
    [InlineData("gongshang.clerk", "/work/cases?state=all", "tbody th > a")]
    [InlineData("gongshang.clerk", "/work/cases?state=late&q=商标", "tbody th > a")]
    [InlineData("gongshang.clerk", "/work/events", "tbody th > a")]
    [InlineData("gongshang.clerk", "/work/events?kind=policy_document", "tbody th > a")]
    [InlineData("dongcheng.district", "/work/units/duties", "tbody th > a")]
    [InlineData("dongcheng.district", "/work/units/duties?unit=dongcheng-jiedao&state=all", "tbody th > a")]
    public async Task File_OfAList_HasTheRowsOfTheScreen(string userName, string path, string titles)
    {
        var client = await server.Portal.SignInAsync(userName);

        var first = await client.GetAsync(path);
        var shown = new List<string>(first.Texts(titles));
        for (var page = first; page.Document.QuerySelector("main a[rel=next]")?.GetAttribute("href") is { } next;)
        {
            page = await client.GetAsync(next);
            shown.AddRange(page.Texts(titles));
        }

        // A list that shows nothing offers no file; one that is asked for all the same has no rows.
        var href = first.Document.QuerySelectorAll(".export a").Select(link => link.GetAttribute("href")!).SingleOrDefault(link => link.Contains("export=csv", StringComparison.Ordinal));
        Assert.Equal(shown.Count > 0, href is not null);
        var file = await client.GetAsync(href ?? path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "export=csv");
        var csv = CsvRows.Read(file.Body);
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal(shown, csv.Rows.Select(row => string.Join(' ', row[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        Assert.Equal(["截至日期", "2016年10月20日"], csv.Stamps[1].Take(2));
        Assert.Equal(["行数", shown.Count.ToString("N0", CultureInfo.InvariantCulture)], csv.Stamps[^1].Take(2));
        Assert.All(csv.Rows, row => Assert.Equal(csv.Columns.Count, row.Count));
    }

    [Fact]
    public async Task File_OfSubUnits_HasEveryFigureOfTheScreen()
    {
        var client = await server.Portal.SignInAsync("dongcheng.district");

        var page = await client.GetAsync("/work/units");
        var csv = CsvRows.Read((await client.GetAsync("/work/units?export=csv")).Body);

        Assert.Equal(4, csv.Rows.Count);
        Assert.Equal(
            page.Document.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => (cell.QuerySelector("a") ?? cell).LastChild!.TextContent.Trim() is { Length: > 0 } text ? text : cell.TextContent.Trim()))),
            csv.Rows.Select(row => string.Join('|', row)));
    }

    [Theory]
    [InlineData("/work/units/duties?state=overdue&unit=dongcheng-jiedao", "下级单位", "状态", "已逾期")]
    [InlineData("/work?district=dongcheng&state=overdue&words=公开", "状态", "关键词", "公开")]
    public async Task File_UnderFilters_SaysThemAboveItsRows(string path, string first, string second, string value)
    {
        var client = await server.Portal.SignInAsync("dongcheng.district");

        var file = await client.GetAsync(path + "&export=csv");

        var stamps = CsvRows.Read(file.Body).Stamps;
        Assert.Equal([first, second], stamps.Skip(2).Take(2).Select(stamp => stamp[0]));
        Assert.Equal(value, stamps[3][1]);
        Assert.Contains("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(path + "&export=xlsx")).Status);
    }

    [Fact]
    public void Stamps_OfAFileThatIsCut_SayOfHowMany()
    {
        using var scope = server.Portal.Services.CreateScope();
        var stamps = scope.ServiceProvider.GetRequiredService<ExportStamps>();

        Assert.Contains("12,345", stamps.Of(TestClock.Today, [], 10_000, 12_345)[^1].Value, StringComparison.Ordinal);
        Assert.Equal("7", stamps.Of(TestClock.Today, [], 7, 7)[^1].Value);
    }

    [Fact]
    public async Task Duty_WithMoreThanAPageShows_SaysSoAndLeadsToTheRest()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Quota)))[^1];
        for (var number = 1; number <= 33; number++)
        {
            await agency.LogAsync($"第{number:00}次公开", TestClock.Today.AddDays(-1), [duty.Id], new TimeOnly(9, number));
        }

        var client = await server.Portal.SignInAsync(agency.UserName);
        var page = await client.GetAsync($"/work/obligations/{duty.Id}");
        var earlier = await client.GetAsync(page.Find("section[aria-labelledby=history] > p a").GetAttribute("href")!);
        var list = await client.GetAsync(page.Find("section[aria-labelledby=disclosures] > p a").GetAttribute("href")!);
        var file = CsvRows.Read((await client.GetAsync(list.Find(".export a[href*='export=csv']").GetAttribute("href")!)).Body);

        // 33 were logged, and the duty began once.
        Assert.Equal(30, page.Document.QuerySelectorAll(".timeline > li").Length);
        Assert.Contains("更早的还有 4 条", page.Text("section[aria-labelledby=history]"), StringComparison.Ordinal);
        Assert.Contains("第33次公开", page.Text(".timeline"), StringComparison.Ordinal);
        Assert.Equal(4, earlier.Document.QuerySelectorAll(".timeline > li").Length);
        Assert.Contains("更新的还有 30 条", earlier.Text("section[aria-labelledby=history]"), StringComparison.Ordinal);
        Assert.Contains("第03次公开", earlier.Text(".timeline"), StringComparison.Ordinal);
        Assert.Equal(30, page.Document.QuerySelectorAll("section[aria-labelledby=disclosures] li").Length);
        Assert.Contains("共 33 条", page.Text("section[aria-labelledby=disclosures]"), StringComparison.Ordinal);
        Assert.Contains("第33次公开", page.Text("section[aria-labelledby=disclosures]"), StringComparison.Ordinal);
        Assert.Contains("33", list.Text("caption"), StringComparison.Ordinal);
        Assert.Equal(33, file.Rows.Count);
        Assert.Single(list.Document.QuerySelectorAll(".chip"));
    }

    [Theory]
    [InlineData("/work/disclosures?duty=nonsense", HttpStatusCode.NotFound)]
    [InlineData("/work/disclosures?duty=", HttpStatusCode.OK)]
    [InlineData("/work/cases?export=pdf", HttpStatusCode.OK)]
    [InlineData("/work/units?export=csv", HttpStatusCode.Forbidden)]
    public async Task Query_Odd_AnsweredWithoutAFile(string path, HttpStatusCode status)
    {
        var client = await server.Portal.SignInAsync("gongshang.clerk");

        var answer = await client.GetAsync(path);

        Assert.Equal((status, ""), (answer.Status, answer.Header("Content-Disposition")));
    }

    [Fact]
    public async Task Disclosures_OfAnothersDuty_NotFound()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Quota)))[0];
        var client = await server.Portal.SignInAsync("gongshang.clerk");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/work/disclosures?duty={duty.Id}")).Status);
    }
}
