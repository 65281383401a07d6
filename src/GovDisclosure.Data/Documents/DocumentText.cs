using System.Text;

namespace GovDisclosure.Data.Documents;

/// <summary>What the characters of a laid-out document are worth to a reader.</summary>
internal static class DocumentText
{
    /// <summary>Says whether a character is drawn as nothing: zero-width spaces, soft hyphens, byte order marks, turns of the writing direction, controls.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or '\u2060' or (>= '\u2066' and <= '\u2069') or '\uFEFF'
        || (char.IsControl(c) && c != '\t');

    /// <summary>Says whether a character is written without spaces between words: ideographs and the punctuation that goes with them.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF00' and <= '\uFFEF')
            or '“' or '”' or '‘' or '’' or '…' or '—' or '·'
        || char.IsSurrogate(c);

    /// <summary>Appends what is visible of a text; a space that must not break is a space.</summary>
    public static void AppendVisible(StringBuilder text, ReadOnlySpan<char> added)
    {
        foreach (var c in added)
        {
            if (c is '\u00A0' or '\u202F' or '\n' or '\r')
            {
                text.Append(' ');
            }
            else if (!IsInvisible(c))
            {
                text.Append(c);
            }
        }
    }
}
