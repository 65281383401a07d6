using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// A web page: the words that it shows, in order. No script runs and nothing is fetched. Only what is surely no part of a document is left
/// out (<see cref="WebFurniture"/>); the reading of plans knows the rest of a page's furniture by its words.
/// </summary>
internal sealed class WebPageDocument
{
    private const int MostFlattened = 5000;

    private readonly DocumentDraft _draft;
    private readonly WebLine _line;
    private readonly WebList _lists = new();
    private int? _level;

    private WebPageDocument(DocumentDraft draft)
    {
        _draft = draft;
        _line = new WebLine(draft);
    }

    public static SourceDocument Read(byte[] bytes, DocumentDraft draft)
    {
        var html = TextDecoder.Decode(bytes, WebCharset.Of(bytes), draft);
        using var document = Parse(html, draft);
        var page = new WebPageDocument(draft);
        if (document.Body is { } body)
        {
            page.Children(body, 0);
        }

        page.EndLine();
        return draft.Finish(SourceFormat.WebPage);
    }

    private static IHtmlDocument Parse(string html, DocumentDraft draft)
    {
        var (elements, flattened) = (0, 0);
        IElement? last = null;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            IsEmbedded = false,
            DisableElementPositionTracking = true,
            SkipComments = true,
            MaximumDepth = draft.Limits.MostDepth,
            OnCreated = (element, _) =>
            {
                draft.Cancellation.ThrowIfCancellationRequested();
                if (++elements > draft.Limits.MostElements)
                {
                    throw new RefusedException(DocumentRefusalCode.TooMuch);
                }

                // What is nested deeper than the limit is attached beside it and nothing is lost, but each such element takes longer than the one before.
                if (last is not null && last.GetAncestors().Take(draft.Limits.MostDepth).Count() >= draft.Limits.MostDepth - 1 && ++flattened > MostFlattened)
                {
                    throw new RefusedException(DocumentRefusalCode.TooDeep);
                }

                last = element;
            },
        });
        return parser.ParseDocument(html);
    }

    private void Children(INode parent, int depth)
    {
        // The parser bounds the depth; a second bound costs nothing.
        if (depth > _draft.Limits.MostDepth + 50)
        {
            throw new RefusedException(DocumentRefusalCode.TooDeep);
        }

        for (var child = parent.FirstChild; child is not null; child = child.NextSibling)
        {
            _draft.Cancellation.ThrowIfCancellationRequested();
            if (child is IText text)
            {
                _line.Append(text.Data, WebLine.KeepsSpace(parent));
                EndBrokenLines();
            }
            else if (child is IElement element)
            {
                Element(element, depth);
            }
        }
    }

    private void Element(IElement element, int depth)
    {
        if (WebFurniture.IsSilent(element))
        {
            return;
        }

        if (WebFurniture.Is(element))
        {
            _draft.Problem(DocumentProblemCode.FurnitureLeftOut);
            EndLine();
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                EndLine(keepBlank: true);
                return;
            case "hr":
                EndLine();
                return;
            case "table" when WebTable.IsData(element, _draft.Limits):
                EndLine();
                WebTable.Write(element, _draft, CellWords);
                return;
        }

        if (!WebFurniture.IsBlock(element))
        {
            Children(element, depth + 1);
            return;
        }

        EndLine();
        var outer = _level;
        _level = element.LocalName is ['h', >= '1' and <= '6' and var level] ? level - '0' : outer;
        if (element.LocalName == "li")
        {
            _line.Number = _lists.NumberOf(element);
        }

        Children(element, depth + 1);
        EndLine();
        _line.Number = "";
        _level = outer;
    }

    // A cell is read as a page of its own, whose paragraphs are lines of the cell; its words are counted when the cell is.
    private string CellWords(IElement cell)
    {
        var draft = new DocumentDraft(_draft.Limits, _draft.Cancellation);
        var page = new WebPageDocument(draft);
        page.Children(cell, 0);
        page.EndLine();
        return string.Join('\n', draft.Finish(SourceFormat.WebPage).Blocks.Select(block => block.Text.Trim()).Where(words => words.Length > 0));
    }

    private void EndBrokenLines()
    {
        foreach (var line in _line.TakeBroken())
        {
            _draft.Paragraph(line, _level);
        }
    }

    // A line ends; where nothing stood in it there was none, unless it was broken by hand.
    private void EndLine(bool keepBlank = false)
    {
        EndBrokenLines();
        var words = _line.Take();
        if (words.Length > 0 || keepBlank)
        {
            _draft.Paragraph(words, _level);
        }
    }
}
