using GovDisclosure.Domain.Deadlines;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>The model case: a penalty published on its twentieth working day, and one a day late; and the office that chases a late one.</summary>
public sealed class PenaltyCaseJourneyTests(Stage stage)
{
    [Theory]
    [InlineData("zh-CN", true)]
    [InlineData("en", false)]
    public async Task Clerk_PublishesOnTheTwentiethDayAndADayLate_StatesAreRightAndThePublicReadsBothMasked(string language, bool javaScript)
    {
        var agency = await (await TestAgency.CreateAsync(stage.Server)).JoinAsync(TriggerKind.PenaltyDecision);
        var visit = new Visit { English = language == "en", JavaScript = javaScript };
        await stage.VisitAsync(visit, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(agency.UserName);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);

            // Over the National Day, with both Saturdays and Sundays worked instead: the 20th working day after 19 September is the pinned
            // 20 October, and after 18 September, a Sunday that was worked, it is the day before.
            var inTime = await PenaltyForm.RegisterAsync(visitor, "按期公开案", "京测处字〔2016〕第20号", "2016-09-19");
            await AssertDueAsync(visitor, ".head .tag.soon", "2016-10-20");
            var late = await PenaltyForm.RegisterAsync(visitor, "逾期公开案", "京测处字〔2016〕第21号", "2016-09-18");
            await AssertDueAsync(visitor, ".head .tag.late", "2016-10-19");

            // The late one first, as the register has it.
            await page.GotoAsync("/work/cases");
            Assert.Equal([late, inTime], await page.Locator("tbody th a").EvaluateAllAsync<string[]>("(links) => links.map((link) => link.getAttribute('href'))"));

            await PublishAsync(visitor, inTime);
            await Expect(page.Locator(".head .tag.done").First).ToBeVisibleAsync();
            await Expect(page.Locator(".head .tag.done-late")).ToHaveCountAsync(0);
            await PublishAsync(visitor, late);
            await Expect(page.Locator(".head .tag.done-late")).ToBeVisibleAsync();

            foreach (var (state, address) in ((string, string)[])[("on_time", inTime), ("late", late)])
            {
                await page.GotoAsync($"/work/cases?state={state}");
                await Expect(page.Locator("tbody th a")).ToHaveCountAsync(1);
                await Expect(page.Locator("tbody th a")).ToHaveAttributeAsync("href", address);
            }
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            var page = visitor.Page;
            foreach (var title in (string[])["按期公开案", "逾期公开案"])
            {
                await page.GotoAsync($"/cases?agency={agency.Agency.Code}");
                await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);
                await page.Locator("tbody th a", new() { HasText = title }).ClickAsync();
                await Expect(page.Locator("main")).ToContainTextAsync(PenaltyForm.Party);
                await Expect(page.Locator("main")).ToContainTextAsync("销售侵犯注册商标专用权的商品");
                var words = await page.ContentAsync();
                Assert.DoesNotContain(PenaltyForm.Phone, words, StringComparison.Ordinal);
                Assert.DoesNotContain(PenaltyForm.Identity, words, StringComparison.Ordinal);
            }
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Office_FindsALateCaseInTwoClicks_RemindsAndTheClerkAnswers(bool javaScript)
    {
        var agency = await (await TestAgency.CreateAsync(stage.Server)).JoinAsync(TriggerKind.PenaltyDecision);
        var office = await TestAgency.CreateOfficeAsync(stage.Server);
        var visit = new Visit { JavaScript = javaScript };
        var title = "未公开案" + agency.Agency.Code;
        var notice = "";
        // The latest of all, so that it is on the first page whatever other tests have made.
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(agency.UserName);
            await PenaltyForm.RegisterAsync(visitor, title, "京测处字〔2016〕第1号", "2016-05-03");
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync("/office");
            await visitor.ClickAsync("a.light[href^='/office/cases']");
            var row = page.Locator("tr[data-duty]", new() { HasText = title }).First;
            await Expect(row.Locator(".tag.late")).ToBeVisibleAsync();
            await row.Locator("[name=duty]").CheckAsync();
            await visitor.ClickAsync("main form[action='/office/remind'] button");
            await visitor.AtAsync(@"/office/notices/new\?.+");
            Assert.Equal(2, visitor.Clicks);
            await visitor.FillAsync("#Input_Message", "请立即公开。");
            await page.ClickAsync(Case.Send);
            await visitor.AtAsync("/office/notices/[0-9a-f-]+");
            await Expect(page.Locator("main")).ToContainTextAsync(agency.Agency.ShortName);
            await Expect(page.Locator(".head .tag.done")).ToHaveCountAsync(0);
            notice = new Uri(page.Url).AbsolutePath;
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(agency.UserName);
            await visitor.OpenAsync("/work");
            await visitor.ClickAsync(".alert-banner a");
            await Expect(visitor.Page.Locator("main")).ToContainTextAsync("请立即公开。");
            await visitor.FillAsync("#Input_Text", "今日公开。");
            await visitor.ClickAsync(Case.Send);
            await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            await visitor.SignInAsync(office.UserName);
            await visitor.OpenAsync(notice);
            await Expect(visitor.Page.Locator(".head .tag.done")).ToBeVisibleAsync();
            await Expect(visitor.Page.Locator(".timeline")).ToContainTextAsync("今日公开。");
        });
    }

    private static async Task AssertDueAsync(Visitor visitor, string tag, string day)
    {
        await Expect(visitor.Page.Locator(tag).First).ToBeVisibleAsync();
        await Expect(visitor.Page.Locator($".week-grid .due time[datetime='{day}']")).ToHaveCountAsync(1);
    }

    private static async Task PublishAsync(Visitor visitor, string address)
    {
        await visitor.Page.GotoAsync(address);
        // The agency reads its own words, the preview is what the public will read.
        await Expect(visitor.Page.Locator("main")).ToContainTextAsync(PenaltyForm.Phone);
        await visitor.Page.ClickAsync(".head a[href$='/publish']");
        await Expect(visitor.Page.Locator(".preview")).Not.ToContainTextAsync(PenaltyForm.Phone);
        await visitor.Page.ClickAsync(Case.Send);
        await visitor.AtAsync(address);
        await Expect(visitor.Page.Locator(".notification.success")).ToBeVisibleAsync();
    }
}
