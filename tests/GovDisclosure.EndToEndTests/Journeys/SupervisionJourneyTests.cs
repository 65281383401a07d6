using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>The office reminds and the clerk answers; the clerk asks and the office decides.</summary>
public sealed class SupervisionJourneyTests(Stage stage)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Office_RemindsAnAgency_TheClerkAnswersAndTheOfficeSeesIt(bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        var visit = new Visit { JavaScript = javaScript };
        var notice = "";
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync($"/office/notices/new?agency={mine.Agency.Id}&duty={mine.DueSoon.Id}");
            await visitor.FillAsync("#Input_Message", "请在到期以前公开。");
            await visitor.ClickAsync(Case.Send);
            await visitor.AtAsync("/office/notices/[0-9a-f-]+");
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
            notice = new Uri(visitor.Page.Url).AbsolutePath;
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(mine.Agency.UserName);
            await visitor.OpenAsync("/work");
            await visitor.ClickAsync(".alert-banner a");
            await visitor.FillAsync("#Input_Text", "周五前公开。");
            await visitor.ClickAsync(Case.Send);
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
            await visitor.OpenAsync("/work");
            await Expect(visitor.Page.Locator(".alert-banner")).ToHaveCountAsync(0);
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync(notice);
            await Expect(visitor.Page.Locator(".head .tag.done")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator(".timeline")).ToContainTextAsync("周五前公开。");
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clerk_AsksForMoreTime_TheOfficeGrantsItAndBothDatesAreShown(bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        var visit = new Visit { JavaScript = javaScript };
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(mine.Agency.UserName);
            await visitor.OpenAsync($"/work/obligations/{mine.DueSoon.Id}");
            await visitor.ClickAsync("a[href$='/request']");
            await visitor.FillAsync("#Input_DueOn", "2016-11-15");
            await visitor.FillAsync("#Input_Reason", "数据须会审。");
            await visitor.ClickAsync(Case.Send);
            await visitor.AtAsync($"/work/obligations/{mine.DueSoon.Id}");
            await Expect(visitor.Page.Locator(".head .tag.soon")).ToBeVisibleAsync();
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync($"/office/requests?agency={mine.Agency.Id}");
            await visitor.ClickAsync("tbody th a");
            await visitor.Page.CheckAsync("[value=Grant]");
            await visitor.ClickAsync(Case.Send);
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(mine.Agency.UserName);
            await visitor.OpenAsync($"/work/obligations/{mine.DueSoon.Id}");
            await Expect(visitor.Page.Locator(".head .tag.extended")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator("[aria-labelledby=facts] .tag.soon")).ToBeVisibleAsync();
        });
    }
}
