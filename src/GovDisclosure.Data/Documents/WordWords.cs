using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>Gathers the words of a paragraph of Word: runs wherever they stand, with what is put in and without what is struck out.</summary>
internal sealed class WordWords(DocumentDraft draft)
{
    /// <summary>Appends the words of an element, a line feed for each line broken by hand.</summary>
    /// <param name="element">A paragraph or a part of one.</param>
    /// <param name="text">Gets the words.</param>
    /// <param name="boxes">Gets the text boxes that are anchored here.</param>
    public void Append(OpenXmlElement element, StringBuilder text, List<TextBoxContent> boxes)
    {
        foreach (var child in element.ChildElements)
        {
            switch (child)
            {
                case Text words:
                    DocumentText.AppendVisible(text, words.Text);
                    break;
                case DocumentFormat.OpenXml.Math.Text words:
                    DocumentText.AppendVisible(text, words.Text);
                    break;
                case TabChar or PositionalTab:
                    text.Append('\t');
                    break;
                case Break or CarriageReturn:
                    text.Append('\n');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case SymbolChar symbol:
                    AppendSymbol(symbol, text);
                    break;
                case FootnoteReference or EndnoteReference:
                    draft.Problem(DocumentProblemCode.NotesLeftOut);
                    break;
                case Run { RunProperties.Vanish: { } vanish } run when vanish.Val?.Value ?? true:
                    draft.Problem(DocumentProblemCode.HiddenTextLeftOut, run.ChildElements.Any(part => part is Text) ? 1 : 0);
                    break;
                case DeletedRun or MoveFromRun:
                    draft.Problem(DocumentProblemCode.TrackedChanges);
                    break;
                case InsertedRun or MoveToRun:
                    draft.Problem(DocumentProblemCode.TrackedChanges);
                    Append(child, text, boxes);
                    break;
                case AlternateContent choice:
                    if (Chosen(choice) is { } chosen)
                    {
                        Append(chosen, text, boxes);
                    }

                    break;
                case TextBoxContent box:
                    boxes.Add(box);
                    break;
                case ParagraphProperties or RunProperties or SdtProperties or DeletedText or FieldCode or DeletedFieldCode or RubyContent:
                    break;
                case OpenXmlUnknownElement { LocalName: "r" } run:
                    // Within markup that the library has no class for (smart tags), it has none for the rest either.
                    Append(new Run(run.OuterXml), text, boxes);
                    break;
                case OpenXmlUnknownElement { LocalName: "del" or "moveFrom" }:
                    draft.Problem(DocumentProblemCode.TrackedChanges);
                    break;
                default:
                    // Links, content controls, fields, smart tags, drawings: whatever has words inside.
                    if (child.HasChildren)
                    {
                        Append(child, text, boxes);
                    }

                    break;
            }
        }

        draft.CheckLength(text);
    }

    /// <summary>The alternative that a newer program shows; the other says the same for older ones.</summary>
    public static OpenXmlElement? Chosen(AlternateContent choice) =>
        choice.ChildElements.FirstOrDefault(child => child is AlternateContentChoice && child.HasChildren) ?? choice.GetFirstChild<AlternateContentFallback>();

    // A sign of a font of signs has no meaning as a character; others are written by their number.
    private static void AppendSymbol(SymbolChar symbol, StringBuilder text)
    {
        if (int.TryParse(symbol.Char?.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            && number is >= 0x20 and <= 0xFFFF and not (>= 0xD800 and <= 0xF8FF))
        {
            text.Append((char)number);
        }
    }
}
