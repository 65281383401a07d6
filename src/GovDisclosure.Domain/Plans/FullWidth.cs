namespace GovDisclosure.Domain.Plans;

/// <summary>
/// The full-width twins of ASCII punctuation, by code: copied documents mix both, and no reader of source code sees the difference.
/// Patterns write them as escapes for the same reason.
/// </summary>
internal static class FullWidth
{
    public const char Exclamation = '\uFF01';
    public const char LeftParenthesis = '\uFF08';
    public const char RightParenthesis = '\uFF09';
    public const char Comma = '\uFF0C';
    public const char Slash = '\uFF0F';
    public const char Colon = '\uFF1A';
    public const char Semicolon = '\uFF1B';
    public const char Question = '\uFF1F';
    public const char LeftBracket = '\uFF3B';
    public const char RightBracket = '\uFF3D';
}
