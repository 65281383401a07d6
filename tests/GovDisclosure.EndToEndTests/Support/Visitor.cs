using GovDisclosure.Data.Accounts;
using Microsoft.Playwright;

namespace GovDisclosure.EndToEndTests.Support;

/// <summary>Somebody with a browser window open on the portal. What the page should not do is written down: see <see cref="Complaints"/>.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page, Visit visit)
    {
        _context = context;
        Page = page;
        Visit = visit;
    }

    /// <summary>The window.</summary>
    public IPage Page { get; }

    public Visit Visit { get; }

    /// <summary>Errors in the console, requests to other hosts, failed requests, refusals of the content security policy.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    internal static async Task<Visitor> OpenAsync(IBrowserContext context, Uri portal, Visit visit)
    {
        var visitor = new Visitor(context, await context.NewPageAsync(), visit);
        visitor.Listen(portal);
        if (visit.English)
        {
            await visitor.Page.GotoAsync("/language");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        }

        return visitor;
    }

    /// <summary>Signs in through the form.</summary>
    public async Task SignInAsync(string userName)
    {
        await Page.GotoAsync("/account/sign-in");
        await Page.FillAsync("#Input_UserName", userName);
        await Page.FillAsync("#Input_Password", SamplePeople.Password);
        await Page.ClickAsync("main form button");
        await Assertions.Expect(Page.Locator(".who-name")).ToBeVisibleAsync();
    }

    /// <summary>Opens an address and says with which status it answered.</summary>
    public async Task<int> OpenAsync(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Whether something sticks out to the right of the window, so that a reader would have to scroll in two directions.</summary>
    public async Task<string?> OverflowAsync() => await Page.EvaluateAsync<string?>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) { return null; }
          const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 1);
          return `${document.documentElement.scrollWidth} > ${width}: ` + wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 120)).join(' | ');
        }
        """);

    /// <summary>Saves a picture of the whole page into the folder that <see cref="Screenshots.FolderVariable"/> names; otherwise nothing.</summary>
    public Task PictureAsync(string name, bool fullPage = true) => Screenshots.SaveAsync(Page, $"{name}-{Visit}", fullPage);

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
            if (response.Status >= 400 && response.Request.ResourceType != "document")
            {
                _complaints.Add($"{response.Url} answered {response.Status}");
            }
        };
    }
}
