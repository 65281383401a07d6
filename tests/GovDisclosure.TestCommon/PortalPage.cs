using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace GovDisclosure.TestCommon;

/// <summary>An answer of the portal, read.</summary>
public sealed class PortalPage
{
    private readonly Lazy<IHtmlDocument> _document;

    private PortalPage(HttpResponseMessage response, string body)
    {
        Response = response;
        Body = body;
        _document = new Lazy<IHtmlDocument>(() => new HtmlParser().ParseDocument(Body));
    }

    public HttpResponseMessage Response { get; }

    public HttpStatusCode Status => Response.StatusCode;

    public HttpResponseHeaders Headers => Response.Headers;

    /// <summary>Where a redirect leads, as sent.</summary>
    public string? Location => Headers.Location?.OriginalString;

    public string Body { get; }

    public IHtmlDocument Document => _document.Value;

    /// <summary>The page's main heading.</summary>
    public string Heading => Text("h1");

    /// <summary>The text of the first element that a selector finds, with white space as a reader sees it.</summary>
    public string Text(string selector) => Words(Find(selector).TextContent);

    /// <summary>The texts of every element that a selector finds.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Words(element.TextContent))];

    /// <summary>The first element that a selector finds.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IElement Find(string selector) => Document.QuerySelector(selector)
        ?? throw new InvalidOperationException($"No element {selector} on {Response.RequestMessage?.RequestUri} ({(int)Status}): {Words(Document.Body?.TextContent ?? "")}");

    /// <summary>The values of a header, wherever it stands; empty where it is not sent.</summary>
    public string Header(string name) =>
        Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : "";

    /// <summary>The Set-Cookie lines.</summary>
    public IReadOnlyList<string> SetCookies => Headers.TryGetValues("Set-Cookie", out var values) ? [.. values] : [];

    internal static async Task<PortalPage> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        new(response, await response.Content.ReadAsStringAsync(cancellationToken));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
