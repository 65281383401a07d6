using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GovDisclosure.Data.Accounts;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>A clerk registers, publishes and takes down over HTTP; a lead decides; the public reads what is public and no more.</summary>
public sealed class CaseJourneyTests(PortalServer server)
{
    private const string Form = "main form[method=post]";

    [Fact]
    public async Task Form_FieldThatAnotherDecides_NotCalledOptional()
    {
        var (_, client) = await SignInAsync();

        var page = await client.GetAsync("/work/cases/new");

        Assert.Null(page.Find("label[for$='RepresentativeName']").QuerySelector(".optional"));
        Assert.NotNull(page.Find("label[for$='PlatformNumber']").QuerySelector(".optional"));
    }

    [Fact]
    public async Task Case_RegisteredPublishedTakenDown_ThePublicSeesEachStep()
    {
        var (agency, client) = await SignInAsync();
        var visitor = server.Portal.NewClient();

        var registered = await client.SubmitAsync(Filled(await client.GetAsync("/work/cases/new"), agency));
        Assert.Equal(HttpStatusCode.Redirect, registered.Status);
        var details = await client.GetAsync(registered.Location!);
        Assert.NotEmpty(details.Document.QuerySelectorAll(".week-grid"));
        var preview = await client.GetAsync(registered.Location + "/publish");
        Assert.DoesNotContain("13812345678", preview.Body, StringComparison.Ordinal);
        var published = await client.SubmitAsync(PortalForm.Of(preview, Form));
        Assert.Equal(HttpStatusCode.Redirect, published.Status);
        var after = await client.GetAsync(published.Location!);
        var address = after.Find("a[href^='/cases/']").GetAttribute("href")!;

        var page = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("示例公司", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", page.Body, StringComparison.Ordinal);
        Assert.Contains(address, (await visitor.GetAsync("/cases?agency=" + agency.Agency.Code)).Body, StringComparison.Ordinal);
        var down = await client.SubmitAsync(PortalForm.Of(await client.GetAsync(published.Location + "/take-down"), Form).With("Input.Reason", "不宜再公开的原因"));
        Assert.Equal(HttpStatusCode.Redirect, down.Status);
        var gone = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.DoesNotContain("示例公司", gone.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await visitor.GetAsync("/cases?agency=" + agency.Agency.Code)).Body, StringComparison.Ordinal);
        Assert.Contains("不宜再公开的原因", (await client.GetAsync(published.Location!)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.DecidedOn", "2016-10-21")]
    [InlineData("Input.DecidedOn", "1999-01-01")]
    [InlineData("Input.DecidedOn", "2016-02-30")]
    [InlineData("Input.Title", "")]
    [InlineData("Input.Reference", " ")]
    [InlineData("Input.Kinds", "")]
    [InlineData("Input.PartyKind", "")]
    [InlineData("Input.RepresentativeName", "")]
    public async Task New_WhatCannotBe_NamedInWordsAndWhatWasTypedIsKept(string field, string value)
    {
        var (agency, client) = await SignInAsync();

        var answer = await client.SubmitAsync(Filled(await client.GetAsync("/work/cases/new"), agency).With(field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotEmpty(answer.Texts(".error-summary li"));
        Assert.DoesNotContain(answer.Texts(".error-summary li"), text => text.Contains("Rule.", StringComparison.Ordinal));
        Assert.All(answer.Document.QuerySelectorAll(".error-summary a"), link => Assert.NotNull(answer.Document.QuerySelector(link.GetAttribute("href")!)));
        Assert.Contains(PortalForm.Of(answer, Form).Fields, pair => pair is { Key: "Input.PartyName", Value: "示例公司" });
        Assert.Equal(0L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.penalty_case WHERE agency_id = $1", agency.Id));
    }

    [Fact]
    public async Task Register_AgencyWithoutSuchATask_SaysWhyAndHasNoForm()
    {
        var agency = await TestAgency.CreateAsync(server);
        var client = await server.Portal.SignInAsync(agency.UserName);

        var page = await client.GetAsync("/work/cases");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(page.Document.QuerySelectorAll(".empty h2"));
        Assert.Equal("/work/cases", (await client.GetAsync("/work/cases/new")).Location);
    }

    [Fact]
    public async Task Exemption_DecidedByTheLead_NeverByAClerk()
    {
        var (agency, client) = await SignInAsync();
        await using var cases = new Cases(agency.Open());
        var id = await cases.RegisterAsync();
        var lead = await server.Portal.SignInAsync(await agency.AddPersonAsync(PersonRole.AgencyLead));

        var asked = await client.SubmitAsync(PortalForm.Of(await client.GetAsync($"/work/cases/{id}/exempt"), Form)
            .With("Input.Scope", "Whole").With("Input.Ground", "TradeSecret").With("Input.Reason", "全案涉及商业秘密"));
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"/work/cases/{id}/decide")).Status);
        Assert.Contains("全案涉及商业秘密", (await lead.GetAsync($"/work/cases/{id}/decide")).Body, StringComparison.Ordinal);
        var decided = await lead.SubmitAsync(PortalForm.Of(await lead.GetAsync($"/work/cases/{id}/decide"), Form).With("Input.Approve", "True"));

        Assert.Equal(HttpStatusCode.Redirect, decided.Status);
        Assert.True((await cases.FindAsync(server, id)).IsExempt);
    }

    [Fact]
    public async Task Import_FileWithPreview_RegistersWithoutJavaScript()
    {
        var (agency, client) = await SignInAsync();
        var template = await client.GetAsync("/work/cases/import?handler=template&type=csv");
        Assert.Equal("text/csv", template.Response.Content.Headers.ContentType!.MediaType);

        using var form = new MultipartFormDataContent
        {
            { new StringContent(await client.TokenAsync()), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(template.Body)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "Input.File", "案件.csv" },
        };
        var uploaded = await client.SendAsync(HttpMethod.Post, "/work/cases/import", form);
        Assert.Equal(HttpStatusCode.Redirect, uploaded.Status);
        var preview = await client.GetAsync(uploaded.Location!);
        var all = await client.PostAsync(uploaded.Location + "?handler=All", [new("__RequestVerificationToken", await client.TokenAsync())]);

        Assert.Single(preview.Document.QuerySelectorAll("tbody tr"));
        Assert.Equal("/work/cases", all.Location);
        Assert.Equal(1L, await Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.penalty_case WHERE agency_id = $1", agency.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(uploaded.Location!)).Status);
    }

    [Fact]
    public async Task Grid_TwoOfFiveFilled_BothRegisteredOrNone()
    {
        var (agency, client) = await SignInAsync();
        var page = await client.GetAsync("/work/cases/grid");
        var half = Row(Row(PortalForm.Of(page, Form), 0, "第1号"), 3, "第2号").With("Rows[3].Facts", "");

        var refused = await client.SubmitAsync(half);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.All(refused.Document.QuerySelectorAll(".error-summary a"), link => Assert.Equal("#Rows_3__Facts", link.GetAttribute("href")));
        Assert.Equal(0L, await CountAsync(agency));
        var done = await client.SubmitAsync(half.With("Rows[3].Facts", "事实"));

        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.Equal(2L, await CountAsync(agency));
    }

    [Fact]
    public async Task Event_Emergency_ShowsAtOnceUntilWhichMinute()
    {
        var agency = await (await TestAgency.CreateAsync(server)).JoinAsync(TriggerKind.Emergency);
        var client = await server.Portal.SignInAsync(agency.UserName);

        var answer = await client.SubmitAsync(PortalForm.Of(await client.GetAsync("/work/events/new?kind=emergency"), Form)
            .With("Input.Title", "测试突发事件").With("Input.OccurredOn", "2016-10-19").With("Input.OccurredTime", "14:07"));
        var page = await client.GetAsync(answer.Location!);

        Assert.Contains("10月20日 周四 14:07", page.Body, StringComparison.Ordinal);
        var cancelled = await client.SubmitAsync(PortalForm.Of(page, Form).With("Input.Reason", "误报"));
        Assert.Equal(HttpStatusCode.Redirect, cancelled.Status);
        Assert.Contains("误报", (await client.GetAsync(answer.Location!)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/cases?from=2016-13-01&to=x&q=%25_%00&agency=none&after=x&before=y")]
    [InlineData("/cases?from=2016-10-01&to=2016-09-01")]
    public async Task PublicList_OddAddress_StillAPage(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await server.Portal.NewClient().GetAsync(path)).Status);

    private static PortalForm Filled(PortalPage page, TestAgency agency) => PortalForm.Of(page, Form)
        .With("Input.Title", "示例公司销售侵权商品案").With("Input.Reference", "第" + agency.Agency.Code).With("Input.DecidedOn", "2016-10-10")
        .With("Input.PartyKind", "Organisation").With("Input.PartyName", "示例公司").With("Input.RepresentativeName", "张某")
        .With("Input.Facts", "电话13812345678").With("Input.Kinds", "Fine", "Confiscation").With("Input.Basis", "商标法").With("Input.Result", "罚款")
        .With("Input.Performance", "十五日内").With("Input.DecidingBody", "测试机关").With("Input.Channel", "AgencyWebsite");

    private static PortalForm Row(PortalForm form, int index, string number) => form
        .With($"Rows[{index}].Title", "案").With($"Rows[{index}].Reference", number).With($"Rows[{index}].DecidedOn", "2016-10-10")
        .With($"Rows[{index}].PartyKind", "Person").With($"Rows[{index}].PartyName", "张某").With($"Rows[{index}].Facts", "事实")
        .With($"Rows[{index}].Kinds", "Fine").With($"Rows[{index}].Basis", "法").With($"Rows[{index}].Result", "罚款").With($"Rows[{index}].Performance", "缴纳");

    private async Task<(TestAgency Agency, PortalClient Client)> SignInAsync()
    {
        var agency = await Cases.AgencyAsync(server);
        return (agency, await server.Portal.SignInAsync(agency.UserName));
    }

    private Task<long> CountAsync(TestAgency agency) =>
        Sql.ScalarAsync<long>(server.Administrator, "SELECT count(*) FROM gov.penalty_case WHERE agency_id = $1", agency.Id);
}
