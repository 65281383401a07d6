using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovDisclosure.Data.Documents;

/// <summary>What a paragraph of Word has from its style, and its style from the one that it is based on.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _styles = [];
    private readonly string? _default;

    public WordStyles(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            _styles.TryAdd(style.StyleId?.Value ?? "", style);
        }

        _default = _styles.Values.FirstOrDefault(style => style.Type?.InnerText == "paragraph" && (style.Default?.Value ?? false))?.StyleId?.Value;
    }

    /// <summary>The list of a style: its number.</summary>
    public int? ListOf(string? styleId) => Chain(styleId).Select(style => style.StyleParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value).FirstOrDefault(id => id is not null);

    /// <summary>The style in the chain that gives the list, with the level that it names.</summary>
    public (int List, int? Level, string Style)? Numbering(string? styleId)
    {
        foreach (var style in Chain(styleId))
        {
            if (style.StyleParagraphProperties?.NumberingProperties is { NumberingId.Val.Value: var list } properties)
            {
                return (list, properties.NumberingLevelReference?.Val?.Value, style.StyleId?.Value ?? "");
            }
        }

        return null;
    }

    /// <summary>Which level of heading a style is, from 1.</summary>
    public int? HeadingLevel(string? styleId)
    {
        foreach (var style in Chain(styleId))
        {
            if (style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } outline)
            {
                return outline is >= 0 and < 9 ? outline + 1 : null;
            }

            // Programs that leave the outline out still call the style by its name.
            if (NameOf(style) is { } name && name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) && name.Length == 9 && name[8] is >= '1' and <= '9')
            {
                return name[8] - '0';
            }
        }

        return null;
    }

    /// <summary>Says whether paragraphs of a style are lines of a table of contents.</summary>
    public bool IsContents(string? styleId) =>
        styleId is not null && _styles.TryGetValue(styleId, out var style) && NameOf(style) is { Length: 5 } name && name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(Style style) => style.StyleName?.Val?.Value;

    private IEnumerable<Style> Chain(string? styleId)
    {
        styleId ??= _default;
        for (var length = 0; length < LongestChain && styleId is not null && _styles.TryGetValue(styleId, out var style); length++)
        {
            yield return style;
            styleId = style.BasedOn?.Val?.Value;
        }
    }
}
