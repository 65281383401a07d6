using System.Text;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>
/// The office brings a revised plan, sees what it changes of words and duties, publishes it, and an agency sees its duty move with a note. The plan
/// is of an earlier year and reaches only the journey's own agency.
/// </summary>
public sealed class PlanRevisionJourneyTests(Stage stage)
{
    private const string Name = "市样例修订局";

    private static string Plan(string number, string task) => $"""
        样例市2012年政务公开工作要点
        样政办发〔2012〕{number}号
        一、推进决策公开
        （一）推进政策解读
        1.{task}（{Name}牵头）
        样例市人民政府办公厅
        2012年4月8日
        """;

    [Fact]
    public async Task Office_RevisesAPlan_AgencySeesItsDutyMovedWithANote()
    {
        var agency = await TestAgency.CreateAsync(stage.Server);
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        await PublishAsync(office, agency.Id, Plan("3", "年底前公布样例项目进展情况总结报告。"));
        await stage.VisitAsync(new Visit(), async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync("/office/plans/import");
            await visitor.FillAsync("#Input_Words", Plan("9", "12月30日前公布样例项目进展情况总结报告。"));
            await visitor.ClickAsync("main form.card button");
            await visitor.ClickAsync("section[aria-labelledby=obstacles] a[href*='/name']");
            await visitor.Page.CheckAsync("[name='Input.Answer'][value=Known]");
            await visitor.Page.SelectOptionAsync("#Input_Holder", agency.Id.ToString());
            await visitor.ClickAsync("main form.card button");

            await visitor.ClickAsync("a[href$='/publish']");
            await visitor.ClickAsync("a[href$='/revise']");
            await visitor.FillAsync("#Input_EffectiveFrom", "2012-09-01");
            await visitor.ClickAsync("main form.card button");
            await Expect(visitor.Page.Locator("article.plan-task ins")).ToContainTextAsync("12月30日");
            await Expect(visitor.Page.Locator("#will + dl")).ToContainTextAsync("1");
            await visitor.ClickAsync("#publish button");
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator("dl.facts").First).ToContainTextAsync("样政办发〔2012〕9号");
        });
        await stage.VisitAsync(new Visit(), async visitor =>
        {
            await visitor.SignInAsync(agency.UserName);
            await visitor.OpenAsync("/work?state=unfinished");
            await visitor.ClickAsync("main a[href^='/work/obligations/']");
            await Expect(visitor.Page.Locator(".timeline")).ToContainTextAsync("样政办发〔2012〕9号");
            await visitor.ClickAsync("p.card a[href^='/work/obligations/']");
            await Expect(visitor.Page.Locator(".timeline")).ToContainTextAsync("工作要点修订，不再要求");
        });
    }

    private static async Task PublishAsync(TestAgency office, Guid agency, string text)
    {
        await using var db = office.Open();
        var drafts = new PlanDraftQueries(db, new RegisterNames(db));
        var service = new PlanDraftService(db, new RegisterNames(db), TestClock.Beijing);
        var (id, _) = await service.MakeAsync("要点.txt", Encoding.UTF8.GetBytes(text), PlanDocument.OfText(text), CancellationToken.None);
        var corrected = await service.CorrectAsync(
            id, (await drafts.FindAsync(id, CancellationToken.None))!.Version, _ => [], draft => draft.WithName(Name, new NameChoice(agency, null)), CancellationToken.None);
        Assert.True(corrected.IsDone);
        var result = await new PlanPublisher(db, drafts, new CalendarQueries(db, new CalendarCache()), TestClock.Beijing)
            .PublishAsync(id, (await drafts.FindAsync(id, CancellationToken.None))!.Version, CancellationToken.None);
        Assert.True(result.IsDone, result.Code);
    }
}
