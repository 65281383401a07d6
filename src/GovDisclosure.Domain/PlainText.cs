using System.Text;

namespace GovDisclosure.Domain;

/// <summary>Makes text that people typed or pasted fit to keep: what no one can see, a database may refuse and a list would trip over.</summary>
public static class PlainText
{
    /// <summary>One line: control characters and runs of white space become one space; none at either end.</summary>
    /// <param name="text">What was typed; <see langword="null"/> is empty.</param>
    public static string OneLine(string? text)
    {
        var line = new StringBuilder(text?.Length ?? 0);
        foreach (var character in text ?? "")
        {
            if (!char.IsControl(character) && !char.IsWhiteSpace(character))
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>Several lines: ends of lines become line feeds, other control characters go, and white space at either end.</summary>
    /// <param name="text">What was typed; <see langword="null"/> is empty.</param>
    public static string Lines(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n");
        return string.Concat(lines.Where(character => character == '\n' || !char.IsControl(character))).Trim();
    }
}
