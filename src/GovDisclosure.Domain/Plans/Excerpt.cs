namespace GovDisclosure.Domain.Plans;

/// <summary>Shortens words so that a list of problems stays readable.</summary>
internal static class Excerpt
{
    private const int Longest = 60;

    public static string Of(string words) => words.Length <= Longest ? words : string.Concat(words.AsSpan(0, Longest), "…");
}
