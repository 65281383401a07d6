namespace GovDisclosure.Domain.PenaltyCases;

/// <summary>统一社会信用代码: the public code of an organisation.</summary>
/// <remarks>GB 32100-2015: 17 characters and a check character modulo 31.</remarks>
internal static class CreditCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>Whether a character may stand in a code or run on from one.</summary>
    public static bool IsPart(char character) => char.IsAsciiLetterOrDigit(character);

    /// <summary>Whether the check character fits.</summary>
    public static bool IsValid(ReadOnlySpan<char> code)
    {
        var sum = 0;
        var weight = 1;
        for (var index = 0; index < 17; index++)
        {
            var value = Alphabet.IndexOf(code[index], StringComparison.Ordinal);
            if (value < 0)
            {
                return false;
            }

            sum += value * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet.IndexOf(code[17], StringComparison.Ordinal) == (31 - (sum % 31)) % 31;
    }
}
