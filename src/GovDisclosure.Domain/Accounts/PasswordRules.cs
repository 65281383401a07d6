namespace GovDisclosure.Domain.Accounts;

/// <summary>What a password must be like. It is taken exactly as typed, spaces and all.</summary>
/// <remarks>GB/T 22239-2019 level 3, 8.1.4.1 a (kinds of characters, no part of the name); OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.9, 6.2.11.</remarks>
/// <param name="common">Words that the commonest passwords are made of, in lower case.</param>
/// <param name="guessing">How many bits it takes to guess a text by dictionaries and patterns, if these names are tried too.</param>
public sealed class PasswordRules(IReadOnlySet<string> common, Func<string, IReadOnlyCollection<string>, double> guessing)
{
    /// <summary>The fewest characters.</summary>
    public const int Shortest = 10;

    /// <summary>The most characters.</summary>
    public const int Longest = 128;

    /// <summary>The fewest bits: about a million guesses (2 to the power of 20).</summary>
    /// <remarks>
    /// OWASP ASVS 5.0, 6.2.4, asks to refuse the 3,000 commonest, which takes 12 bits by itself; 8 more stand for a capital, a year or a
    /// few digits put to one of them.
    /// </remarks>
    public const double LeastBits = 20;

    /// <summary>How much of a password is looked at by guessing: what is good in its beginning is good as a whole, and looking at long texts is slow.</summary>
    public const int MostGuessed = 64;

    private const string Field = "Password";
    private const int LeastDifferent = 5;
    private const int ShortestNamePart = 4;
    private static readonly char[] NameSeparators = ['.', '-', '_', '@', '+', ' ', '·'];

    /// <summary>The first rule that stands against a password; <see langword="null"/> where it is good.</summary>
    /// <param name="password">The password.</param>
    /// <param name="names">The person's names and those of the agency.</param>
    public RuleViolation? Check(string password, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(names);
        string[] known = [.. names.Where(name => name.Length > 0)];
        return password.Length switch
        {
            < Shortest => new RuleViolation("PasswordTooShort", Field, Shortest),
            > Longest => new RuleViolation("PasswordTooLong", Field, Longest),
            _ when !password.Any(char.IsDigit) || !password.Any(char.IsLower) || !password.Any(char.IsUpper) => new RuleViolation("PasswordKinds", Field),
            _ when password.Distinct().Count() < LeastDifferent => new RuleViolation("PasswordTooUniform", Field),
            _ when Holds(password, known) => new RuleViolation("PasswordHoldsName", Field),
            _ when IsCommon(password) || guessing(PlainText.Start(password, MostGuessed), known) < LeastBits => new RuleViolation("PasswordCommon", Field),
            _ => null,
        };
    }

    private static bool Holds(string password, IEnumerable<string> names) =>
        names.SelectMany(name => name.Split(NameSeparators, StringSplitOptions.RemoveEmptyEntries).Append(name))
            .Any(part => part.Length >= ShortestNamePart && password.Contains(part, StringComparison.OrdinalIgnoreCase));

    // Password123! is password with its decoration; P4ssw0rd is password in its disguise.
    private bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        var word = Trim(lower);
        return common.Contains(lower) || common.Contains(word) || common.Contains(Trim(Plain(lower))) || common.Contains(Plain(word));
    }

    private static string Trim(string text)
    {
        var first = 0;
        var end = text.Length;
        while (first < end && !char.IsLetter(text[first]))
        {
            first++;
        }

        while (end > first && !char.IsLetter(text[end - 1]))
        {
            end--;
        }

        return text[first..end];
    }

    private static string Plain(string text) => string.Concat(text.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        _ => letter,
    }));
}
