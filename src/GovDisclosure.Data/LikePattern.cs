namespace GovDisclosure.Data;

/// <summary>Makes LIKE patterns of what a user typed, so that a per cent sign is a per cent sign.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    public static string Containing(string words) => "%" + Exactly(words) + "%";

    // No text in the database holds a zero, and PostgreSQL refuses to be asked for one.
    public static string Exactly(string words) => words.Trim()
        .Replace("\0", "", StringComparison.Ordinal)
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("%", @"\%", StringComparison.Ordinal)
        .Replace("_", @"\_", StringComparison.Ordinal);
}
