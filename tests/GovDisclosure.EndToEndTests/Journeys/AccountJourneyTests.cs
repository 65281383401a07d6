using GovDisclosure.Data.Accounts;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>An account from its beginning to its end: opened, a password by the one-time link, signed in, deactivated.</summary>
public sealed class AccountJourneyTests(Stage stage)
{
    private const string Password = "Lantern-River-58";

    [Theory]
    [InlineData("zh-CN", true)]
    [InlineData("en", false)]
    public async Task Administrator_OpensAnAccountAndClosesIt_ThePersonComesInAndIsCutOff(string language, bool javaScript)
    {
        var agency = await TestAgency.CreateAsync(stage.Server);
        var admin = await TestAgency.CreateAsync(stage.Server, role: PersonRole.Administrator);
        var name = agency.Agency.Code + ".new";
        var visit = new Visit { English = language == "en", JavaScript = javaScript };
        await stage.VisitAsync(visit, async administrator =>
        {
            var page = administrator.Page;
            await administrator.SignInAsync(admin.UserName);
            await administrator.OpenAsync($"/admin/people/new?agency={agency.Agency.Code}");
            await page.FillAsync("#Input_DisplayName", "新来的人");
            await page.FillAsync("#Input_UserName", name);
            await page.CheckAsync($"[name='Input.Roles'][value='{PersonRole.Clerk}']");
            await page.ClickAsync(Case.Send);
            await administrator.AtAsync("/admin/people/[0-9a-f]{8}-[0-9a-f-]+");
            await page.ClickAsync("form[action$='handler=Link'] button");
            var link = await page.InnerTextAsync(".reference");

            await stage.VisitAsync(visit, async person =>
            {
                Assert.Equal(200, await person.OpenAsync(link));
                await person.Page.FillAsync("#Input_Password", Password);
                await person.Page.ClickAsync(Case.Send);
                await person.AtAsync("/account/sign-in");
                await person.Page.FillAsync("#Input_UserName", name);
                await person.Page.FillAsync("#Input_Password", Password);
                await person.Page.ClickAsync(Case.Send);
                await Expect(person.Page.Locator(".who-name")).ToContainTextAsync("新来的人");
                Assert.Equal(200, await person.OpenAsync("/work"));
                await person.AtAsync("/work");

                await page.ClickAsync("form[action$='handler=Deactivate'] button");
                await Expect(page.Locator("form[action$='handler=Reactivate']")).ToBeVisibleAsync();

                await person.OpenAsync("/work");
                await person.AtAsync(@"/account/sign-in\?returnUrl=%2Fwork");
                Assert.Equal(400, await person.OpenAsync(link));
                await person.OpenAsync("/account/sign-in");
                await person.Page.FillAsync("#Input_UserName", name);
                await person.Page.FillAsync("#Input_Password", Password);
                await person.Page.ClickAsync(Case.Send);
                await Expect(person.Page.Locator(".error-summary")).ToBeVisibleAsync();
            });
        });
    }
}
