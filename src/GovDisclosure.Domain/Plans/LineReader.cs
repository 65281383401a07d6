namespace GovDisclosure.Domain.Plans;

/// <summary>One line of the source without the white space around it, and where it stands.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Offset">Where <paramref name="Text"/> begins in the whole source.</param>
/// <param name="Text">The trimmed words; empty for a blank line.</param>
/// <param name="Folded">The trimmed words in their folded form.</param>
/// <param name="Indent">How far the words are moved in, in half-width columns.</param>
internal sealed record SourceLine(int Number, int Offset, string Text, string Folded, int Indent)
{
    /// <summary>How wide the line is set, in half-width columns, its indent included.</summary>
    public int Width { get; } = Indent + Columns(Text);

    private static int Columns(string words)
    {
        var columns = 0;
        foreach (var c in words)
        {
            columns += c < '\u2000' ? 1 : 2;
        }

        return columns;
    }
}

/// <summary>Cuts a text into lines: LF, CRLF and lone CR end one; a byte order mark and ideographic spaces are layout.</summary>
internal static class LineReader
{
    private const char ByteOrderMark = '\uFEFF';

    public static IReadOnlyList<SourceLine> Read(string text, string folded)
    {
        var lines = new List<SourceLine>();
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not ('\r' or '\n'))
            {
                continue;
            }

            lines.Add(Line(text, folded, lines.Count + 1, start, at));
            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
            {
                at++;
            }

            start = at + 1;
        }

        if (start < text.Length)
        {
            lines.Add(Line(text, folded, lines.Count + 1, start, text.Length));
        }

        return lines;
    }

    /// <summary>White space in the sense of this parser; char.IsWhiteSpace does not count the byte order mark.</summary>
    public static bool IsLayout(char c) => char.IsWhiteSpace(c) || c == ByteOrderMark;

    /// <summary>Narrows a stretch to what is not layout at its ends.</summary>
    public static (int Start, int End) Trim(string text, int start, int end)
    {
        while (start < end && IsLayout(text[start]))
        {
            start++;
        }

        while (end > start && IsLayout(text[end - 1]))
        {
            end--;
        }

        return (start, end);
    }

    private static SourceLine Line(string text, string folded, int number, int start, int end)
    {
        var (from, to) = Trim(text, start, end);
        var indent = 0;
        for (var at = start; at < from; at++)
        {
            indent += text[at] switch { '\u3000' => 2, '\t' => 4, ByteOrderMark => 0, _ => 1 };
        }

        return new SourceLine(number, from, text[from..to], folded[from..to], indent);
    }
}
