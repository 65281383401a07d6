using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Accounts;

namespace GovDisclosure.Data.Accounts;

/// <summary>
/// The rules for passwords, with a library that guesses by dictionaries of common passwords, words and names, keyboard walks, dates and
/// runs, and with the list of words that ships with the portal: its own words and those of the place, in Pinyin too.
/// </summary>
public static class CommonPasswords
{
    private const string File = "data/accounts/common-passwords.txt";

    private static readonly Lazy<string[]> Words = new(() =>
    [
        .. DataFile.ReadText(File).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')),
    ]);

    private static readonly Lazy<PasswordRules> Read = new(() => new PasswordRules(Words.Value.ToHashSet(StringComparer.Ordinal), BitsOf));

    /// <summary>The rules.</summary>
    public static PasswordRules Rules => Read.Value;

    /// <summary>How many bits it takes to guess a text, where the portal's words and these names are tried too.</summary>
    /// <param name="text">The text; keep it short, since the time taken grows with it.</param>
    /// <param name="names">Names of the person and the agency.</param>
    public static double BitsOf(string text, IReadOnlyCollection<string> names) => Zxcvbn.Zxcvbn.MatchPassword(text, Words.Value.Concat(names)).Entropy;
}
