using System.Text;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>A printed line, where it begins, and how large its first letter is.</summary>
internal sealed record PdfLine(string Text, double Left, double Size);

/// <summary>Makes lines of the letters of a page: what stands on one height is a line, from the top down and from the left.</summary>
internal static class PdfLines
{
    // A gap of this part of a letter's size parts words; several letters part columns.
    private const double WordGap = 0.25;
    private const double WideGap = 0.6;
    private const double ColumnGap = 2.5;

    // A margin is where at least this part of all lines begins; headers and footers may stand left of it.
    private const double MarginShare = 0.15;

    /// <summary>The lines of a page.</summary>
    public static IReadOnlyList<PdfLine> Of(IReadOnlyList<PdfGlyph> letters, DocumentDraft draft)
    {
        var lines = Grouped([.. letters.Where(letter => letter.IsUpright)], draft).ConvertAll(line => new PdfLine(Write(line, draft), line[0].X, line[0].Size));
        // Letters that are turned stand in the order in which they were printed.
        var turned = new StringBuilder();
        foreach (var letter in letters.Where(letter => !letter.IsUpright))
        {
            turned.Append(letter.Value);
        }

        lines.Add(new PdfLine(Readable(turned, draft), 0, 0));
        return [.. lines.Where(line => !string.IsNullOrWhiteSpace(line.Text))];
    }

    /// <summary>The left margin of a document: the leftmost place where many lines begin.</summary>
    public static double Margin(IReadOnlyCollection<PdfLine> lines)
    {
        var starts = lines.Where(line => line.Size > 0).GroupBy(line => Math.Round(line.Left / 2)).OrderBy(start => start.Key).ToList();
        var margin = starts.Find(start => start.Count() >= Math.Max(2, lines.Count * MarginShare)) ?? starts.FirstOrDefault();
        return margin?.Min(line => line.Left) ?? 0;
    }

    /// <summary>
    /// A line with its indent as two ideographic spaces: the indent of a paragraph's first line is how it is told from a line that goes on. A
    /// centred title has none that counts.
    /// </summary>
    public static string Indented(PdfLine line, double margin) => line.Size > 0 && (line.Left - margin) / line.Size is > 1.5 and < 2.6 ? "　　" + line.Text : line.Text;

    private static List<List<PdfGlyph>> Grouped(List<PdfGlyph> letters, DocumentDraft draft)
    {
        var lines = new List<List<PdfGlyph>>();
        var (height, size) = (0.0, 0.0);
        foreach (var letter in letters.OrderByDescending(letter => letter.Y))
        {
            draft.Cancellation.ThrowIfCancellationRequested();
            var tolerance = Math.Max(Math.Min(size, letter.Size) * 0.35, 1);
            if (lines.Count == 0 || height - letter.Y > tolerance)
            {
                lines.Add([]);
                (height, size) = (letter.Y, letter.Size);
            }

            lines[^1].Add(letter);
            size = Math.Max(size, letter.Size);
        }

        // Sorting is stable: where two stand on one place, the order of printing decides.
        return lines.ConvertAll(line => line.OrderBy(letter => letter.X).ToList());
    }

    private static string Write(List<PdfGlyph> line, DocumentDraft draft)
    {
        var text = new StringBuilder();
        PdfGlyph? last = null;
        foreach (var letter in line)
        {
            // Fat type is sometimes the same letter printed twice, a little aside.
            if (last is { } printed && printed.Value == letter.Value && Math.Abs(printed.X - letter.X) < letter.Size * 0.15)
            {
                continue;
            }

            text.Append(last is { } before ? Gap(before, letter, text) : "").Append(letter.Value);
            last = letter;
        }

        return Readable(text, draft);
    }

    private static string Gap(PdfGlyph before, PdfGlyph after, StringBuilder text)
    {
        var gap = (after.X - before.EndX) / Math.Max(before.Size, after.Size);
        var wide = (text.Length > 0 && DocumentText.IsWide(text[^1])) || (after.Value is [var next, ..] && DocumentText.IsWide(next));
        return gap > ColumnGap ? "\t" : gap > (wide ? WideGap : WordGap) && !char.IsWhiteSpace(text.Length > 0 ? text[^1] : ' ') ? " " : "";
    }

    // Fonts without a table of characters give controls or private signs; others name ligatures, or radicals instead of the characters that look the same.
    private static string Readable(StringBuilder raw, DocumentDraft draft)
    {
        var unread = 0;
        var text = new StringBuilder(raw.Length);
        foreach (var c in raw.ToString())
        {
            if (c is '\t' or ' ' or '　' || (!char.IsControl(c) && !DocumentText.IsInvisible(c) && c is not ('\u00A0' or (>= '\uE000' and <= '\uF8FF') or '\uFFFD')))
            {
                text.Append(c is (>= '\u2E80' and <= '\u2FDF') or (>= '\uFB00' and <= '\uFB06') ? c.ToString().Normalize(NormalizationForm.FormKC) : c.ToString());
            }
            else if (c == '\u00A0')
            {
                text.Append(' ');
            }
            else if (c is (>= '\uE000' and <= '\uF8FF') or '\uFFFD' || (char.IsControl(c) && c is not ('\r' or '\n')))
            {
                text.Append('\uFFFD');
                unread++;
            }
        }

        draft.Problem(DocumentProblemCode.UnreadableCharacters, unread);
        return text.ToString().TrimEnd();
    }
}
