using System.Globalization;
using System.Text;

namespace GovDisclosure.Data.Documents;

/// <summary>Writes the numbers that Word and web pages put before paragraphs, under the names that Word has for them (ECMA-376, ST_NumberFormat).</summary>
internal static class ListNumber
{
    private const string Digits = "〇一二三四五六七八九";
    private const string FormalSimplified = "零壹贰叁肆伍陆柒捌玖";
    private const string FormalTraditional = "零壹貳參肆伍陸柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly (int Value, string Sign)[] Roman =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>A number in a format; what the format has no sign for is written in digits.</summary>
    public static string Write(int number, string format) => format switch
    {
        "none" or "bullet" => "",
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(number).Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '０') : c)),
        "upperRoman" => ToRoman(number),
        "lowerRoman" => ToRoman(number).ToLowerInvariant(),
        "upperLetter" => ToLetter(number, 'A'),
        "lowerLetter" => ToLetter(number, 'a'),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" or "koreanCounting" => Places(number, Digits, "十百千"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" or "koreanDigital" => string.Concat(Plain(number).Select(c => c is >= '0' and <= '9' ? Digits[c - '0'] : c)),
        "chineseLegalSimplified" => Places(number, FormalSimplified, "拾佰仟", shortTen: false),
        "ideographLegalTraditional" => Places(number, FormalTraditional, "拾佰仟", shortTen: false),
        "ideographTraditional" => Sign(number, Stems),
        "ideographZodiac" => Sign(number, Branches),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => number switch
        {
            >= 1 and <= 20 => Run('①', number),
            >= 21 and <= 35 => Run('㉑', number - 20),
            >= 36 and <= 50 => Run('㊱', number - 35),
            _ => Plain(number),
        },
        "decimalEnclosedParen" => number is >= 1 and <= 20 ? Run('⑴', number) : $"({Plain(number)})",
        "decimalEnclosedFullstop" => number is >= 1 and <= 20 ? Run('⒈', number) : Plain(number) + ".",
        "ideographEnclosedCircle" => number is >= 1 and <= 10 ? Run('㊀', number) : Places(number, Digits, "十百千"),
        _ => Plain(number),
    };

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Run(char first, int number) => ((char)(first + number - 1)).ToString();

    private static string Sign(int number, string signs) => number >= 1 && number <= signs.Length ? signs[number - 1].ToString() : Plain(number);

    private static string ToRoman(int number)
    {
        if (number is < 1 or > 3999)
        {
            return Plain(number);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    // A to Z, then AA to ZZ.
    private static string ToLetter(int number, char first) =>
        number is < 1 or > 26 * 30 ? Plain(number) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    // 10 is 十 and 110 一百一十; a gap between places is one zero.
    private static string Places(int number, string digits, string places, bool shortTen = true)
    {
        if (number is < 1 or > 9999)
        {
            return number == 0 ? digits[..1] : Plain(number);
        }

        var text = new StringBuilder();
        var gap = false;
        for (var (place, unit) = (3, 1000); place >= 0; place--, unit /= 10)
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            text.Append(gap ? "零" : "");
            gap = false;
            if (!(shortTen && digit == 1 && place == 1 && text.Length == 0))
            {
                text.Append(digits[digit]);
            }

            text.Append(place > 0 ? places[place - 1].ToString() : "");
        }

        return text.ToString();
    }
}
