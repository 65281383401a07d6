using System.Globalization;
using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>A heading with its number, as a table shows it and as it is read back: 一、…, （一）…, 1．….</summary>
/// <remarks>〇 stands for a level that is not there: a plan's outline has a place for it, without words.</remarks>
internal static partial class HeadingWords
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Write(HeadingLevel level, int ordinal, string title) => level switch
    {
        HeadingLevel.Section => Chinese(ordinal) + "、" + title,
        HeadingLevel.Subsection => "（" + Chinese(ordinal) + "）" + title,
        _ => ordinal.ToString(CultureInfo.InvariantCulture) + "．" + title,
    };

    public static (HeadingLevel Level, int Ordinal, string Title)? TryRead(string words)
    {
        var match = Pattern().Match(words);
        if (!match.Success || !ChineseNumber.TryRead(match.Groups["number"].ValueSpan, out var ordinal))
        {
            return null;
        }

        var level = match.Groups["section"].Success ? HeadingLevel.Section : match.Groups["subsection"].Success ? HeadingLevel.Subsection : HeadingLevel.Item;
        return (level, ordinal, match.Groups["title"].Value.TrimStart());
    }

    // Nobody prints a hundred headings of one level in words.
    private static string Chinese(int number) => number switch
    {
        < 10 => Digits[number].ToString(),
        < 20 => "十" + Unit(number),
        < 100 => Digits[number / 10] + "十" + Unit(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Unit(int number) => number % 10 == 0 ? "" : Digits[number % 10].ToString();

    [GeneratedRegex(
        @"\A(?:(?<section>(?<number>[〇一二三四五六七八九十]{1,4}|[0-9]{1,9})、)|(?<subsection>（(?<number>[〇一二三四五六七八九十]{1,4}|[0-9]{1,9})）)|(?<number>[0-9]{1,9})．)(?<title>.*)\z",
        Patterns.Options | RegexOptions.Singleline,
        Patterns.Timeout)]
    private static partial Regex Pattern();
}
