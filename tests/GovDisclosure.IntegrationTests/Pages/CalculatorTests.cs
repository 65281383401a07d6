using System.Net;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Anybody can work out when a period ends, and pass the answer on by its address.</summary>
public sealed class CalculatorTests(PortalServer server)
{
    [Theory]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays", "2016-10-13")]
    [InlineData("Start=2016-09-15&Count=1&Unit=WorkingDays", "2016-09-18")]
    [InlineData("Start=2016-09-16&Count=15&Unit=CalendarDays", "2016-10-08")]
    [InlineData("Start=2026-12-20&Count=20&Unit=WorkingDays", "2027-01-15")]
    [InlineData("Start=2016-01-31&Count=1&Unit=Months", "2016-02-29")]
    [InlineData("Start=2015-10-05&Count=1&Unit=Years", "2016-10-08")]
    [InlineData("Start=2016-10-10&Count=7&Unit=WorkingDaysBefore", "2016-09-26")]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays&ExtendBy=20", "2016-11-10")]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays&StopFrom=2016-09-19&StopTo=2016-09-23", "2016-10-20")]
    public async Task Answer_FromTheAddress_LastDayIsDue(string question, string due)
    {
        var page = await server.Portal.NewClient().GetAsync($"/calculator?{question}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(due, page.Find(".week-grid td.due time").GetAttribute("datetime"));
        Assert.EndsWith($"/calculator?{question}", page.Find(".facts a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_InHours_ToTheMinute()
    {
        var page = await server.Portal.NewClient().GetAsync("/calculator?Start=2016-09-30&Count=24&Unit=Hours&Time=09:30");

        Assert.Contains("2016年10月1日（星期六）09:30", page.Find("#answer").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays", false)]
    [InlineData("Start=2026-12-20&Count=20&Unit=WorkingDays", true)]
    public async Task Answer_BeyondTheLastNotice_Provisional(string question, bool provisional)
    {
        var page = await server.Portal.NewClient().GetAsync($"/calculator?{question}");

        Assert.Equal(provisional, page.Document.QuerySelector("#answer ~ p .tag.soon") is not null);
    }

    [Theory]
    [InlineData("Start=2016-02-30&Count=20&Unit=WorkingDays", "Start")]
    [InlineData("Start=1999-12-31&Count=20&Unit=WorkingDays", "Start")]
    [InlineData("Start=&Count=20&Unit=WorkingDays", "Start")]
    [InlineData("Start=2016-09-09&Count=0&Unit=WorkingDays", "Count")]
    [InlineData("Start=2016-09-09&Count=501&Unit=WorkingDays", "Count")]
    [InlineData("Start=2016-09-09&Count=two&Unit=WorkingDays", "Count")]
    [InlineData("Start=2016-09-09&Count=20&Unit=Weeks", "Unit")]
    [InlineData("Start=2016-09-09&Count=20", "Unit")]
    [InlineData("Start=2016-09-09&Count=24&Unit=Hours", "Time")]
    [InlineData("Start=2016-09-09&Count=24&Unit=Hours&Time=25:00", "Time")]
    [InlineData("Start=2016-09-09&Count=25&Unit=Months", "Count")]
    [InlineData("Start=2016-09-09&Count=3&Unit=Years", "Count")]
    [InlineData("Start=2016-09-09&Count=490&Unit=WorkingDays&ExtendBy=20", "ExtendBy")]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays&ExtendBy=0", "ExtendBy")]
    [InlineData("Start=2016-09-09&Count=7&Unit=WorkingDaysBefore&ExtendBy=1", "ExtendBy")]
    [InlineData("Start=2016-09-09&Count=1&Unit=Months&StopFrom=2016-09-19&StopTo=2016-09-23", "StopFrom")]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays&StopFrom=2016-09-19", "StopTo")]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays&StopFrom=2016-09-23&StopTo=2016-09-19", "StopTo")]
    [InlineData("Start=2016-09-09&Count=20&Unit=WorkingDays&StopFrom=2016-09-19&StopTo=2019-09-19", "StopTo")]
    public async Task Question_WithAnOddField_ToldBesideItAndKept(string question, string field)
    {
        var page = await server.Portal.NewClient().GetAsync($"/calculator?{question}");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Texts(".error-summary li"));
        Assert.Contains(field, page.Find(".error-summary a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".field-with-error"));
        Assert.Null(page.Document.QuerySelector(".week-grid"));
        Assert.Equal(question.Contains("Start=2016-09-09", StringComparison.Ordinal) ? "2016-09-09" : null, page.Find("#Start").GetAttribute("value") is "2016-09-09" and var kept ? kept : null);
    }

    [Fact]
    public async Task Answer_AsJson_IsTheSameCount()
    {
        var page = await server.Portal.NewClient().GetAsync("/calculator?Start=2016-09-09&Count=20&Unit=WorkingDays&ExtendBy=20&format=json");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        using var json = System.Text.Json.JsonDocument.Parse(page.Body);
        Assert.Equal("2016-11-10", json.RootElement.GetProperty("due").GetString());
        Assert.Equal("2016-10-13", json.RootElement.GetProperty("original").GetProperty("due").GetString());
    }

    [Fact]
    public async Task Page_WithoutAQuestion_OffersTheUsualOne()
    {
        var page = await server.Portal.NewClient().GetAsync("/calculator");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("20", page.Find("#Count").GetAttribute("value"));
        Assert.Null(page.Document.QuerySelector(".week-grid, .error-summary"));
    }

    [Fact]
    public async Task Duty_ThatFollowsAnEvent_LinksToItsOwnAnswer()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duty = (await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9))))[0];
        var client = await server.Portal.SignInAsync(agency.UserName);

        var link = (await client.GetAsync($"/work/obligations/{duty.Id}")).Find("#why ~ p a[href^='/calculator']").GetAttribute("href")!;
        var answer = await client.GetAsync(link);

        Assert.Equal("/calculator?Start=2016-09-09&Count=20&Unit=WorkingDays", link);
        Assert.Equal("2016-10-13", answer.Find(".week-grid td.due time").GetAttribute("datetime"));
    }
}
