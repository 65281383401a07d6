using System.Net;
using System.Text;
using GovDisclosure.Data.Accounts;
using GovDisclosure.IntegrationTests.Admin;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>A document becomes a draft, is corrected, and is published in one step: the agencies have their duties at once.</summary>
public sealed class PlanImportTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Import = "/office/plans/import";

    private static readonly DateOnly Today = new(2017, 4, 10);

    private static string Plan(int year, string tail = "") => $"""
        北京市{year}年政务公开工作要点
        京政办发〔{year}〕31号
        一、推进决策公开
        （一）推进政策解读
        1.每季度公布一次重大项目清单，年底前公布总结。（市工商局牵头，市地震监测中心配合）
        2.文件公开后3个工作日内发布解读。（市工商局负责）
        3.及时公开检查结果。（市环保局负责）{tail}
        北京市人民政府办公厅
        {year}年4月5日
        """;

    [Fact]
    public async Task Document_CorrectedAndPublished_AgencyHasItsDutiesAtOnce()
    {
        await using var portal = own.NewPortal(Today);
        var office = await OfficeAsync(portal);

        var brought = await PlanUpload.SendAsync(office, "要点.docx", TestDocuments.Word(Plan(2017)));
        var draft = brought.Location!;
        var page = await office.OpenAsync(draft);
        Assert.Contains("市地震监测中心", page.Text("section[aria-labelledby=obstacles]"), StringComparison.Ordinal);
        Assert.Contains("每季度公布一次", page.Texts("#task-0 mark"));

        var name = await office.OpenAsync(page.Find("section[aria-labelledby=obstacles] a").GetAttribute("href")!);
        var form = PortalForm.Of(name, "form.card").With("Input.Answer", "NewAgency").With("Input.Kind", "PublicInstitution").With("Input.EnglishName", "Earthquake Monitoring Centre");
        Assert.Equal(draft, (await office.SubmitAsync(form)).Location);

        var task = await office.OpenAsync($"{draft}/tasks/2");
        var corrected = PortalForm.Of(task, "form.card").With("Input.Responsible", "市工商局、市环保局");
        Assert.Equal(HttpStatusCode.Redirect, (await office.SubmitAsync(corrected)).Status);
        var stale = await office.SubmitAsync(corrected);
        Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
        Assert.Contains("市工商局、市环保局", stale.Text("#Input_Responsible"), StringComparison.Ordinal);

        var publish = await office.OpenAsync($"{draft}/publish");
        Assert.Contains("1", publish.Text(".facts"), StringComparison.Ordinal);
        var clerk = await portal.SignInAsync(await ClerkAsync("gongshang"));
        Assert.DoesNotContain("重大项目清单", (await clerk.OpenAsync("/work")).Body, StringComparison.Ordinal);

        var done = await office.SubmitAsync(PortalForm.Of(publish, "main form"));
        var again = await office.SubmitAsync(PortalForm.Of(publish, "main form"));

        Assert.Equal("/plan/2017", done.Location);
        Assert.Equal("/plan/2017", again.Location);
        Assert.Contains("重大项目清单", (await clerk.OpenAsync("/work")).Body, StringComparison.Ordinal);
        Assert.Equal(
            3L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.disclosure_task t JOIN gov.work_plan p ON p.id = t.plan_id WHERE p.year = 2017"));
        // The two quarters that begin after the issue, and the year's summary.
        Assert.Equal(
            3L,
            await Sql.ScalarAsync<long>(
                own.Administrator,
                "SELECT count(*) FROM gov.obligation o JOIN gov.work_plan p ON p.id = o.plan_id JOIN gov.agency a ON a.id = o.agency_id WHERE p.year = 2017 AND a.short_name = '市地震监测中心'"));
        Assert.Equal(HttpStatusCode.NotFound, (await office.GetAsync($"{draft}/publish")).Status);
    }

    [Fact]
    public async Task Document_BroughtTwice_IsTheSameDraft()
    {
        await using var portal = own.NewPortal(Today);
        var office = await OfficeAsync(portal);
        var content = Encoding.UTF8.GetBytes(Plan(2018, "同一份文件"));

        var first = await PlanUpload.SendAsync(office, "a.txt", content);
        var second = await PlanUpload.SendAsync(office, "b.txt", content);

        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.plan_draft WHERE source_text LIKE '%同一份文件%'"));
    }

    [Fact]
    public async Task Publish_YearThatHasAPlan_IsRefusedWithoutATrace()
    {
        await using var portal = own.NewPortal(Today);
        var office = await OfficeAsync(portal);
        var draft = (await PlanUpload.SendAsync(office, "c.txt", Encoding.UTF8.GetBytes(Plan(2016).Replace("，市地震监测中心配合", "", StringComparison.Ordinal)))).Location!;
        var agencies = await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.agency");

        var page = await office.OpenAsync($"{draft}/publish");

        Assert.Contains("已经有工作要点", page.Text("main"), StringComparison.Ordinal);
        Assert.Equal(agencies, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.agency"));
        Assert.Equal(1L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.work_plan WHERE year = 2016"));
    }

    [Fact]
    public async Task Import_NothingBothOrNoDocument_ToldBesideTheField()
    {
        await using var portal = own.NewPortal(Today);
        var office = await OfficeAsync(portal);

        var nothing = await PlanUpload.SendAsync(office, null, []);
        var both = await PlanUpload.SendAsync(office, "a.txt", Encoding.UTF8.GetBytes("文字"), "文字");
        var picture = await PlanUpload.SendAsync(office, "a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]);
        var empty = await PlanUpload.SendAsync(office, "a.txt", []);

        foreach (var page in new[] { nothing, both, picture, empty })
        {
            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal("#Input_File", page.Find(".error-summary a").GetAttribute("href"));
        }

        Assert.Equal("文字", both.Text("#Input_Words"));
        Assert.Equal(0L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.plan_draft WHERE source_text = '文字'"));
    }

    [Fact]
    public async Task Draft_WithoutAttributions_SaysSoAndCannotBePublished()
    {
        await using var portal = own.NewPortal(Today);
        var office = await OfficeAsync(portal);

        var draft = (await PlanUpload.SendAsync(office, null, [], "北京市2019年政务公开工作要点\n一、总体要求\n全面推进公开。")).Location!;

        Assert.Contains("没有读出任务", (await office.OpenAsync(draft)).Text("section[aria-labelledby=obstacles]"), StringComparison.Ordinal);
        Assert.Contains("还有须处理的问题", (await office.OpenAsync($"{draft}/publish")).Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_OfTheOffice_AreNobodyElses()
    {
        await using var portal = own.NewPortal(Today);
        var office = await OfficeAsync(portal);
        var draft = (await PlanUpload.SendAsync(office, "d.txt", Encoding.UTF8.GetBytes(Plan(2020)))).Location!;
        var clerk = await portal.SignInAsync(await ClerkAsync("gongshang"));

        foreach (var path in new[] { "/office/plans", Import, draft, $"{draft}/head", $"{draft}/tasks/0", $"{draft}/publish" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await clerk.GetAsync(path)).Status);
        }
    }

    private async Task<PortalClient> OfficeAsync(PortalFactory portal) => await portal.SignInAsync(await own.NewPersonAsync("office", PersonRole.MunicipalOffice));

    private Task<string> ClerkAsync(string agency) => own.NewPersonAsync(agency, PersonRole.Clerk);
}
