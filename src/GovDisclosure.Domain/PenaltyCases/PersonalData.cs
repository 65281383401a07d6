using System.Globalization;
using System.Text;

namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>Hides numbers that point to a person: identity cards, telephones, bank cards. Names stay, and so do the credit codes of organisations.</summary>
/// <remarks>
/// 政府信息公开条例(2008) art. 14: no personal privacy; 国发〔2014〕6号, (三): of a person the name is published. Numbers are found in any script's digits, and
/// with spaces, dashes, dots or invisible characters between their groups. Where a number could be either, it is hidden.
/// </remarks>
public static class PersonalData
{
    /// <summary>What stands in the place of a number.</summary>
    public const string Hidden = "******";

    private const int LongestNumber = 19;
    private const int LongestGap = 3;
    private static readonly string[] TelephoneLabels = ["电话", "手机", "座机", "传真", "联系方式", "固话", "tel", "phone", "fax", "mobile"];

    /// <summary>The text without such numbers. Masking it again changes nothing.</summary>
    /// <param name="text">The text; <see langword="null"/> stays so.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    public static string? Mask(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var run in Runs(text))
        {
            var first = 0;
            while (first < run.Count)
            {
                var last = LastOfNumber(text, run, first, out var end);
                if (last < 0)
                {
                    first++;
                    continue;
                }

                masked.Append(text, copied, run[first].Start - copied).Append(Hidden);
                copied = end;
                first = last + 1;
            }
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether the text holds such a number.</summary>
    public static bool IsIn(string? text) => Mask(text) != text;

    // The longest number that begins with a group; the index of its last group, or -1.
    private static int LastOfNumber(string text, List<Group> run, int first, out int end)
    {
        var found = -1;
        end = 0;
        var digits = new StringBuilder(LongestNumber);
        for (var last = first; last < run.Count && digits.Length + run[last].Digits.Length <= LongestNumber + 4; last++)
        {
            digits.Append(run[last].Digits);
            var candidate = new Candidate(text, run, first, last, digits.ToString());
            if (IsNumber(candidate, out var length))
            {
                found = last;
                end = run[last].End + length;
            }
        }

        return found;
    }

    private static bool IsNumber(Candidate candidate, out int tail)
    {
        tail = 0;
        if (candidate.IsDecimal)
        {
            return false;
        }

        if (candidate.Digits.Length == 17 && IsIdentity(candidate.Digits) && TailLetter(candidate) is > 0 and var length)
        {
            tail = length;
            return !candidate.IsCreditCode(length);
        }

        return (IsIdentity(candidate.Digits) || IsMobile(candidate.Digits) || IsTelephone(candidate) || IsCard(candidate)) && !candidate.IsCreditCode(0);
    }

    // 17 digits and an X, in either case and width, close behind.
    private static int TailLetter(Candidate candidate)
    {
        for (var at = candidate.End; at < candidate.Text.Length && at <= candidate.End + LongestGap; at++)
        {
            if (candidate.Text[at] is 'x' or 'X' or 'ｘ' or 'Ｘ')
            {
                return at - candidate.End + 1;
            }

            if (!IsSeparator(candidate.Text[at]))
            {
                break;
            }
        }

        return 0;
    }

    private static bool IsIdentity(string digits) => digits.Length switch
    {
        17 or 18 => digits[0] != '0' && IsDate(digits.AsSpan(6, 4), digits.AsSpan(10, 4)),
        15 => digits[0] != '0' && IsDate("1900", digits.AsSpan(8, 4)),
        _ => false,
    };

    private static bool IsDate(ReadOnlySpan<char> year, ReadOnlySpan<char> monthAndDay)
    {
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        var month = int.Parse(monthAndDay[..2], CultureInfo.InvariantCulture);
        var day = int.Parse(monthAndDay[2..], CultureInfo.InvariantCulture);
        return number is >= 1800 and < 2100 && month is >= 1 and <= 12 && day is >= 1 and <= 31;
    }

    private static bool IsMobile(string digits) =>
        (digits.Length == 11 && digits[0] == '1' && digits[1] >= '3')
        || (digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) && digits[3] >= '3')
        || (digits.Length == 15 && digits.StartsWith("00861", StringComparison.Ordinal) && digits[5] >= '3');

    private static bool IsTelephone(Candidate candidate)
    {
        var digits = candidate.Digits.StartsWith("86", StringComparison.Ordinal) && candidate.Digits.Length > 9 ? "0" + candidate.Digits[2..].TrimStart('0') : candidate.Digits;
        // An area code has three or four digits and begins with 0. A day and a year, as in 01 2016, are none.
        var hasArea = digits.Length is 11 or 12 && digits[0] == '0' && digits[1] != '0' && (candidate.IsOneGroup || candidate.FirstLength is 3 or 4 || digits != candidate.Digits);
        return hasArea || (digits.Length is 7 or 8 && digits[0] is not ('0' or '1') && candidate.FollowsLabel(TelephoneLabels));
    }

    private static bool IsCard(Candidate candidate)
    {
        var digits = candidate.Digits;
        if (candidate.IsOneGroup)
        {
            return digits.Length is >= 15 and <= LongestNumber;
        }

        return digits.Length is >= 15 and <= LongestNumber && digits[0] is >= '3' and <= '9' && (candidate.IsInFours || IsLuhn(digits));
    }

    private static bool IsLuhn(string digits)
    {
        var sum = 0;
        for (var index = 0; index < digits.Length; index++)
        {
            var digit = digits[digits.Length - 1 - index] - '0';
            sum += index % 2 == 0 ? digit : digit < 5 ? digit * 2 : (digit * 2) - 9;
        }

        return sum % 10 == 0;
    }

    // Groups of digits with no more between them than separates the groups of one number.
    private static IEnumerable<List<Group>> Runs(string text)
    {
        var run = new List<Group>();
        var at = 0;
        while (at < text.Length)
        {
            if (Digit(text[at]) < 0)
            {
                at++;
                continue;
            }

            var start = at;
            var digits = new StringBuilder();
            while (at < text.Length && Digit(text[at]) is >= 0 and var digit)
            {
                digits.Append((char)('0' + digit));
                at++;
            }

            if (run.Count > 0 && !IsGap(text, run[^1].End, start))
            {
                yield return run;
                run = [];
            }

            run.Add(new Group(start, at, digits.ToString()));
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool IsGap(string text, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!IsSeparator(text[at]))
            {
                return false;
            }
        }

        return to - from <= LongestGap;
    }

    private static int Digit(char character) => char.IsDigit(character) ? (int)CharUnicodeInfo.GetDecimalDigitValue(character) : -1;

    private static bool IsSeparator(char character) =>
        char.IsWhiteSpace(character)
        || character is '.' or '．' or '·' or '・' or '_' or '＿' or '(' or ')' or '（' or '）' or '~' or '～' or '−'
        || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;

    private sealed record Group(int Start, int End, string Digits);

    // Some groups of a run, taken as one number.
    private sealed record Candidate(string Text, List<Group> Run, int First, int Last, string Digits)
    {
        public int End => Run[Last].End;

        public bool IsOneGroup => First == Last;

        public int FirstLength => Run[First].Digits.Length;

        public bool IsInFours => Enumerable.Range(First, Last - First).All(index => Run[index].Digits.Length == 4);

        // 138123456.78 is an amount.
        public bool IsDecimal => Last == First + 1 && Run[Last].Digits.Length <= 2 && Run[Last].Start == Run[First].End + 1 && Text[Run[First].End] is '.' or '．';

        public bool FollowsLabel(IEnumerable<string> labels)
        {
            var before = Text[Math.Max(0, Run[First].Start - 12)..Run[First].Start].TrimEnd(' ', '　', ':', '：', '为', '是', '.', '(', '（', '号', '码');
            return labels.Any(label => before.EndsWith(label, StringComparison.OrdinalIgnoreCase));
        }

        // 统一社会信用代码, GB 32100: 18 characters with a check character of their own. What could also be an identity card's number is none.
        public bool IsCreditCode(int tail)
        {
            const int Length = 18;
            var start = Run[First].Start;
            while (start > 0 && CreditCode.IsPart(Text[start - 1]) && Run[First].Start - start < Length)
            {
                start--;
            }

            var end = End + tail;
            while (end < Text.Length && CreditCode.IsPart(Text[end]) && end - start <= Length)
            {
                end++;
            }

            return end - start == Length && CreditCode.IsValid(Text.AsSpan(start, Length)) && !IsIdentity(Digits);
        }
    }
}
