using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>The office reminds, the agency answers; the agency asks, the office decides; the office returns, the agency logs anew.</summary>
public sealed class SupervisionJourneyTests(PortalServer server)
{
    private const string PostForm = "main form[method=post]";

    [Fact]
    public async Task Chase_FromAgencyToReply_OfficeSeesWhoAnswered()
    {
        var (agency, duty, clerk) = await LateAsync();
        var (_, office) = await OfficeAsync();

        var form = PortalForm.Of(await office.GetAsync($"/office/notices/new?agency={agency.Id}"), PostForm);
        var sent = await office.SubmitAsync(form.With("Input.Message", "请尽快公开"));
        var notice = await office.GetAsync(sent.Location!);
        var work = await clerk.GetAsync("/work");
        var link = work.Find(".alert-banner a").GetAttribute("href")!;
        var page = await clerk.GetAsync(link);
        var answered = await clerk.SubmitAsync(PortalForm.Of(page, PostForm).With("Input.Text", "周五前完成").With("Input.ExpectedOn", "2016-10-21"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Matches("^催办〔2016〕[0-9]+号$", notice.Heading);
        Assert.Equal(notice.Heading, work.Text(".alert-banner a"));
        Assert.Contains($"/work/disclosures/log?for={duty.Id}", page.Body, StringComparison.Ordinal);
        Assert.Contains(notice.Heading, (await clerk.GetAsync($"/work/obligations/{duty.Id}")).Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answered.Status);
        Assert.Contains("周五前完成", (await office.GetAsync(sent.Location!)).Body, StringComparison.Ordinal);
        Assert.Null((await clerk.GetAsync("/work")).Document.QuerySelector(".alert-banner"));
    }

    [Fact]
    public async Task Chase_SentTwice_OneNotice()
    {
        var (agency, _, _) = await LateAsync();
        var (_, office) = await OfficeAsync();
        var form = PortalForm.Of(await office.GetAsync($"/office/notices/new?agency={agency.Id}"), PostForm);

        var answers = await Task.WhenAll(office.SubmitAsync(form), office.SubmitAsync(form));

        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Equal(1L, await CountAsync("supervision_notice", agency));
    }

    [Theory]
    [InlineData("Input.ReplyBy", "2016-10-19")]
    [InlineData("Input.ReplyBy", "2016-10-22")]
    [InlineData("Input.ReplyBy", "nonsense")]
    [InlineData("Input.Message", " ")]
    [InlineData("Input.Message", "long")]
    [InlineData("Input.Agencies", null)]
    [InlineData("Input.Duties", null)]
    public async Task Chase_WhatCannotBe_NamedInWordsAndWhatWasTypedIsKept(string field, string? value)
    {
        var (agency, _, _) = await LateAsync();
        var (_, office) = await OfficeAsync();
        var form = PortalForm.Of(await office.GetAsync($"/office/notices/new?agency={agency.Id}"), PostForm).With("Input.Message", "请尽快公开");

        var answer = await office.SubmitAsync(value is null ? form.With(field) : form.With(field, value == "long" ? new string('长', 1001) : value));

        AssertRefused(answer);
        Assert.NotNull(answer.Document.QuerySelector($"input[value='{agency.Id}']"));
        Assert.Equal(0L, await CountAsync("supervision_notice", agency));
    }

    [Fact]
    public async Task Chase_UnknownOrSubUnit_NotFound()
    {
        var (_, office) = await OfficeAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"/office/notices/new?agency={Guid.NewGuid()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync("/office/notices/new?duty=nonsense")).Status);
    }

    [Theory]
    [InlineData(PersonRole.Reviewer)]
    [InlineData(PersonRole.AgencyLead)]
    public async Task Reply_ByWhoAnswersForTheAgency_MaySend(string role)
    {
        var (agency, duty, _) = await LateAsync();
        var (office, _) = await OfficeAsync();
        var notice = Assert.Single((await office.RemindAsync([agency.Id], [duty.Id])).NoticeIds);
        var client = await server.Portal.SignInAsync(await agency.AddPersonAsync(role));

        var answer = await client.SubmitAsync(PortalForm.Of(await client.GetAsync($"/work/notices/{notice}"), PostForm).With("Input.Text", "已在办理"));

        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(1L, await CountAsync("supervision_reply", agency));
    }

    [Fact]
    public async Task Request_AskedAndGranted_BothDatesAreShown()
    {
        var (agency, duty, clerk) = await OpenAsync();
        var (_, office) = await OfficeAsync();

        var asked = await clerk.SubmitAsync(PortalForm.Of(await clerk.GetAsync($"/work/obligations/{duty.Id}/request"), PostForm)
            .With("Input.Kind", "Extension").With("Input.DueOn", "2016-12-01").With("Input.Reason", "须会审"));
        var waiting = await clerk.GetAsync($"/work/obligations/{duty.Id}");
        var list = await office.GetAsync($"/office/requests?agency={agency.Id}");
        var request = list.Find("tbody th a").GetAttribute("href")!;
        var decided = await office.SubmitAsync(PortalForm.Of(await office.GetAsync(request), PostForm).With("Input.Outcome", "Grant"));
        var again = await office.PostAsync(request, [new("Input.Outcome", "Refuse"), new("Input.Note", "迟了"), new("__RequestVerificationToken", await office.TokenAsync())]);
        var after = await clerk.GetAsync($"/work/obligations/{duty.Id}");

        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Contains("待答复", waiting.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);
        AssertRefused(again);
        Assert.Contains("12月1日", after.Text(".facts"), StringComparison.Ordinal);
        Assert.Contains("按原定期限", after.Text(".facts"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.DueOn", "")]
    [InlineData("Input.DueOn", "2016-10-11")]
    [InlineData("Input.DueOn", "2020-01-01")]
    [InlineData("Input.Reason", "")]
    [InlineData("Input.Kind", "")]
    [InlineData("Input.Kind", "Exemption")]
    public async Task Request_WhatCannotBe_NamedInWords(string field, string value)
    {
        var (agency, duty, clerk) = await OpenAsync();
        var form = PortalForm.Of(await clerk.GetAsync($"/work/obligations/{duty.Id}/request"), PostForm)
            .With("Input.Kind", "Extension").With("Input.DueOn", "2016-12-01").With("Input.Reason", "须会审").With("Input.Ground", "").With(field, value);

        AssertRefused(await clerk.SubmitAsync(form));
        Assert.Equal(0L, await CountAsync("duty_request", agency));
    }

    [Fact]
    public async Task Request_TakenBack_OfficeIsTold()
    {
        var (agency, duty, clerk) = await OpenAsync();
        var (_, office) = await OfficeAsync();
        await agency.AskAsync(duty.Id, new DateOnly(2016, 12, 1));
        var path = $"/office/requests/{(await agency.RequestAsync(duty.Id)).Id}";
        var decision = PortalForm.Of(await office.GetAsync(path), PostForm).With("Input.Outcome", "Grant");

        var taken = await clerk.SubmitAsync(PortalForm.Of(await clerk.GetAsync($"/work/obligations/{duty.Id}"), "form[action$=TakeBack]"));

        Assert.Equal(HttpStatusCode.Redirect, taken.Status);
        AssertRefused(await office.SubmitAsync(decision));
        Assert.Equal(0L, await CountAsync("request_decision", agency));
    }

    [Fact]
    public async Task TakeBack_AnothersRequest_NotFound()
    {
        var (agency, duty, _) = await OpenAsync();
        var (_, _, stranger) = await OpenAsync();
        await agency.AskAsync(duty.Id, new DateOnly(2016, 12, 1));
        var request = (await agency.RequestAsync(duty.Id)).Id;

        var answer = await stranger.PostAsync(
            $"/work/obligations/{duty.Id}/request?handler=TakeBack", [new("request", request.ToString()), new("__RequestVerificationToken", await stranger.TokenAsync())]);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.duty_request WHERE agency_id = $1 AND withdrawn_at IS NULL", agency.Id));
    }

    [Fact]
    public async Task Review_Returned_AgencyIsToldAndLogsAnew()
    {
        var (agency, duty, clerk) = await LateAsync();
        var (_, office) = await OfficeAsync();
        var logged = await agency.LogAsync("要退回的记录", new DateOnly(2016, 9, 20), [duty.Id]);
        var path = $"/office/disclosures/{logged.DisclosureId}";

        AssertRefused(await office.SubmitAsync(PortalForm.Of(await office.GetAsync(path), PostForm).With("Input.Outcome", "Returned")));
        var returned = await office.SubmitAsync(PortalForm.Of(await office.GetAsync(path), PostForm).With("Input.Outcome", "Returned").With("Input.Reason", "链接打不开"));
        var work = await clerk.GetAsync("/work");
        var record = await clerk.GetAsync($"/work/disclosures/{logged.DisclosureId}");

        Assert.Equal(HttpStatusCode.Redirect, returned.Status);
        Assert.Contains("链接打不开", work.Text(".alert-banner"), StringComparison.Ordinal);
        Assert.Contains("链接打不开", record.Body, StringComparison.Ordinal);
        Assert.Null(record.Document.QuerySelector(PostForm));
        Assert.Contains("链接打不开", (await clerk.GetAsync($"/work/obligations/{duty.Id}")).Body, StringComparison.Ordinal);
        await agency.LogAsync("重新登记", new DateOnly(2016, 9, 21), [duty.Id]);
        Assert.Null((await clerk.GetAsync("/work")).Document.QuerySelector(".alert-banner"));
    }

    [Fact]
    public async Task Accept_ChosenOnTheList_AreAccepted()
    {
        var (agency, duty, _) = await LateAsync();
        var (_, office) = await OfficeAsync();
        var logged = await agency.LogAsync("要认可的记录", new DateOnly(2016, 9, 20), [duty.Id]);
        var page = await office.GetAsync($"/office/disclosures?agency={agency.Id}");

        var nothing = await office.SubmitAsync(PortalForm.Of(page, PostForm));
        var done = await office.SubmitAsync(PortalForm.Of(page, PostForm).With("Chosen", logged.DisclosureId.ToString()!));

        Assert.Equal(HttpStatusCode.Redirect, nothing.Status);
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(1L, await CountAsync("disclosure_review", agency));
    }

    [Theory]
    [InlineData("/office/notices")]
    [InlineData("/office/requests")]
    [InlineData("/office/disclosures")]
    public async Task Lights_OfAList_CountWhatItAndItsExportShow(string path)
    {
        var (agency, duty, _) = await LateAsync();
        var (office, client) = await OfficeAsync();
        await office.RemindAsync([agency.Id], [duty.Id]);
        await agency.AskAsync(duty.Id, null);
        await agency.LogAsync("=cmd()", new DateOnly(2016, 9, 20), [duty.Id]);
        var start = await client.GetAsync($"{path}?agency={agency.Id}");

        foreach (var light in start.Document.QuerySelectorAll("a.light"))
        {
            var href = light.GetAttribute("href")!;
            var said = int.Parse(light.QuerySelector("b")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            var page = await client.GetAsync(href);
            var file = await client.GetAsync(href + "&export=csv");
            Assert.Equal(said, page.Document.QuerySelectorAll("tbody tr").Length);
            // The agency's name stands in each row, and once in the stamp above them.
            Assert.Equal(said + 1, file.Body.Split("\r\n").Count(line => line.Contains(agency.Agency.ShortName, StringComparison.Ordinal)));
            Assert.DoesNotContain(",=cmd()", file.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/office/notices?state=x&agency=y&after=z&before=-1&export=pdf")]
    [InlineData("/office/notices?after=3155378975999999999-00000000000000000000000000000000")]
    [InlineData("/office/requests?state=x&kind=y&agency=%00&after=99999999999999999999-0")]
    [InlineData("/office/disclosures?state=x&section=99999999999&words=%25%27%00&before=0-00000000000000000000000000000000")]
    [InlineData("/office/disclosures?state=all&section=0&words=%25")]
    [InlineData("/office/notices/new?agency=&duty=")]
    [InlineData("/work/notices?state=overdue&after=x")]
    public async Task Query_Nonsense_NeverFails(string path)
    {
        var (_, office) = await OfficeAsync();

        Assert.Equal(HttpStatusCode.OK, (await office.GetAsync(path)).Status);
    }

    private static void AssertRefused(PortalPage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Texts(".error-summary li"));
        Assert.DoesNotContain(answer.Texts(".error-summary li"), text => text.Contains("Rule.", StringComparison.Ordinal) || text.Contains("Validation.", StringComparison.Ordinal));
        Assert.All(answer.Document.QuerySelectorAll(".error-summary a"), link => Assert.NotNull(answer.Document.QuerySelector(link.GetAttribute("href")!)));
    }

    private Task<long> CountAsync(string table, TestAgency agency) =>
        Sql.ScalarAsync<long>(server.Administrator, $"SELECT count(*) FROM gov.{table} WHERE agency_id = $1", agency.Id);

    private async Task<(TestAgency Office, PortalClient Client)> OfficeAsync()
    {
        var office = await TestAgency.CreateOfficeAsync(server);
        return (office, await server.Portal.SignInAsync(office.UserName));
    }

    private Task<(TestAgency Agency, Obligation Duty, PortalClient Clerk)> LateAsync() => OwingAsync(new DateOnly(2016, 9, 1));

    private Task<(TestAgency Agency, Obligation Duty, PortalClient Clerk)> OpenAsync() => OwingAsync(new DateOnly(2016, 10, 11));

    private async Task<(TestAgency Agency, Obligation Duty, PortalClient Clerk)> OwingAsync(DateOnly decided)
    {
        var agency = await TestAgency.CreateAsync(server);
        var duties = await agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(decided));
        return (agency, duties[0], await server.Portal.SignInAsync(agency.UserName));
    }
}
