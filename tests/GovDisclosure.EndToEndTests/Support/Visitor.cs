using System.Collections.Concurrent;
using GovDisclosure.Data.Accounts;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GovDisclosure.EndToEndTests.Support;

/// <summary>Somebody with a browser window open on the portal. What a page should not do is written down: see <see cref="Complaints"/>.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<(string UserName, bool English), Cookie[]> SignedIn = [];

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];
    private IResponse? _document;

    private Visitor(IBrowserContext context, IPage page, Visit visit)
    {
        _context = context;
        Page = page;
        Visit = visit;
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    /// <summary>How this visitor visits.</summary>
    public Visit Visit { get; }

    /// <summary>How often the visitor has pressed a button or followed a link, by <see cref="ClickAsync"/>.</summary>
    public int Clicks { get; private set; }

    /// <summary>How many fields the visitor has filled in, by <see cref="FillAsync"/>.</summary>
    public int Inputs { get; private set; }

    /// <summary>Errors in the console, requests to other hosts, failed requests, refusals of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    internal static async Task<Visitor> OpenAsync(IBrowserContext context, Uri portal, Visit visit)
    {
        var visitor = new Visitor(context, await context.NewPageAsync(), visit);
        visitor.Listen(portal);
        if (visit.English)
        {
            await visitor.ChooseLanguageAsync("en");
        }

        return visitor;
    }

    /// <summary>Chooses a language on the page for it.</summary>
    public async Task ChooseLanguageAsync(string language)
    {
        await Page.GotoAsync("/language");
        await Page.ClickAsync($"main button[value='{language}']");
        await Expect(Page.Locator($"html[lang='{language}']")).ToHaveCountAsync(1);
    }

    /// <summary>Signs in through the form.</summary>
    public async Task SignInAsync(string userName)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("#Input_UserName", userName);
        await Page.FillAsync("#Input_Password", SamplePeople.Password);
        await Page.ClickAsync("main form button");
        await Expect(Page.Locator(".who-name")).ToBeVisibleAsync();
    }

    /// <summary>Comes back signed in, as with a window that was left open; the first visit of a person signs in through the form.</summary>
    /// <param name="userName">Somebody who does not sign out on any visit.</param>
    public async Task ComeBackAsync(string userName)
    {
        if (SignedIn.TryGetValue((userName, Visit.English), out var cookies))
        {
            await _context.AddCookiesAsync(cookies);
            return;
        }

        await SignInAsync(userName);
        SignedIn[(userName, Visit.English)] = [.. (await _context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name,
            Value = cookie.Value,
            Domain = cookie.Domain,
            Path = cookie.Path,
            Expires = cookie.Expires,
            HttpOnly = cookie.HttpOnly,
            Secure = cookie.Secure,
            SameSite = cookie.SameSite,
        })];
    }

    /// <summary>Opens an address and says with which status it answered.</summary>
    public async Task<int> OpenAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Presses a button or follows a link, and counts it.</summary>
    public async Task ClickAsync(string selector)
    {
        Clicks++;
        await Page.ClickAsync(selector);
    }

    /// <summary>Fills in a field, and counts it.</summary>
    public async Task FillAsync(string selector, string text)
    {
        Inputs++;
        await Page.FillAsync(selector, text);
    }

    /// <summary>Waits for a page of the portal to be there: its address fits a pattern.</summary>
    public Task AtAsync(string pattern) => Expect(Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex(
        "^https?://[^/]+" + pattern + "$", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));

    /// <summary>What sticks out to the right of the window, so that a reader would have to scroll in two directions; null where nothing does.</summary>
    public async Task<string?> OverflowAsync() => await Page.EvaluateAsync<string?>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) { return null; }
          const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1);
          return `${document.documentElement.scrollWidth} > ${width}: ` + wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(' | ');
        }
        """);

    /// <summary>Changes the window's width and colours, as a reader does who turns the phone or dims the room.</summary>
    public async Task LookAsync(int width, bool dark)
    {
        await Page.SetViewportSizeAsync(width, 900);
        await Page.EmulateMediaAsync(new() { Media = Media.Screen, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
    }

    /// <summary>Saves pictures into the folder that <see cref="Screenshots.FolderVariable"/> names; otherwise nothing.</summary>
    public Task PictureAsync(string name) => Screenshots.SaveAsync(Page, _document, name);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Listen(Uri portal)
    {
        Page.Console += (_, message) =>
        {
            // A page that answers 400 or 404 is announced as a failed resource; the tests ask for such pages on purpose.
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _complaints.Add($"{Page.Url}: {message.Text}");
            }
        };
        Page.PageError += (_, error) => _complaints.Add($"{Page.Url}: {error}");
        Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != portal.Authority)
            {
                _complaints.Add($"{Page.Url} asked {address}");
            }
        };
        Page.Response += (_, response) =>
        {
            if (response.Request.ResourceType == "document")
            {
                _document = response.Status is >= 300 and < 400 ? _document : response;
            }
            else if (response.Status >= 400)
            {
                _complaints.Add($"{response.Url} answered {response.Status}");
            }
        };
    }
}
