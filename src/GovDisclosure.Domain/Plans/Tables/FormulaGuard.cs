namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>
/// The apostrophe that an export puts before what a spreadsheet program would read as a formula. One more is put where a text begins with
/// such an apostrophe of its own, so that taking one off always gives the text.
/// </summary>
public static class FormulaGuard
{
    private const char Guard = '\'';

    // The same characters as in every export (ASVS 1.2.10).
    private const string Starts = "=+-@\t\r\n\0＝＋－＠";

    /// <summary>Puts an apostrophe before a text that begins with apostrophes and then as a formula does; what begins as one alone is left to the export.</summary>
    public static string Protect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsGuarded(text) ? Guard + text : text;
    }

    /// <summary>Takes the apostrophe off.</summary>
    public static string TakeOff(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsGuarded(text) ? text[1..] : text;
    }

    private static bool IsGuarded(string text)
    {
        var behind = text.AsSpan().TrimStart(Guard);
        return behind.Length < text.Length && !behind.IsEmpty && Starts.Contains(behind[0], StringComparison.Ordinal);
    }
}
