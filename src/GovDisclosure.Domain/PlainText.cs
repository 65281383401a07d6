using System.Globalization;
using System.Text;

namespace GovDisclosure.Domain;

/// <summary>Makes text that people typed or pasted fit to keep: what no one can see, a database may refuse and a list would trip over.</summary>
public static class PlainText
{
    /// <summary>
    /// One line: control characters and runs of white space become one space, none at either end. Characters that only format, such as
    /// zero-width spaces and turns of the writing direction, go: a title of them would look empty, or read as another.
    /// </summary>
    /// <param name="text">What was typed; <see langword="null"/> is empty.</param>
    public static string OneLine(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        foreach (var character in Visible(text))
        {
            if (!Rune.IsControl(character) && !Rune.IsWhiteSpace(character))
            {
                line.Append(character.ToString());
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Several lines: ends of lines become line feeds; other control characters, those that only format, and white space at either end go.</summary>
    /// <param name="text">What was typed; <see langword="null"/> is empty.</param>
    public static string Lines(string? text)
    {
        var lines = new StringBuilder(text?.Length ?? 0);
        foreach (var character in Visible(text?.ReplaceLineEndings("\n")))
        {
            if (character.Value == '\n' || !Rune.IsControl(character))
            {
                lines.Append(character.ToString());
            }
        }

        return lines.ToString().Trim();
    }

    /// <summary>The beginning of a text, at most <paramref name="length"/> characters (UTF-16) of it, cut between two characters and never within one.</summary>
    /// <remarks>Half of a surrogate pair is no text: PostgreSQL cannot be asked for it.</remarks>
    public static string Start(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= length)
        {
            return text;
        }

        return length > 0 && char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    // Half of a surrogate pair comes as the replacement character.
    private static IEnumerable<Rune> Visible(string? text) =>
        (text ?? "").EnumerateRunes().Where(character => Rune.GetUnicodeCategory(character) != UnicodeCategory.Format);
}
