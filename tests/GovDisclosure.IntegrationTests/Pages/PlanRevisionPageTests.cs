using System.Net;
using GovDisclosure.Data.Accounts;
using GovDisclosure.IntegrationTests.Admin;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>Over HTTP: two plans side by side, and a plan revised from its draft's pages.</summary>
public sealed class PlanRevisionPageTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Quarterly = "每季度公布一次重大建设项目批准和实施信息。（市教委牵头，市水务局负责）";
    private const string Summary = "年底前公布政府网站建设工作总结。（市教委负责）";
    private const string Removed = "做好群众来信来访办理情况的公开。（市教委负责）";

    [Fact]
    public async Task Compare_TwoYears_CountsEqualListsAndTheFileIsTheList()
    {
        await new RevisionDesk(own, 2013).PublishAsync(new RevisionDesk(own, 2013).Text("31", Quarterly, Summary, Removed));
        var next = new RevisionDesk(own, 2014);
        await next.PublishAsync(next.Text("31", Quarterly.Replace("每季度", "每月", StringComparison.Ordinal), Summary, "公开大气污染防治专项资金使用情况。（市水务局负责）"));
        await using var portal = own.NewPortal(new DateOnly(2014, 9, 1));
        var client = portal.NewClient();

        var page = await client.OpenAsync("/plan/compare?from=2013&to=2014");

        var chips = page.Document.QuerySelectorAll("section[aria-labelledby=changes] a.chip").Select(chip => (Href: chip.GetAttribute("href")!, Count: int.Parse(chip.QuerySelector("b")!.TextContent, null))).ToList();
        Assert.Equal(10, chips.Count);
        foreach (var (href, count) in chips)
        {
            Assert.Equal(count, (await client.OpenAsync(href)).Document.QuerySelectorAll("article.plan-task").Length);
        }

        var stricter = await client.OpenAsync("/plan/compare?from=2013&to=2014&show=stricter");
        Assert.Equal("季度", stricter.Text("article.plan-task del"));
        Assert.Equal("月", stricter.Text("article.plan-task ins"));
        Assert.Contains("每季度至少1次 → 每月至少1次", stricter.Text("article.plan-task dl"), StringComparison.Ordinal);
        var file = await client.GetAsync("/plan/compare?from=2013&to=2014&show=removed&export=csv");
        Assert.Contains("群众来信来访", file.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("重大建设项目", file.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_VersionsThatAreNot_FallBackToTheLatest()
    {
        await using var portal = own.NewPortal(new DateOnly(2016, 9, 1));
        var client = portal.NewClient();

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/plan/compare?from=x&to=1999&show=nonsense&part=-3")).Status);
    }

    [Fact]
    public async Task Revise_FromTheDraftsPages_PlanAndAgencySeeIt()
    {
        var desk = new RevisionDesk(own, 2015);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly, Summary, Removed));
        var draft = $"/office/plans/drafts/{await desk.DraftAsync(desk.Text("90", Quarterly.Replace("每季度", "每月", StringComparison.Ordinal), Summary))}";
        await using var portal = own.NewPortal(desk.Revised);
        var office = await portal.SignInAsync(await own.NewPersonAsync("office", PersonRole.MunicipalOffice));
        var clerk = await portal.SignInAsync(await own.NewPersonAsync("jiaowei", PersonRole.Clerk));
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{draft}/revise")).Status);

        var refused = await office.OpenAsync($"{draft}/publish");
        Assert.Equal($"{draft}/revise", refused.Find("main a.button").GetAttribute("href"));
        var early = await office.GetAsync($"{draft}/revise?Input.EffectiveFrom=2015-03-01");
        Assert.Equal(HttpStatusCode.BadRequest, early.Status);
        Assert.Equal("#Input_EffectiveFrom", early.Find(".error-summary a").GetAttribute("href"));
        Assert.Equal("2015-03-01", early.Find("#Input_EffectiveFrom").GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, (await office.GetAsync($"{draft}/revise?Input.EffectiveFrom=whenever")).Status);

        var preview = await office.OpenAsync($"{draft}/revise?Input.EffectiveFrom=2015-08-10");
        Assert.Equal("月", preview.Text("article.plan-task ins"));
        var form = PortalForm.Of(preview, "#publish");
        var done = await office.SubmitAsync(form);
        var again = await office.SubmitAsync(form);

        Assert.Equal("/plan/2015", done.Location);
        Assert.Equal("/plan/2015", again.Location);
        Assert.Equal(1L, await Sql.ScalarAsync<long>(own.Administrator, "SELECT count(*) FROM gov.plan_revision r JOIN gov.work_plan p ON p.id = r.plan_id WHERE p.year = 2015"));
        var shown = await office.OpenAsync("/plan/2015");
        Assert.Contains("群众来信来访", shown.Text("del"), StringComparison.Ordinal);
        var changes = shown.Find("dl.facts a").GetAttribute("href")!;
        Assert.Equal("/plan/compare?from=2015-0&to=2015", changes);
        Assert.Equal(2, (await office.OpenAsync(changes)).Document.QuerySelectorAll("article.plan-task").Length);

        var old = (await desk.DutiesAsync(plan, "jiaowei", desk.Revised)).First(duty => duty.OccurrenceKey == "2015-Q4");
        var month = (await desk.DutiesAsync(plan, "jiaowei", desk.Revised)).First(duty => duty.OccurrenceKey == "2015-09");
        Assert.Contains("工作要点修订，不再要求", (await clerk.OpenAsync($"/work/obligations/{old.Id}")).Text(".timeline"), StringComparison.Ordinal);
        var duty = await clerk.OpenAsync($"/work/obligations/{month.Id}");
        Assert.Contains("京政办发〔2015〕90号", duty.Text(".timeline"), StringComparison.Ordinal);
        Assert.Contains("每季度公布", duty.Text("details"), StringComparison.Ordinal);
        Assert.Contains("每季度公布", (await clerk.OpenAsync($"/work/obligations/{old.Id}")).Text("blockquote"), StringComparison.Ordinal);
        await clerk.ChooseEnglishAsync();
        Assert.Contains("Ended by a revision of the plan", (await clerk.OpenAsync($"/work/obligations/{old.Id}")).Text(".timeline"), StringComparison.Ordinal);
    }
}
