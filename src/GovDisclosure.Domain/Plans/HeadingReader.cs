using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>The three levels of heading that official documents print before 政务公开工作要点's tasks.</summary>
internal enum HeadingLevel
{
    Section,
    Subsection,
    Item,
}

/// <summary>A heading's printed number and where the words after it begin in the line.</summary>
internal sealed record Heading(HeadingLevel Level, int Ordinal, int WordsStart);

/// <summary>Reads the number before a heading: 一、 then (一) then 1., the order of GB/T 9704-2012, 7.3.3.</summary>
internal static partial class HeadingReader
{
    /// <summary>Returns the heading that a line begins with, or null.</summary>
    public static Heading? TryRead(string line)
    {
        var match = Marker().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var (level, group) = match.Groups["section"].Success ? (HeadingLevel.Section, "section")
            : match.Groups["subsection"].Success ? (HeadingLevel.Subsection, "subsection")
            : (HeadingLevel.Item, "item");
        return ChineseNumber.TryRead(match.Groups[group].ValueSpan, out var ordinal) && ordinal > 0
            ? new Heading(level, ordinal, match.Length)
            : null;
    }

    // An item's number is not followed by a digit: 1.5亿元 begins no item.
    [GeneratedRegex(
        """
        ^(?: (?<section>[一二三四五六七八九十百]{1,5})[、.\uFF0E]
           | [(\uFF08](?<subsection>[一二三四五六七八九十百]{1,5})[)\uFF09][、.\uFF0E]?
           | (?<item>\d{1,2})[、.\uFF0E](?!\d) )\s*
        """,
        Patterns.Options | RegexOptions.IgnorePatternWhitespace,
        Patterns.Timeout)]
    private static partial Regex Marker();
}
