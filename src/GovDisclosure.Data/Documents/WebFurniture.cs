using System.Buffers;
using AngleSharp.Dom;

namespace GovDisclosure.Data.Documents;

/// <summary>Knows what of a web page is no part of a document: when in doubt, it is.</summary>
internal static class WebFurniture
{
    // Longer words between links are text.
    private const int LongestLink = 12;
    private const int FewestLinks = 3;
    private const int FewestSentences = 3;
    private const int LongestFurniture = 2000;
    private const int MostLookedAt = 2000;

    private static readonly SearchValues<char> Separators = SearchValues.Create("|｜>›»/·-—");
    private static readonly SearchValues<char> SignsOfText = SearchValues.Create("。；;（(、");

    private static readonly HashSet<string> Silent =
    [
        "script", "style", "noscript", "template", "head", "meta", "link", "title", "iframe", "frame", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map",
        "input", "select", "option", "textarea", "button", "datalist", "progress", "meter", "rt", "rp",
    ];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "html", "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    ];

    private static readonly HashSet<string> Names = new(
        ["nav", "navbar", "navigation", "breadcrumb", "breadcrumbs", "footer", "sidebar", "share", "bdsharebuttonbox", "pagination", "toolbar"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Says whether an element shows no words of its own: code, media, the controls of a form, what is hidden.</summary>
    public static bool IsSilent(IElement element) =>
        Silent.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>Says whether an element begins and ends lines.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Says whether an element is navigation, the foot of a page or a bar of links.</summary>
    public static bool Is(IElement element)
    {
        // The body may carry any class, and a plan is longer than furniture.
        if (!IsBlock(element) || element.LocalName is "body" or "main" or "article" or "li" or "td" or "th" or "tr" or "tbody")
        {
            return false;
        }

        var named = element.LocalName is "nav" or "footer"
            || element.GetAttribute("role") is "navigation" or "contentinfo" or "search"
            || element.ClassList.Any(Names.Contains) || (element.Id is { } id && Names.Contains(id));
        return named ? !IsText(element) : IsLinks(element);
    }

    // What an element is called is its maker's choice: one that is full of sentences is text. The look at it is bounded, as elements may be nested.
    private static bool IsText(IElement element)
    {
        var (sentences, characters) = (0, 0);
        foreach (var node in element.GetDescendants().Take(MostLookedAt).OfType<IText>())
        {
            sentences += node.Data.AsSpan().Count('。');
            characters += node.Data.AsSpan().Trim().Length;
            if (sentences >= FewestSentences || characters > LongestFurniture)
            {
                return true;
            }
        }

        return false;
    }

    // A list or a line whose words all stand in short links.
    private static bool IsLinks(IElement element)
    {
        if (element.LocalName is not ("ul" or "ol" or "dl" or "div" or "p" or "menu"))
        {
            return false;
        }

        var links = 0;
        foreach (var node in element.GetDescendants().Take(MostLookedAt).OfType<IText>())
        {
            var words = node.Data.AsSpan().Trim();
            if (words.IsEmpty || words.IndexOfAnyExcept(Separators) < 0)
            {
                continue;
            }

            // Looking ends at the first word that is none of a link.
            if (words.Length > LongestLink || words.IndexOfAny(SignsOfText) >= 0 || node.ParentElement is not { } parent || parent.Closest("a[href]") is not { } link || !link.IsDescendantOf(element))
            {
                return false;
            }

            links++;
        }

        return links >= FewestLinks;
    }
}
