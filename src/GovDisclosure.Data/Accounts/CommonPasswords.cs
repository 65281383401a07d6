using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Accounts;

namespace GovDisclosure.Data.Accounts;

/// <summary>The rules for passwords with the list of common ones that ships with the portal.</summary>
public static class CommonPasswords
{
    private const string File = "data/accounts/common-passwords.txt";

    private static readonly Lazy<PasswordRules> Read = new(() => new PasswordRules(
        DataFile.ReadText(File).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => !line.StartsWith('#')).ToHashSet(StringComparer.Ordinal)));

    /// <summary>The rules.</summary>
    public static PasswordRules Rules => Read.Value;
}
