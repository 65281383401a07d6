using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>What all patterns of the parser share.</summary>
internal static class Patterns
{
    public const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>
    /// Milliseconds. Every repetition in a pattern is bounded or runs over a text that is, so this is never met; it is long since it
    /// counts the clock of the wall, and a parser that throws on a busy machine would break its promise.
    /// </summary>
    public const int Timeout = 30_000;
}
