using GovDisclosure.TestCommon;
using Microsoft.Playwright;

namespace GovDisclosure.EndToEndTests.Support;

/// <summary>
/// The installed Chromium, one process for the run. Nothing is downloaded: where no browser is found, the tests that need one are
/// skipped with the reason, and CI allows no skip.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    /// <summary>The environment variable that names a browser's program, where it is not found by itself.</summary>
    public const string PathVariable = "CHROMIUM_PATH";

    // The headless shell first: the same engine without a desktop's browser around it takes half the time.
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    private static readonly string[] OtherPlaces =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a browser window of its own: cookies, language, colours and size are nobody else's.</summary>
    public async Task<IBrowserContext> OpenAsync(Visit visit, Uri portal)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(portal);
        Assert.SkipWhen(_browser is null, $"No Chromium is installed, and {PathVariable} names none.");
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = portal.ToString(),
            // A visitor has an address of its own: signing in is rate-limited by address.
            ExtraHTTPHeaders = [PortalFactory.NextCaller()],
            ColorScheme = visit.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = visit.JavaScript,
            Locale = visit.English ? "en-GB" : "zh-CN",
            ReducedMotion = ReducedMotion.Reduce,
            // Dates on pages are Beijing's, wherever the reader sits.
            TimezoneId = "America/New_York",
            ViewportSize = new() { Width = visit.Width, Height = 900 },
        });
        context.SetDefaultTimeout(20_000);
        return context;
    }

    /// <summary>Starts the browser, if there is one.</summary>
    public async Task StartAsync()
    {
        if (Find() is not { } program)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = program,
            // Chromium's own sandbox needs rights that a container or root does not have; only pages of this portal are opened. The rest
            // keeps the browser from calling home.
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? Find()
    {
        var named = Environment.GetEnvironmentVariable(PathVariable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return File.Exists(named) ? named : throw new FileNotFoundException($"{PathVariable} names a program that does not exist.", named);
        }

        var onPath =
            from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            from name in Names
            select Path.Combine(folder, name);
        return onPath.Concat(OtherPlaces).FirstOrDefault(File.Exists);
    }
}
