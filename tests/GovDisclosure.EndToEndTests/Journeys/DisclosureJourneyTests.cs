using GovDisclosure.EndToEndTests.Support;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>A clerk at work, in a browser: what is owed, what was published, and what was wrong with it.</summary>
public sealed class DisclosureJourneyTests(Stage stage)
{
    private const string LogButton = ".duties .button";

    [Theory]
    [InlineData("zh-CN", true)]
    [InlineData("zh-CN", false)]
    [InlineData("en", true)]
    [InlineData("en", false)]
    public async Task Clerk_LogsADisclosure_TheLightTurnsGreen(string language, bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(new Visit { English = language == "en", JavaScript = javaScript }, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(mine.Agency.UserName);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await page.ClickAsync("main a.button[href='/work']");
            var (soon, done) = (await Case.LightAsync(visitor, "soon"), await Case.LightAsync(visitor, "done"));

            await page.SelectOptionAsync("[name=kind]", "working_days_after_event");
            await page.ClickAsync(".filters button");
            await Expect(page.Locator(".chip")).ToHaveCountAsync(1);
            await Expect(page.Locator($".duties a[href='/work/obligations/{mine.DueSoon.Id}']")).ToBeVisibleAsync();
            Assert.True(await page.Locator(".duties > li").CountAsync() < await CountUnfilteredAsync(visitor), "The filter left everything in the list.");

            // From what is owed to the record: open the duty, ask for the form, fill in three fields, send.
            await page.GotoAsync("/work");
            await visitor.ClickAsync($".duties a[href='/work/obligations/{mine.DueSoon.Id}']");
            await Expect(page.Locator(".head .tag.soon")).ToBeVisibleAsync();
            await visitor.ClickAsync(".head a.button");
            await visitor.FillAsync("#Input_Address", "https://agency.example/2016/9/22.html");
            await visitor.FillAsync("#Input_Title", Case.Title);
            await visitor.FillAsync("#Input_PublishedOn", "2016-10-10");
            await visitor.ClickAsync(Case.Send);

            await visitor.AtAsync($"/work/obligations/{mine.DueSoon.Id}");
            await Expect(page.Locator(".notification.success")).ToBeVisibleAsync();
            await Expect(page.Locator(".head .tag.done")).ToBeVisibleAsync();
            await Expect(page.Locator("#disclosures ~ ul")).ToContainTextAsync(Case.Title);
            Assert.Equal((3, 3), (visitor.Clicks, visitor.Inputs));

            await page.GotoAsync("/work");
            Assert.Equal((soon - 1, done + 1), (await Case.LightAsync(visitor, "soon"), await Case.LightAsync(visitor, "done")));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_WithErrors_NamedBesideTheFieldsAndWhatWasTypedIsKept(bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(new Visit { JavaScript = javaScript }, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(mine.Agency.UserName);
            await page.GotoAsync($"/work/disclosures/log?for={mine.DueSoon.Id}");
            await page.FillAsync("#Input_Address", "agency.example/no-scheme");
            await page.FillAsync("#Input_Title", Case.Title);
            await page.FillAsync("#Input_PublishedOn", "2016-10-21");
            await page.ClickAsync(Case.Send);

            await Expect(page.Locator(".error-summary a")).ToHaveCountAsync(2);
            Assert.StartsWith("错误：", await page.TitleAsync(), StringComparison.Ordinal);
            await Expect(page.Locator("#Input_Title")).ToHaveValueAsync(Case.Title);
            await Expect(page.Locator("#Input_Address")).ToHaveValueAsync("agency.example/no-scheme");
            await Expect(page.Locator("#Input_PublishedOn")).ToHaveValueAsync("2016-10-21");
            await Expect(page.Locator("#Input_Title")).Not.ToHaveAttributeAsync("aria-invalid", "true");
            foreach (var field in (string[])["Input_Address", "Input_PublishedOn"])
            {
                await Expect(page.Locator($"#{field}")).ToHaveAttributeAsync("aria-invalid", "true");
                await Expect(page.Locator($"#{field}")).ToHaveAttributeAsync("aria-describedby", new System.Text.RegularExpressions.Regex($"{field}-error"));
                var words = await page.Locator($".error-summary a[href='#{field}']").InnerTextAsync();
                await Expect(page.Locator($"#{field}-error")).ToContainTextAsync(words);
            }

            if (javaScript)
            {
                await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
                await page.ClickAsync(".error-summary a[href='#Input_PublishedOn']");
                await Expect(page.Locator("#Input_PublishedOn")).ToBeFocusedAsync();
            }

            await page.FillAsync("#Input_Address", "https://agency.example/1.html");
            await page.FillAsync("#Input_PublishedOn", "2016-10-10");
            await page.ClickAsync(Case.Send);
            await Expect(page.Locator(".notification.success")).ToBeVisibleAsync();
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Log_DoubleClick_LoggedOnce(bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(new Visit { JavaScript = javaScript }, async visitor =>
        {
            await visitor.SignInAsync(mine.Agency.UserName);
            await visitor.OpenAsync($"/work/disclosures/log?for={mine.DueSoon.Id}");
            await FillAsync(visitor);

            await visitor.Page.DblClickAsync(Case.Send);

            await visitor.AtAsync($"/work/obligations/{mine.DueSoon.Id}");
            await Expect(visitor.Page.Locator(".head .tag.done")).ToBeVisibleAsync();
            Assert.Equal(1L, await mine.CountAsync(stage, "disclosure"));
        });
    }

    [Fact]
    public async Task Log_PressedAgainWhileItIsUnderWay_SendsNothingMore()
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(Visit.Usual, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(mine.Agency.UserName);
            await visitor.OpenAsync($"/work/disclosures/log?for={mine.DueSoon.Id}");
            await FillAsync(visitor);

            var isStopped = await page.EvalOnSelectorAsync<bool>(
                Case.Send,
                """
                (button) => {
                  let stopped = false;
                  button.click();
                  document.addEventListener('submit', (event) => { stopped = event.defaultPrevented; }, { once: true });
                  button.click();
                  return stopped;
                }
                """);

            Assert.True(isStopped, "The second press would have sent the form again.");
            await visitor.AtAsync($"/work/obligations/{mine.DueSoon.Id}");
        });
    }

    [Fact]
    public async Task Log_OneForSeveralDuties_FulfilsEach()
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(Visit.Usual, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(mine.Agency.UserName);
            await page.GotoAsync("/work");
            await page.Locator(LogButton).First.ClickAsync();
            await FillAsync(visitor);
            await page.Locator(".duty-choice input:not(:checked)").First.CheckAsync();
            await page.ClickAsync(Case.Send);

            await visitor.AtAsync("/work/disclosures/[0-9a-f-]+");
            await Expect(page.Locator("#fulfils-heading ~ ul > li")).ToHaveCountAsync(2);
            await Expect(page.Locator(".notification.success")).ToContainTextAsync("2");
            Assert.Equal((1L, 2L), (await mine.CountAsync(stage, "disclosure"), await mine.CountAsync(stage, "fulfilment")));
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Withdraw_WithAReason_TheDutyIsOpenAgain(bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        var logged = await mine.Agency.LogAsync(Case.Title, new DateOnly(2016, 10, 10), [mine.DueSoon.Id]);
        await stage.VisitAsync(new Visit { JavaScript = javaScript }, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(mine.Agency.UserName);
            await page.GotoAsync("/work/disclosures");
            await page.ClickAsync($"a[href='/work/disclosures/{logged.DisclosureId}']");

            await page.ClickAsync(Case.Send);
            await Expect(page.Locator(".error-summary a[href='#Input_Reason']")).ToBeVisibleAsync();
            await page.FillAsync("#Input_Reason", "链接写错");
            await page.ClickAsync(Case.Send);

            await Expect(page.Locator(".head .tag.void")).ToBeVisibleAsync();
            await Expect(page.Locator(Case.Send)).ToHaveCountAsync(0);
            await page.ClickAsync($"a[href='/work/obligations/{mine.DueSoon.Id}']");
            await Expect(page.Locator(".head .tag.soon")).ToBeVisibleAsync();
        });
    }

    private static async Task<int> CountUnfilteredAsync(Visitor visitor)
    {
        await visitor.Page.ClickAsync(".chips > a");
        await Expect(visitor.Page.Locator(".chip")).ToHaveCountAsync(0);
        return await visitor.Page.Locator(".duties > li").CountAsync();
    }

    private static async Task FillAsync(Visitor visitor)
    {
        await visitor.FillAsync("#Input_Address", "https://agency.example/2016/9/22.html");
        await visitor.FillAsync("#Input_Title", Case.Title);
    }
}
