using System.Net;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Disclosures;
using GovDisclosure.Data.Events;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>A past day answers as it was recorded; what was recorded about it later is shown beside it, as a correction.</summary>
public sealed class CorrectionTests(PortalServer server)
{
    private const string Day = "2016-09-30";

    private static readonly BeijingClock Then = new(TimeProvider.System, new DateOnly(2016, 9, 20));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LoggedLater_TheDayStaysAndTheCorrectionIsShown()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, At(2016, 8, 1)))[0];
        var client = await OfficeAsync();
        var file = $"/office/duties/export?agency={agency.Id}&asof={Day}&format=csv";
        var before = (await client.GetAsync(file)).Body;
        Assert.Empty(await RowsAsync(client, agency));

        await agency.LogAsync("补记", new DateOnly(2016, 8, 20), [duty.Id]);

        Assert.Equal([("已逾期", "按期完成", "当时已公开，之后补记")], await RowsAsync(client, agency));
        Assert.Equal(before, (await client.GetAsync(file)).Body);
        var list = await client.GetAsync($"/office/duties?agency={agency.Id}&asof={Day}");
        Assert.Contains("登记更正：按期完成", list.Text($"[data-duty='{duty.Id}']"), StringComparison.Ordinal);
        Assert.Equal($"/office/corrections?asof={Day}&agency={agency.Id}", list.Find(".notification a.figure").GetAttribute("href"));
        Assert.DoesNotContain("更正", (await client.GetAsync($"/office/duties?agency={agency.Id}")).Text("main"), StringComparison.Ordinal);
        Assert.Contains("事后更正 1 项", (await client.GetAsync($"/office/agencies?asof={Day}")).Text($"th:has(a[href^='/office/agencies/{agency.Id}'])"), StringComparison.Ordinal);
        Assert.Contains("事后更正 1 项", (await client.GetAsync($"/office/matrix?asof={Day}")).Text($"th:has(a[href^='/office/agencies/{agency.Id}'])"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_WhatCountedThenCountsNoLonger()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, At(2016, 8, 1)))[0];
        Guid disclosure;
        await using (var then = agency.Open())
        {
            disclosure = (await new DisclosureService(then, Then).LogAsync(
                new LogDisclosure(
                    Guid.NewGuid(), new DisclosureDraft("有误", "https://test.example/1", new DateOnly(2016, 8, 20), null, null, null),
                    [duty.Id], new Dictionary<Guid, decimal?>()),
                Cancellation)).DisclosureId!.Value;
        }

        await using (var now = agency.Open())
        {
            Assert.Null(await new DisclosureService(now, TestClock.Beijing).WithdrawAsync(disclosure, "登记有误", Cancellation));
        }

        Assert.Equal([("按期完成", "已逾期", "原计入的公开记录之后被退回或撤回")], await RowsAsync(await OfficeAsync(), agency));
    }

    [Fact]
    public async Task EventEnteredLater_AndOneEnteredByMistake_BothAreCorrections()
    {
        var agency = await (await TestAgency.CreateAsync(server)).JoinAsync(TriggerKind.PolicyDocument);
        var mistaken = await EnterAsync(agency, "有误的文件", new DateOnly(2016, 9, 1), Then);
        await EnterAsync(agency, "补登的文件", new DateOnly(2016, 9, 5), TestClock.Beijing);
        await using (var db = agency.Open())
        {
            Assert.Null(await new EventService(db, new PlanQueries(db), Calendars(db), TestClock.Beijing).CancelAsync(mistaken, "并无此件", Cancellation));
        }

        var rows = await RowsAsync(await OfficeAsync(), agency);

        Assert.Contains(("已逾期", "已取消", "事项登记有误，之后撤销"), rows);
        Assert.Contains(("当时尚未登记", "已逾期", "事项当时已发生，之后补登"), rows);
    }

    [Fact]
    public async Task DecidedLater_TakesEffectLater_AndCorrectsNothing()
    {
        var agency = await TestAgency.CreateAsync(server);
        var office = await TestAgency.CreateOfficeAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, At(2016, 9, 22)))[0];
        Assert.Empty(await agency.AskAsync(duty.Id, new DateOnly(2016, 11, 10)));
        Assert.Empty(await office.DecideAsync((await agency.RequestAsync(duty.Id)).Id, DecisionOutcome.Grant, new DateOnly(2016, 11, 10)));
        // And what was published after the day says nothing of it.
        await agency.LogAsync("之后公开", new DateOnly(2016, 10, 10), [duty.Id]);

        Assert.Empty(await RowsAsync(await OfficeAsync(), agency));
    }

    [Theory]
    [InlineData("?asof=soon", HttpStatusCode.BadRequest)]
    [InlineData("?asof=2030-01-01&export=csv", HttpStatusCode.BadRequest)]
    [InlineData("?asof=2016-09-30&agency=nobody&after=never", HttpStatusCode.OK)]
    [InlineData("", HttpStatusCode.OK)]
    public async Task Address_ThatMeansNothing_AnsweredInWords(string query, HttpStatusCode status) =>
        Assert.Equal(status, (await (await OfficeAsync()).GetAsync("/office/corrections" + query)).Status);

    private static async Task<List<(string Then, string Now, string What)>> RowsAsync(PortalClient client, TestAgency agency)
    {
        var address = $"/office/corrections?asof={Day}&agency={agency.Id}";
        var page = await client.GetAsync(address);
        var rows = page.Document.QuerySelectorAll("tr[data-duty]").Select(row => row.QuerySelectorAll("td"))
            .Select(cells => (cells[2].TextContent.Trim(), cells[3].TextContent.Trim(), cells[4].QuerySelector("div")!.FirstChild!.TextContent.Trim())).ToList();
        var csv = CsvRows.Read((await client.GetAsync(address + "&export=csv")).Body);
        Assert.Equal(rows, csv.Rows.Select(line => (line[4], line[5], line[6])));
        Assert.Equal(rows.Count, int.Parse(page.Find("[data-found]").GetAttribute("data-found")!, System.Globalization.CultureInfo.InvariantCulture));
        return rows;
    }

    private static async Task<Guid> EnterAsync(TestAgency agency, string title, DateOnly occurredOn, BeijingClock clock)
    {
        await using var db = agency.Open();
        var result = await new EventService(db, new PlanQueries(db), Calendars(db), clock)
            .RegisterAsync(Guid.NewGuid(), new EventDraft(TriggerKind.PolicyDocument, null, "", title, occurredOn, null), Cancellation);
        Assert.Empty(result.Violations);
        return result.EventId!.Value;
    }

    private async Task<PortalClient> OfficeAsync() => await server.Portal.SignInAsync((await TestAgency.CreateOfficeAsync(server)).UserName);

    private static CalendarQueries Calendars(GovDisclosure.Data.GovDbContext db) => new(db, new CalendarCache());

    private static DateTimeOffset At(int year, int month, int day) => BeijingTime.StartOf(new DateOnly(year, month, day));
}
