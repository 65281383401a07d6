using System.Net;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>A clerk sees what is owed, logs what was published, and withdraws what was wrong.</summary>
public sealed class DisclosureJourneyTests(PortalServer server)
{
    private const string LogForm = "main form[method=post]";

    [Fact]
    public async Task Log_FromADuty_IsOnTheListAndTheDutyIsDone()
    {
        var (agency, duty, client) = await NewCaseAsync();
        var title = "关于处罚决定的公开 " + agency.Agency.Code;

        var form = PortalForm.Of(await client.GetAsync($"/work/disclosures/log?for={duty.Id}"), LogForm)
            .With("Input.Address", "https://agency.example/2016/1.html").With("Input.Title", title).With("Input.PublishedOn", "2016-09-20");
        var answer = await client.SubmitAsync(form);
        var next = await client.GetAsync(answer.Location!);
        var list = await client.GetAsync("/work/disclosures");

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains(next.Texts(".notification.success"), text => text.Length > 0);
        Assert.Contains(title, next.Body, StringComparison.Ordinal);
        Assert.Contains(list.Texts("main td, main th"), text => text.Contains(title, StringComparison.Ordinal));
        Assert.Equal(1L, await CountAsync("fulfilment", agency));
    }

    [Fact]
    public async Task Log_NotificationShownOnce_GoneOnTheNextPage()
    {
        var (_, duty, client) = await NewCaseAsync();
        var answer = await client.SubmitAsync(Filled(await client.GetAsync($"/work/disclosures/log?for={duty.Id}")));

        var first = await client.GetAsync(answer.Location!);
        var second = await client.GetAsync(answer.Location!);

        Assert.NotNull(first.Document.QuerySelector(".notification"));
        Assert.Null(second.Document.QuerySelector(".notification"));
    }

    [Fact]
    public async Task Log_SentTwice_OneRecordAndBothLeadToIt()
    {
        var (agency, duty, client) = await NewCaseAsync();
        var form = Filled(await client.GetAsync($"/work/disclosures/log?for={duty.Id}"));

        var answers = await Task.WhenAll(client.SubmitAsync(form), client.SubmitAsync(form));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1L, await CountAsync("disclosure", agency));
        Assert.Equal(1L, await CountAsync("audit_entry", agency));
    }

    [Fact]
    public async Task Log_FormUsedForAnotherRecord_SaysSoAndLogsItWhenSentAgain()
    {
        var (agency, duty, client) = await NewCaseAsync();
        var form = Filled(await client.GetAsync($"/work/disclosures/log?for={duty.Id}"));
        await client.SubmitAsync(form);

        var refused = await client.SubmitAsync(form.With("Input.Title", "另一条记录"));
        var again = await client.SubmitAsync(PortalForm.Of(refused, LogForm));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotEmpty(refused.Texts(".error-summary li"));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
        Assert.Equal(2L, await CountAsync("disclosure", agency));
    }

    [Theory]
    [InlineData("Input.Address", "")]
    [InlineData("Input.Address", "javascript:alert(1)")]
    [InlineData("Input.Address", "ftp://agency.example/")]
    [InlineData("Input.Address", "https://user:password@agency.example/")]
    [InlineData("Input.Title", "")]
    [InlineData("Input.Title", "long:301")]
    [InlineData("Input.Address", "long:2001")]
    [InlineData("Input.PublishedOn", "")]
    [InlineData("Input.PublishedOn", "2016-02-30")]
    [InlineData("Input.PublishedOn", "2016-09-08")]
    [InlineData("Input.PublishedOn", "2016-10-21")]
    [InlineData("Input.PublishedOn", "20/9/2016")]
    [InlineData("Input.PublishedOn", "0001-01-01")]
    public async Task Log_WhatCannotBe_NamedInWordsAndWhatWasTypedIsKept(string field, string value)
    {
        var (agency, duty, client) = await NewCaseAsync();
        if (value.StartsWith("long:", StringComparison.Ordinal))
        {
            var length = int.Parse(value[5..], System.Globalization.CultureInfo.InvariantCulture);
            value = field == "Input.Address" ? "https://agency.example/".PadRight(length, 'a') : new string('长', length);
        }

        var answer = await client.SubmitAsync(Filled(await client.GetAsync($"/work/disclosures/log?for={duty.Id}")).With(field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Texts(".error-summary li"));
        Assert.DoesNotContain(answer.Texts(".error-summary li"), text => text.Contains("Validation.", StringComparison.Ordinal) || text.Contains("Rule.", StringComparison.Ordinal));
        Assert.All(answer.Document.QuerySelectorAll(".error-summary a"), link => Assert.NotNull(answer.Document.QuerySelector(link.GetAttribute("href")!)));
        var kept = PortalForm.Of(answer, LogForm).Fields.ToLookup(pair => pair.Key, pair => pair.Value);
        Assert.Equal([field == "Input.Title" ? value : "普通标题"], kept["Input.Title"]);
        Assert.Equal([duty.Id.ToString()], kept["Input.Obligations"]);
        Assert.Equal(0L, await CountAsync("disclosure", agency));
    }

    [Fact]
    public async Task Log_HostileTitle_IsTextEverywhere()
    {
        var (_, duty, client) = await NewCaseAsync();
        const string Hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

        var answer = await client.SubmitAsync(Filled(await client.GetAsync($"/work/disclosures/log?for={duty.Id}")).With("Input.Title", Hostile));
        var pages = new[] { await client.GetAsync(answer.Location!), await client.GetAsync("/work/disclosures"), await client.GetAsync("/work/disclosures?q=" + Uri.EscapeDataString(Hostile)) };

        Assert.All(pages, page =>
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.Document.QuerySelectorAll("script:not([src]), img"));
            Assert.Contains(Hostile, page.Document.Body!.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Log_FieldsThatAreNotOffered_Ignored()
    {
        var (agency, duty, client) = await NewCaseAsync();
        var other = await TestAgency.CreateAsync(server);
        var form = Filled(await client.GetAsync($"/work/disclosures/log?for={duty.Id}"))
            .With("Input.AgencyId", other.Id.ToString()).With("AgencyId", other.Id.ToString()).With("Input.IsSample", "true").With("Input.LoggedByName", "别人");

        await client.SubmitAsync(form);

        Assert.Equal(0L, await CountAsync("disclosure", other));
        Assert.Equal(1L, await CountAsync("disclosure", agency));
        Assert.Equal(
            "False 测试经办人",
            await Sql.ScalarAsync<string>(server.Administrator, "SELECT (CASE WHEN is_sample THEN 'True ' ELSE 'False ' END) || logged_by_name FROM gov.disclosure WHERE agency_id = $1", agency.Id));
    }

    [Fact]
    public async Task Withdraw_WithAReason_NoLongerCountsAndSaysSo()
    {
        var (agency, duty, client) = await NewCaseAsync();
        var logged = await agency.LogAsync("要撤回的记录", new DateOnly(2016, 9, 20), [duty.Id]);
        var path = $"/work/disclosures/{logged.DisclosureId}";

        var without = await client.SubmitAsync(PortalForm.Of(await client.GetAsync(path), LogForm));
        var tooLong = await client.SubmitAsync(PortalForm.Of(await client.GetAsync(path), LogForm).With("Input.Reason", new string('长', 2001)));
        var done = await client.SubmitAsync(PortalForm.Of(await client.GetAsync(path), LogForm).With("Input.Reason", "链接写错"));
        var after = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, without.Status);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.Status);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Contains("链接写错", after.Body, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector(LogForm));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.fulfilment WHERE agency_id = $1 AND valid_to IS NULL", agency.Id));
    }

    [Fact]
    public async Task Duties_Lights_CountWhatTheirListsShow()
    {
        var (agency, _, client) = await NewCaseAsync();
        await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        var start = await client.GetAsync("/work");

        Assert.NotEmpty(start.Document.QuerySelectorAll("a.light"));
        foreach (var light in start.Document.QuerySelectorAll("a.light"))
        {
            var page = await client.GetAsync(light.GetAttribute("href")!);
            var said = int.Parse(light.QuerySelector("b")!.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
            var rows = page.Document.QuerySelectorAll("main a[href^='/work/obligations/']").Select(link => link.GetAttribute("href")).Distinct().Count();
            Assert.Equal(said, rows);
        }
    }

    [Theory]
    [InlineData("/work?state=nonsense")]
    [InlineData("/work?section=99&task=x&kind=y&role=z")]
    [InlineData("/work?after=x&before=y")]
    [InlineData("/work?q=%25%27%22%3B--&words=%00")]
    [InlineData("/work?section=1&section=2&state=overdue&state=all")]
    [InlineData("/work/disclosures?q=%25&after=99999999999999999999-0&before=-1")]
    [InlineData("/work/disclosures?after=3155378975999999999-00000000000000000000000000000000")]
    [InlineData("/work/disclosures?after=0-00000000000000000000000000000000")]
    [InlineData("/work/disclosures?q=a😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("/plan/2016?q=a😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [InlineData("/work/disclosures?q[=1")]
    [InlineData("/work/disclosures/log?for[=1")]
    [InlineData("/account/sign-in?ReturnUrl[=1")]
    [InlineData("/plan/0")]
    [InlineData("/plan/99999999999")]
    public async Task Query_Nonsense_NeverFails(string path)
    {
        var (_, _, client) = await NewCaseAsync();

        var page = await client.GetAsync(path);

        Assert.True((int)page.Status < 500, $"{path}: {(int)page.Status}");
    }

    private static PortalForm Filled(PortalPage page) => PortalForm.Of(page, LogForm)
        .With("Input.Address", "https://agency.example/2016/1.html").With("Input.Title", "普通标题").With("Input.PublishedOn", "2016-09-20");

    private Task<long> CountAsync(string table, TestAgency agency) =>
        Sql.ScalarAsync<long>(server.Administrator, $"SELECT count(*) FROM gov.{table} WHERE agency_id = $1", agency.Id);

    private async Task<(TestAgency Agency, Obligation Duty, PortalClient Client)> NewCaseAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 9)));
        return (agency, duties[0], await server.Portal.SignInAsync(agency.UserName));
    }
}
