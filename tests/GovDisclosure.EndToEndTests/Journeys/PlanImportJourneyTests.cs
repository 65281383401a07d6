using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>
/// The office brings a Word file, corrects two tasks, publishes, and an agency sees its new duties at once. The plan is of an earlier year and
/// reaches only the journey's own agency, so that no other test sees anything of it.
/// </summary>
public sealed class PlanImportJourneyTests(Stage stage)
{
    private const string Save = "main form.card button";

    [Fact]
    public async Task Office_BringsAWordFileAndPublishes_AgencySeesItsDuties()
    {
        var agency = await TestAgency.CreateAsync(stage.Server);
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        // A name that the register does not have, for the journey's agency.
        const string name = "市样例监测局";
        var plan = $"""
            样例市2015年政务公开工作要点
            样政办发〔2015〕12号
            一、推进决策公开
            （一）推进政策解读
            1.每季度公布一次样例清单。（{name}牵头）
            2.年底前公布样例总结。（{name}负责）
            样例市人民政府办公厅
            2015年4月8日
            """;
        await stage.VisitAsync(new Visit(), async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync("/office/plans/import");
            await visitor.Page.SetInputFilesAsync("#Input_File", new FilePayload
            {
                Name = "样例要点.docx",
                MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Buffer = TestDocuments.Word(plan),
            });
            await visitor.ClickAsync(Save);
            await Expect(visitor.Page.Locator("#task-1")).ToContainTextAsync("样例总结");
            await Expect(visitor.Page.Locator("#task-0 mark").First).ToContainTextAsync("每季度");

            await visitor.ClickAsync("#task-0 a[href$='/tasks/0']");
            await visitor.FillAsync("#Input_Text", "每月公布一次样例清单。");
            await visitor.FillAsync("[name='Input.Deadlines[0].Phrase']", "每月");
            await visitor.Page.SelectOptionAsync("[name='Input.Deadlines[0].Period']", "Month");
            await visitor.ClickAsync(Save);
            await visitor.ClickAsync("#task-1 a[href$='/tasks/1']");
            await visitor.FillAsync("#Input_Text", "年底前公布样例年度总结。");
            await visitor.ClickAsync(Save);
            await Expect(visitor.Page.Locator("#task-1")).ToContainTextAsync("样例年度总结");

            await visitor.ClickAsync("section[aria-labelledby=obstacles] a[href*='/name']");
            await visitor.Page.CheckAsync("[name='Input.Answer'][value=Known]");
            await visitor.Page.SelectOptionAsync("#Input_Holder", agency.Id.ToString());
            await visitor.ClickAsync(Save);

            await visitor.ClickAsync("a[href$='/publish']");
            await Expect(visitor.Page.Locator("#will")).ToBeVisibleAsync();
            await visitor.ClickAsync("main form button");
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
        });
        await stage.VisitAsync(new Visit(), async visitor =>
        {
            await visitor.SignInAsync(agency.UserName);
            await visitor.OpenAsync("/work");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("样例");
        });
    }

    [Fact]
    public async Task Plan_TakenAsFilesAndBroughtAgain_IsTheSamePlan()
    {
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        await stage.VisitAsync(new Visit(), async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync("/plan/2016");
            var taken = new List<string>();
            foreach (var ending in new[] { "xlsx", "csv", "json", "docx" })
            {
                var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.ClickAsync($".export a[href$='format={ending}']"));
                Assert.Equal($"plan-2016.{ending}", download.SuggestedFilename);
                taken.Add(await download.PathAsync());
            }

            await visitor.OpenAsync("/office/plans/import");
            await visitor.Page.SetInputFilesAsync("#Input_File", new FilePayload
            {
                Name = "plan-2016.docx",
                MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                Buffer = await File.ReadAllBytesAsync(taken[^1], TestContext.Current.CancellationToken),
            });
            await visitor.ClickAsync(Save);
            await Expect(visitor.Page.Locator("section[aria-labelledby=head]")).ToContainTextAsync("京政办发〔2016〕26号");
            await Expect(visitor.Page.Locator("#task-0")).ToBeVisibleAsync();
        });
    }
}
