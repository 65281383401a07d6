using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>The levels of heading that official documents print before 政务公开工作要点's tasks.</summary>
internal enum HeadingLevel
{
    Section,
    Subsection,
    Item,
    Part,
}

/// <summary>A heading's printed number and where the words after it begin in the line.</summary>
/// <param name="Level">The level that the form of the number stands for.</param>
/// <param name="Form">The form of the number, so that (1) is told from ① below it.</param>
/// <param name="Ordinal">The number.</param>
/// <param name="WordsStart">Where the words after it begin.</param>
internal sealed record Heading(HeadingLevel Level, char Form, int Ordinal, int WordsStart);

/// <summary>Reads the number before a heading: 一、 then (一) then 1. then (1), the order of GB/T 9704-2012, 7.3.3; ① is a fourth level too.</summary>
internal static partial class HeadingReader
{
    /// <summary>Returns the heading that folded words begin with from a place on, or null.</summary>
    public static Heading? TryRead(string folded, int start = 0)
    {
        if (start >= folded.Length || !MayBegin(folded[start]))
        {
            return null;
        }

        var match = Marker().Match(folded, start);
        if (!match.Success)
        {
            return null;
        }

        var (level, group) = match.Groups["section"].Success ? (HeadingLevel.Section, match.Groups["section"])
            : match.Groups["subsection"].Success ? (HeadingLevel.Subsection, match.Groups["subsection"])
            : match.Groups["item"].Success ? (HeadingLevel.Item, match.Groups["item"])
            : (HeadingLevel.Part, match.Groups["part"]);
        return TryNumber(group.Value, out var ordinal) && ordinal > 0
            ? new Heading(level, FormOf(level, group.Value, match.Value), ordinal, match.Index + match.Length)
            : null;
    }

    private static bool MayBegin(char c) => c is '(' or '第' or (>= '0' and <= '9') or (>= '\u2460' and <= '\u249B') or (>= '\u3220' and <= '\u3229')
        || ChineseNumber.Characters.Contains(c, StringComparison.Ordinal);

    private static bool TryNumber(string words, out int ordinal)
    {
        // Numbers in one character: ①, ⑴, ⒈ and ㈠ count from 1.
        foreach (var first in "\u2460\u2474\u2488\u3220")
        {
            if (words.Length == 1 && words[0] >= first && words[0] < first + (first == '\u3220' ? 10 : 20))
            {
                ordinal = words[0] - first + 1;
                return true;
            }
        }

        return ChineseNumber.TryRead(words, out ordinal);
    }

    private static char FormOf(HeadingLevel level, string number, string marker) =>
        level != HeadingLevel.Part ? marker[0] == '第' ? '第' : '.'
        : number[0] is >= '\u2460' and < '\u2474' ? '①'
        : marker.Contains('(', StringComparison.Ordinal) || number[0] > '\u2470' ? '('
        : ')';

    // 1.5亿元 is a figure and begins no item; 1.6月底前 and 4.12345热线 are items, whose words begin with a digit.
    // 一、二、三级 is a list, not a heading.
    [GeneratedRegex(
        """
        \G(?: 第(?<section>[〇零一二三四五六七八九十百]{1,4})(?:部分|章|编)[、.:\s]*
           | 第(?<subsection>[〇零一二三四五六七八九十百]{1,4})节[、.:\s]*
           | 第(?<item>[〇零一二三四五六七八九十百]{1,5})条[、.:\s]+
           | (?<section>[一二三四五六七八九十百]{1,5})\s?[、.](?![一二三四五六七八九十](?:[、级类]))
           | [(]\s?(?<subsection>[一二三四五六七八九十百]{1,5})\s?[)][、.]?
           | (?<subsection>[\u3220-\u3229])[、.]?
           | (?<item>\d{1,3})\s?[、.](?:(?!\d)|(?=\d{1,6}(?![\d.亿万千倍%元米吨版分前级]|个百分|公里|平方))) | (?<item>[\u2488-\u249B])
           | [(]\s?(?<part>\d{1,2})\s?[)][、.]? | (?<part>\d{1,2})[)][、.]?
           | (?<part>[\u2460-\u2487])[、.]? )\s*
        """,
        Patterns.Options | RegexOptions.IgnorePatternWhitespace,
        Patterns.Timeout)]
    private static partial Regex Marker();
}
