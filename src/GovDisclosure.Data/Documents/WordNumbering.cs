using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// Counts the paragraphs that Word numbers by itself and writes their numbers as Word would draw them: definitions in numbering.xml, counters
/// shared by all lists of one definition, overridden levels and starts, and restarts after a higher level.
/// </summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> _definitions = [];
    private readonly Dictionary<int, NumberingInstance> _lists = [];
    private readonly Dictionary<int, int?[]> _counters = [];
    private readonly HashSet<int> _begun = [];
    private readonly WordStyles _styles;

    public WordNumbering(MainDocumentPart main, WordStyles styles)
    {
        _styles = styles;
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            _definitions.TryAdd(definition.AbstractNumberId?.Value ?? 0, definition);
        }

        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            _lists.TryAdd(list.NumberID?.Value ?? 0, list);
        }
    }

    /// <summary>The number of the next paragraph of a list at a level (from 0), with what parts it from the words; empty where none is drawn.</summary>
    public string Next(int listId, int level)
    {
        level = Math.Clamp(level, 0, Levels - 1);
        if (!_lists.TryGetValue(listId, out var list) || DefinitionOf(list) is not { } definition)
        {
            return "";
        }

        var key = definition.AbstractNumberId?.Value ?? 0;
        if (!_counters.TryGetValue(key, out var counters))
        {
            _counters[key] = counters = new int?[Levels];
        }

        if (_begun.Add(listId))
        {
            // A list that is told where to start does so once, at its first paragraph.
            foreach (var change in list.Elements<LevelOverride>())
            {
                if (change.StartOverrideNumberingValue?.Val?.Value is { } start && change.LevelIndex?.Value is >= 0 and < Levels and var at)
                {
                    counters[at] = start - 1;
                }
            }
        }

        var own = LevelOf(list, definition, level);
        counters[level] = (counters[level] ?? ((own?.StartNumberingValue?.Val?.Value ?? 1) - 1)) + 1;
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // A level begins anew after any higher one, after the one that it names, or never.
            var restart = LevelOf(list, definition, deeper)?.LevelRestart?.Val?.Value;
            if (restart is null || (restart != 0 && level < restart))
            {
                counters[deeper] = null;
            }
        }

        return own is null ? "" : Write(list, definition, own, counters);
    }

    /// <summary>The level of a list that belongs to a style, where the definition says so.</summary>
    public int LevelOfStyle(int listId, string styleId) =>
        _lists.TryGetValue(listId, out var list) && DefinitionOf(list) is { } definition
            ? definition.Elements<Level>().FirstOrDefault(level => level.ParagraphStyleIdInLevel?.Val?.Value == styleId)?.LevelIndex?.Value ?? 0
            : 0;

    private static string Write(NumberingInstance list, AbstractNum definition, Level own, int?[] counters)
    {
        var format = FormatOf(own);
        var pattern = own.LevelText?.Val?.Value ?? "";
        if (format == "bullet" || pattern.Length == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '%' || at + 1 >= pattern.Length || pattern[at + 1] is < '1' or > '9')
            {
                text.Append(pattern[at]);
                continue;
            }

            var level = pattern[++at] - '1';
            var source = LevelOf(list, definition, level);
            var number = counters[level] ?? source?.StartNumberingValue?.Val?.Value ?? 1;
            text.Append(ListNumber.Write(number, own.IsLegalNumberingStyle is { } legal && (legal.Val?.Value ?? true) ? "decimal" : FormatOf(source)));
        }

        // What Chinese punctuation ends needs no space.
        var apart = own.LevelSuffix?.Val?.InnerText is "nothing" || text.Length == 0 || (DocumentText.IsWide(text[^1]) && !char.IsLetterOrDigit(text[^1]));
        return apart ? text.ToString() : text.Append(' ').ToString();
    }

    private static string FormatOf(Level? level)
    {
        if (level?.NumberingFormat?.Val?.InnerText is { } format)
        {
            return format;
        }

        // A newer format stands in a choice, with an older one for programs that do not know it.
        return level?.Descendants<NumberingFormat>().FirstOrDefault()?.Val?.InnerText ?? "decimal";
    }

    private static Level? LevelOf(NumberingInstance list, AbstractNum definition, int level) =>
        list.Elements<LevelOverride>().FirstOrDefault(change => change.LevelIndex?.Value == level)?.Level
        ?? definition.Elements<Level>().FirstOrDefault(candidate => candidate.LevelIndex?.Value == level);

    // A definition may only name a style, whose list then leads to the real one.
    private AbstractNum? DefinitionOf(NumberingInstance list)
    {
        for (var turn = 0; turn < 4; turn++)
        {
            if (!_definitions.TryGetValue(list.AbstractNumId?.Val?.Value ?? -1, out var definition))
            {
                return null;
            }

            if (definition.NumberingStyleLink?.Val?.Value is not { } style || _styles.ListOf(style) is not { } next || !_lists.TryGetValue(next, out var linked))
            {
                return definition;
            }

            list = linked;
        }

        return null;
    }
}
