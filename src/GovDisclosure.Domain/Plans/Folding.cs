namespace GovDisclosure.Domain.Plans;

/// <summary>Makes one form of the many in which the same words are written, character for character, so that places stay the same.</summary>
/// <remarks>
/// Full-width letters, digits and punctuation become half-width, the brackets 〔〕【】 become [], dashes become one dash, corner quotes
/// become curly ones, traditional characters become simplified and Kangxi radicals become characters. Only for recognition: what is
/// kept is always cut from the source.
/// </remarks>
internal static class Folding
{
    private static readonly char[] Map = MakeMap();

    public static string Fold(string text) =>
        string.Create(text.Length, text, static (folded, source) =>
        {
            for (var at = 0; at < folded.Length; at++)
            {
                folded[at] = Map[source[at]];
            }
        });

    private static char[] MakeMap()
    {
        var map = new char[char.MaxValue + 1];
        for (var c = 0; c < map.Length; c++)
        {
            map[c] = (char)c;
        }

        Pairs(map, CharacterTables.Traditional);
        Pairs(map, CharacterTables.Radicals);
        for (var c = '\uFF01'; c <= '\uFF5E'; c++)
        {
            map[c] = (char)(c - 0xFEE0);
        }

        All(map, "〔【［﹝〖", '[');
        All(map, "〕】］﹞〗", ']');
        All(map, "\uFE59\u2E28", '(');
        All(map, "\uFE5A\u2E29", ')');
        All(map, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\uFE63\uFF0D\uFE58", '-');
        All(map, "\uFF5E\u223C\u301C", '~');
        All(map, "\u2236\uFE13\uFE55", ':');
        All(map, "\uFE54\u037E", ';');
        All(map, "\uFE50\uFE51\uFE10", ',');
        All(map, "\uFF64\uFE45", '、');
        All(map, "\uFF61\uFE12", '。');
        All(map, "\uFE6A", '%');
        All(map, "〈〈《", '《');
        All(map, "〉〉》", '》');
        All(map, "「『“", '“');
        All(map, "」』”", '”');
        All(map, "\u25CB\u25EF\u3007\u2B58\u20DD", '〇');
        All(map, "\u2022\u30FB\u2027", '·');
        All(map, "\u3000\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F", ' ');
        return map;
    }

    private static void Pairs(char[] map, string pairs)
    {
        for (var at = 0; at + 1 < pairs.Length; at += 2)
        {
            map[pairs[at]] = pairs[at + 1];
        }
    }

    private static void All(char[] map, string from, char to)
    {
        foreach (var c in from)
        {
            map[c] = to;
        }
    }
}

/// <summary>Words as the source has them beside their folded form of the same length.</summary>
internal readonly record struct Words(string Text, string Folded)
{
    public int Length => Text.Length;

    public static Words Of(string text) => new(text, Folding.Fold(text));

    public Words Slice(int start, int end) => new(Text[start..end], Folded[start..end]);

    /// <summary>Without the layout at both ends.</summary>
    public Words Trim()
    {
        var (start, end) = LineReader.Trim(Text, 0, Length);
        return start == 0 && end == Length ? this : Slice(start, end);
    }
}
