using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>A district passes a task down, and a street office fulfils it, in a browser.</summary>
public sealed class DistrictJourneyTests(Stage stage)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(375, false)]
    public async Task District_PassesATaskDown_AStreetOfficeFulfilsIt(int width, bool javaScript)
    {
        var district = await TestDistrict.CreateAsync(stage.Server);
        var street = district.Units[0];
        var duty = (await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, BeijingTime.StartOf(new DateOnly(2016, 9, 22)), "京测处字〔2016〕第2号处罚决定"))[0];
        var visit = new Visit { Width = width, JavaScript = javaScript };

        await stage.VisitAsync(visit, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(district.Agency.UserName);
            await page.GotoAsync("/work");
            await visitor.AtAsync($@"/work\?district={district.Agency.Agency.Code}");
            await page.ClickAsync($".duties a[href='/work/obligations/{duty.Id}']");
            await page.ClickAsync(".head a.quiet");
            await page.CheckAsync($"#unit-{street.Id}");
            await page.FillAsync($"[name='Input.Dues[{street.Id}]']", "2016-10-24");
            await page.FillAsync("#Input_Note", "请于周一前公开");
            Assert.Null(await visitor.OverflowAsync());
            await page.ClickAsync(Case.Send);

            await visitor.AtAsync($"/work/obligations/{duty.Id}");
            await Expect(page.Locator("section[aria-labelledby=parts] .tag.soon")).ToBeVisibleAsync();
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(street.UserName);
            await page.GotoAsync("/work");
            await page.ClickAsync(".duties .row-link");
            await Expect(page.Locator("section[aria-labelledby=passed-from]")).ToContainTextAsync("请于周一前公开");
            await page.ClickAsync(".head a.button");
            await page.FillAsync("#Input_Address", "https://street.example/2016/9/22.html");
            await page.FillAsync("#Input_Title", Case.Title);
            await page.FillAsync("#Input_PublishedOn", "2016-10-19");
            await page.ClickAsync(Case.Send);
            await Expect(page.Locator(".head .tag.done")).ToBeVisibleAsync();
        });
        await stage.VisitAsync(visit, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(district.Agency.UserName);
            await page.GotoAsync($"/work/obligations/{duty.Id}");
            await Expect(page.Locator(".duty-head .tag.done")).ToBeVisibleAsync();
            await Expect(page.Locator("section[aria-labelledby=parts]")).ToContainTextAsync(Case.Title);
        });
    }
}
