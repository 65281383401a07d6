using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using GovDisclosure.EndToEndTests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GovDisclosure.EndToEndTests.Pages;

/// <summary>Every page in Chinese.</summary>
public sealed class ChinesePageTests(Stage stage) : PageTests(stage, new Visit());

/// <summary>Every page in English.</summary>
public sealed class EnglishPageTests(Stage stage) : PageTests(stage, new Visit { English = true });

/// <summary>What holds for every page in every state: it can be used by everyone, fits every window, and prints.</summary>
public abstract class PageTests(Stage stage, Visit visit)
{
    // As wide as A4 between the margins of the print style sheet.
    private const int Paper = 688;

    // 1280 pixels at 400% and at 200% zoom are 320 and 640.
    private static readonly int[] Widths = [320, 640, 1280];

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        // Of what passes, the rule without each of its places.
        ResultTypes = [ResultType.Violations],
    };

    // Whose page has a title, filled in as the tests come by: the second page that takes it fails.
    private static readonly ConcurrentDictionary<string, string> Titles = new(StringComparer.Ordinal);

    public static TheoryData<string> Stops => [.. Tour.Stops.Select(stop => stop.Name)];

    [Theory]
    [MemberData(nameof(Stops))]
    public Task Page_InEveryWindow_IsForEveryone(string name) => stage.VisitAsync(visit, async visitor =>
    {
        var stop = Tour.Stops.Single(stop => stop.Name == name);
        await stop.ArriveAsync(visitor, stage.Server);

        await AssertIsThePageAsync(stop, visitor.Page);
        await TakePicturesAsync(visitor, name);
        foreach (var width in Widths)
        {
            await visitor.LookAsync(width, dark: false);
            Assert.Null(await visitor.OverflowAsync());
        }

        // The rules look at what is drawn: between the widths columns become cards, between the schemes every colour changes.
        foreach (var (width, dark) in ((int, bool)[])[(320, true), (1280, false)])
        {
            await visitor.LookAsync(width, dark);
            await AssertNoFindingAsync(visitor.Page, $"{width} {(dark ? "dark" : "light")}");
        }

        await AssertStandsWiderSpacingAsync(visitor);
        await AssertPrintsAsync(visitor.Page);
    });

    private static async Task TakePicturesAsync(Visitor visitor, string name)
    {
        if (!Screenshots.AreWanted)
        {
            return;
        }

        foreach (var (width, dark) in ((int, bool)[])[(1280, false), (390, false), (1280, true), (390, true)])
        {
            await visitor.LookAsync(width, dark);
            await visitor.PictureAsync($"{name}-{(visitor.Visit.English ? "en" : "zh")}-{(width == 390 ? "phone" : "wide")}-{(dark ? "dark" : "light")}");
        }
    }

    private static async Task AssertNoFindingAsync(IPage page, string where)
    {
        // In the page itself. The newer way gathers frames in a window of its own, of which the portal's pages have none, and takes three
        // times as long, on which the time of a whole run hangs.
#pragma warning disable CS0618
        var found = await page.Locator("html").RunAxeLegacy(Rules);
#pragma warning restore CS0618
        Assert.True(found.Passes.Length > 10, $"{where}: only {found.Passes.Length} rules had anything to look at.");
        Assert.Empty(found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{where}: {violation.Id} ({violation.Help}): {node.Html}")));
    }

    private static async Task AssertStandsWiderSpacingAsync(Visitor visitor)
    {
        // WCAG 1.4.12. A style sheet that no policy refuses, as a reader's own is.
        await visitor.LookAsync(320, dark: false);
        await visitor.Page.EvaluateAsync(
            """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
              document.adoptedStyleSheets = [sheet];
            }
            """);
        Assert.Null(await visitor.OverflowAsync());
        await visitor.Page.EvaluateAsync("() => { document.adoptedStyleSheets = []; }");
    }

    private static async Task AssertPrintsAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Paper, 972);
        var headings = page.Locator("main :is(h1, h2):visible:not(nav *)");
        var onScreen = await headings.AllInnerTextsAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(onScreen, await headings.AllInnerTextsAsync());
        Assert.Empty(await page.Locator(":is(nav, main form button, .skip-link, .who a):visible").AllInnerTextsAsync());
        Assert.Equal(Paper, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private async Task AssertIsThePageAsync(Stop stop, IPage page)
    {
        if (stop.Route != Stop.ErrorRoute)
        {
            var address = new Uri(page.Url).AbsolutePath;
            Assert.True(new TemplateMatcher(TemplateParser.Parse(stop.Route), []).TryMatch(address, []), $"{address} is not {stop.Route}.");
        }

        var title = await page.TitleAsync();
        Assert.Equal(stop.Route, Titles.GetOrAdd($"{visit.English}: {title}", stop.Route));
        Assert.NotEqual("", title.Trim());
        Assert.Equal(visit.English ? "en" : "zh-CN", await page.Locator("html").GetAttributeAsync("lang"));
        await Assertions.Expect(page.Locator("h1")).ToHaveCountAsync(1);
    }
}

/// <summary>The tour leaves no page out.</summary>
public sealed class TourTests(Stage stage)
{
    [Fact]
    public void Tour_EveryPageOfThePortal_HasAStop()
    {
        var pages = stage.Portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Distinct();

        Assert.Equal(pages.Except(Tour.NeverSeen).Order(), Tour.Stops.Select(stop => stop.Route).Distinct().Order());
    }
}
