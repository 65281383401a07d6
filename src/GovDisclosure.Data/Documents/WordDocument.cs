using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// A document of Word: its paragraphs and tables in order, as they would read with all changes accepted. Headers, footers, notes and pictures
/// are left out; text boxes follow the paragraph that they are anchored to.
/// </summary>
internal sealed class WordDocument
{
    private readonly DocumentDraft _draft;
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly WordWords _words;

    private WordDocument(MainDocumentPart main, DocumentDraft draft)
    {
        _draft = draft;
        _styles = new WordStyles(main);
        _numbering = new WordNumbering(main, _styles);
        _words = new WordWords(draft);
    }

    public static SourceDocument Read(byte[] bytes, DocumentDraft draft)
    {
        GuardedArchive.CheckMarkup(bytes, draft);
        using var package = WordprocessingDocument.Open(
            new MemoryStream(bytes, writable: false), isEditable: false, new OpenSettings { AutoSave = false, MaxCharactersInPart = draft.Limits.MostUnpacked });
        if (package.MainDocumentPart is not { Document.Body: { } body } main)
        {
            throw new RefusedException(DocumentRefusalCode.Damaged);
        }

        new WordDocument(main, draft).Blocks(body, new BlockSink(draft), struck: null);
        return draft.Finish(SourceFormat.Word);
    }

    // Paragraphs and tables of a body, a cell, a content control or a text box. Returns the words of a paragraph whose end is struck out: it goes on in the next.
    private StringBuilder? Blocks(OpenXmlElement container, IBlockSink sink, StringBuilder? struck)
    {
        foreach (var element in container.ChildElements)
        {
            _draft.Cancellation.ThrowIfCancellationRequested();
            switch (element)
            {
                case Paragraph paragraph:
                    struck = Take(paragraph, sink, struck);
                    break;
                case OpenXmlUnknownElement { LocalName: "p" } paragraph:
                    struck = Take(new Paragraph(paragraph.OuterXml), sink, struck);
                    break;
                case OpenXmlUnknownElement { LocalName: "tbl" } table:
                    Take(new Table(table.OuterXml), sink);
                    break;
                case Table table when sink is CellSink:
                    // A table within a cell is words of the cell.
                    foreach (var cell in table.Descendants<TableCell>())
                    {
                        Blocks(cell, sink, null);
                    }

                    break;
                case Table table:
                    Take(table, sink);
                    break;
                case AlternateContent choice:
                    struck = WordWords.Chosen(choice) is { } chosen ? Blocks(chosen, sink, struck) : struck;
                    break;
                case DeletedRun or MoveFromRun or SdtProperties or SectionProperties:
                    break;
                default:
                    // Content controls, custom markup, what is put in under review.
                    struck = element.HasChildren ? Blocks(element, sink, struck) : struck;
                    break;
            }
        }

        if (struck is not null && container is Body or TableCell or TextBoxContent)
        {
            sink.Paragraph(struck.ToString(), null);
            struck = null;
        }

        return struck;
    }

    private StringBuilder? Take(Paragraph paragraph, IBlockSink sink, StringBuilder? before)
    {
        var properties = paragraph.ParagraphProperties;
        var style = properties?.ParagraphStyleId?.Val?.Value;
        if (_styles.IsContents(style))
        {
            _draft.Problem(DocumentProblemCode.ContentsLeftOut);
            return before;
        }

        var boxes = new List<TextBoxContent>();
        var text = before ?? new StringBuilder(before is null ? Number(paragraph, style) : "");
        var numbered = before is null ? text.Length : 0;
        _words.Append(paragraph, text, boxes);
        if (properties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
        {
            _draft.Problem(DocumentProblemCode.TrackedChanges);
            return text.Length == numbered ? null : text;
        }

        var level = properties?.OutlineLevel?.Val?.Value is { } outline ? (outline is >= 0 and < 9 ? outline + 1 : null) : _styles.HeadingLevel(style);
        foreach (var line in text.ToString().Split('\n'))
        {
            sink.Paragraph(line, level);
        }

        foreach (var box in boxes)
        {
            Blocks(box, sink, null);
        }

        return null;
    }

    private string Number(Paragraph paragraph, string? style)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var inherited = _styles.Numbering(style);
        var list = own?.NumberingId?.Val?.Value ?? inherited?.List ?? 0;
        if (list == 0 || IsEmpty(paragraph))
        {
            return "";
        }

        var level = own?.NumberingLevelReference?.Val?.Value ?? inherited?.Level ?? (inherited is { } from ? _numbering.LevelOfStyle(list, from.Style) : 0);
        return _numbering.Next(list, level);
    }

    // Word numbers an empty paragraph too, but writers leave none of those; what was struck out whole counts as no paragraph.
    private static bool IsEmpty(Paragraph paragraph) =>
        paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null
        && !paragraph.Descendants<Text>().Any(text => text.Text.Length > 0 && !text.Ancestors<MoveFromRun>().Any());

    private void Take(Table table, IBlockSink sink)
    {
        var grid = new TableGrid(_draft);
        var headings = 0;
        var rows = Unwrapped<TableRow>(table).ToList();
        foreach (var row in rows)
        {
            var properties = row.TableRowProperties;
            if (properties?.GetFirstChild<Deleted>() is not null)
            {
                _draft.Problem(DocumentProblemCode.TrackedChanges);
                continue;
            }

            headings += headings == grid.RowCount && properties?.GetFirstChild<TableHeader>() is { } header && (header.Val?.InnerText ?? "true") is not ("0" or "false" or "off") ? 1 : 0;
            grid.Row();
            grid.Skip(properties?.GetFirstChild<GridBefore>()?.Val?.Value ?? 0);
            foreach (var cell in Unwrapped<TableCell>(row))
            {
                var across = Math.Clamp(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, 1, _draft.Limits.MostColumns);
                if (cell.TableCellProperties?.VerticalMerge is { } merge && merge.Val?.InnerText is not "restart")
                {
                    grid.CellFromAbove(across);
                }
                else
                {
                    var words = new CellSink(_draft);
                    Blocks(cell, words, null);
                    grid.Cell(words.ToString(), across);
                }
            }
        }

        sink.Table(grid, headings);
    }

    // Rows and cells stand in content controls as well.
    private static IEnumerable<T> Unwrapped<T>(OpenXmlElement container)
        where T : OpenXmlElement
    {
        foreach (var element in container.ChildElements)
        {
            if (element is T found)
            {
                yield return found;
            }
            else if (element is SdtElement or SdtContentRow or SdtContentCell or CustomXmlElement)
            {
                foreach (var inner in Unwrapped<T>(element))
                {
                    yield return inner;
                }
            }
        }
    }

    private interface IBlockSink
    {
        public void Paragraph(string words, int? level);

        public void Table(TableGrid grid, int headings);
    }

    private sealed class BlockSink(DocumentDraft draft) : IBlockSink
    {
        public void Paragraph(string words, int? level) => draft.Paragraph(words, level);

        public void Table(TableGrid grid, int headings) => draft.Table(grid, headings);
    }

    private sealed class CellSink(DocumentDraft draft) : IBlockSink
    {
        private readonly StringBuilder _words = new();

        public void Paragraph(string words, int? level)
        {
            _words.Append(_words.Length > 0 ? "\n" : "").Append(words);
            draft.CheckLength(_words);
        }

        public void Table(TableGrid grid, int headings)
        {
            // Tables in cells come as paragraphs.
        }

        public override string ToString() => _words.ToString().TrimEnd();
    }
}
