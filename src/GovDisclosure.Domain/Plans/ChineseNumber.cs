using System.Globalization;

namespace GovDisclosure.Domain.Plans;

/// <summary>Reads the whole numbers that headings and deadlines use: 24 (in half or full width), 二十四, 两, 二〇一六.</summary>
internal static class ChineseNumber
{
    /// <summary>The characters of a Chinese number, for use inside a pattern's brackets.</summary>
    public const string Characters = "〇零一二两三四五六七八九十百";

    private const string Digits = "零一二三四五六七八九";

    public static bool TryRead(ReadOnlySpan<char> words, out int number)
    {
        number = 0;
        // Nine digits keep every sum below inside an int.
        if (words.IsEmpty || words.Length > 9)
        {
            return false;
        }

        return words.IndexOfAny('十', '百') >= 0 ? TryReadPlaces(words, out number) : TryReadDigits(words, out number);
    }

    private static bool TryReadDigits(ReadOnlySpan<char> words, out int number)
    {
        number = 0;
        foreach (var c in words)
        {
            if (!TryDigit(c, out var digit))
            {
                number = 0;
                return false;
            }

            number = (number * 10) + digit;
        }

        return true;
    }

    private static bool TryReadPlaces(ReadOnlySpan<char> words, out int number)
    {
        number = 0;
        var pending = -1;
        foreach (var c in words)
        {
            if (c is '十' or '百')
            {
                number += (pending < 0 ? 1 : pending) * (c == '十' ? 10 : 100);
                pending = -1;
            }
            else if (TryDigit(c, out var digit))
            {
                pending = digit;
            }
            else
            {
                number = 0;
                return false;
            }
        }

        number += Math.Max(pending, 0);
        return true;
    }

    private static bool TryDigit(char c, out int digit)
    {
        digit = c switch
        {
            '〇' => 0,
            '两' => 2,
            _ => Digits.IndexOf(c, StringComparison.Ordinal),
        };
        if (digit < 0)
        {
            // Full-width digits too.
            digit = CharUnicodeInfo.GetDecimalDigitValue(c);
        }

        return digit >= 0;
    }
}
