using System.Text.RegularExpressions;
using GovDisclosure.Data.Accounts;
using GovDisclosure.EndToEndTests.Support;
using GovDisclosure.TestCommon;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Journeys;

/// <summary>Coming and going: sign-in, language, sign-out, and what is left in the browser afterwards.</summary>
public sealed partial class SignInJourneyTests(Stage stage)
{
    private const string SignOut = ".who form button";

    /// <summary>The names in the table of README.md.</summary>
    public static TheoryData<string> SampleNames =>
    [
        .. SampleRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "README.md"))).SelectMany(row => SampleName().Matches(row.Value)).Select(name => name.Groups["name"].Value),
    ];

    [Theory]
    [MemberData(nameof(SampleNames))]
    public Task SampleSignIn_OfTheReadme_LandsOnAUsefulPage(string userName) => stage.VisitAsync(Visit.Usual, async visitor =>
    {
        await visitor.SignInAsync(userName);

        await visitor.AtAsync("/");
        var next = visitor.Page.Locator("main a.button").First;
        await next.ClickAsync();
        await Expect(visitor.Page.Locator("main :is(.duties, .plan-task, a[href='/admin/agencies'])").First).ToBeVisibleAsync();
    });

    [Fact]
    public void SampleSignIns_OfTheReadme_AreThoseThatThePortalPrints()
    {
        var printed = SamplePeople.Highlights.Select(signIn => signIn.UserName).Order().ToList();

        Assert.Equal(printed, SampleNames.Select(row => row.Data).Order());
        var chinese = File.ReadAllText(Path.Combine(Repository.Root, "README.zh-CN.md"));
        Assert.All(printed, name => Assert.Contains($"`{name}`", chinese, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Language_Chosen_KeptOverSignOut()
    {
        var agency = await TestAgency.CreateAsync(stage.Server);
        await stage.VisitAsync(Visit.Usual, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(agency.UserName);
            await page.GotoAsync("/work?state=all");
            await page.ClickAsync(".who a[hreflang=en]");
            await page.ClickAsync("main button[value=en]");
            await visitor.AtAsync(@"/work\?state=all");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

            await page.ClickAsync(SignOut);

            await Expect(page.Locator(".who a[href='/account/sign-in']")).ToHaveTextAsync("Sign in");
            await page.GotoAsync("/help");
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SignOut_BackButton_ShowsNothingPrivate(bool javaScript)
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(new Visit { JavaScript = javaScript }, async visitor =>
        {
            var page = visitor.Page;
            await visitor.SignInAsync(mine.Agency.UserName);
            await page.GotoAsync("/work");
            await Expect(page.Locator("main")).ToContainTextAsync(mine.Agency.Agency.ShortName);
            await page.ClickAsync(SignOut);
            await Expect(page.Locator(".who a[href='/account/sign-in']")).ToBeVisibleAsync();

            await page.GoBackAsync();

            await visitor.AtAsync(@"/account/sign-in\?returnUrl=%2Fwork");
            await Expect(page.Locator("body")).Not.ToContainTextAsync(mine.Agency.Agency.ShortName);
        });
    }

    [Fact]
    public async Task SignIn_OnTheWayToAPage_LeadsThere()
    {
        var mine = await Case.CreateAsync(stage);
        await stage.VisitAsync(Visit.Usual, async visitor =>
        {
            await visitor.OpenAsync($"/work/obligations/{mine.DueSoon.Id}");
            await visitor.Page.FillAsync("#Input_UserName", mine.Agency.UserName);
            await visitor.Page.FillAsync("#Input_Password", "wrong");
            await visitor.Page.ClickAsync(Case.Send);
            await Expect(visitor.Page.Locator("#Input_UserName")).ToHaveValueAsync(mine.Agency.UserName);
            await Expect(visitor.Page.Locator("#Input_Password")).ToHaveValueAsync("");

            await visitor.Page.FillAsync("#Input_Password", SamplePeople.Password);
            await visitor.Page.ClickAsync(Case.Send);

            await visitor.AtAsync($"/work/obligations/{mine.DueSoon.Id}");
        });
    }

    // The rows of the table whose first cell is nothing but names.
    [GeneratedRegex(@"^\| `[^|]*\|", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex SampleRow();

    [GeneratedRegex("`(?<name>[a-z.-]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex SampleName();
}
