using GovDisclosure.Data.Accounts;
using GovDisclosure.EndToEndTests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>The whole way without a mouse.</summary>
public sealed class KeyboardJourneyTests(Stage stage)
{
    private const int MostTabs = 80;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Clerk_WithTheKeyboardAlone_LogsADisclosure(int width)
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(new Visit { Width = width }, async visitor =>
        {
            var page = visitor.Page;
            await page.GotoAsync("/account/sign-in");
            await SkipToContentAsync(page);
            await TypeIntoAsync(page, "#Input_UserName", mine.Agency.UserName);
            await TypeIntoAsync(page, "#Input_Password", SamplePeople.Password);
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator(".who-name")).ToBeVisibleAsync();

            await FollowAsync(page, "main a.button[href='/work']");
            await visitor.AtAsync("/work");
            await SkipToContentAsync(page);
            await FollowAsync(page, $".duties a[href='/work/obligations/{mine.DueSoon.Id}']");
            await Expect(page.Locator(".head .tag.soon")).ToBeVisibleAsync();
            await FollowAsync(page, ".head a.button");
            await Expect(page.Locator("#Input_Address")).ToBeVisibleAsync();

            await TypeIntoAsync(page, "#Input_Address", "https://agency.example/1.html");
            await page.Keyboard.PressAsync("Enter");
            // The title is missing: the summary has the focus, its link leads into the field.
            await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
            await FollowAsync(page, ".error-summary a");
            await Expect(page.Locator("#Input_Title")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(Case.Title);
            await FollowAsync(page, Case.Send);

            await Expect(page.Locator(".notification.success")).ToBeVisibleAsync();
            await Expect(page.Locator(".head .tag.done")).ToBeVisibleAsync();
        });
    }

    /// <summary>The first press of Tab on a page shows a link that leads past its head.</summary>
    private static async Task SkipToContentAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip-link")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    private static async Task FollowAsync(IPage page, string selector)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task TypeIntoAsync(IPage page, string selector, string text)
    {
        await TabToAsync(page, selector);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses Tab until something has the focus. Whatever has it on the way is in sight, uncovered, and marked.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        // A page whose style sheets are still on their way marks nothing.
        await page.WaitForLoadStateAsync(LoadState.Load);
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Null(await page.EvaluateAsync<string?>(
                """
                () => {
                  const element = document.activeElement;
                  if (element === document.body) { return 'nothing has the focus'; }
                  const { left, top, width, height } = element.getBoundingClientRect();
                  const name = element.outerHTML.slice(0, 120);
                  const { outlineStyle, outlineWidth } = getComputedStyle(element);
                  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) { return `no mark: ${name}`; }
                  if (top < 0 || left < 0 || top + height > innerHeight || left + width > innerWidth) { return `out of sight: ${name}`; }
                  const { left: x, top: y } = element.getClientRects()[0];
                  const above = document.elementFromPoint(x + 2, y + Math.min(height / 2, 10));
                  return element.contains(above) || above?.contains(element) ? null : `covered: ${name} by ${above?.outerHTML.slice(0, 80)}`;
                }
                """));
            if (await page.EvaluateAsync<bool>("(selector) => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"{MostTabs} presses of Tab did not reach {selector} on {page.Url}.");
    }
}
