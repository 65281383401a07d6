using System.Text;
using GovDisclosure.Domain.Documents;
using UglyToad.PdfPig.Content;

namespace GovDisclosure.Data.Documents;

/// <summary>Makes lines of the letters of a page: what stands on one height is a line, from the top down and from the left.</summary>
internal static class PdfLines
{
    // A gap of this part of a letter's size parts words; twice a letter's size parts columns.
    private const double WordGap = 0.25;
    private const double WideGap = 0.8;
    private const double ColumnGap = 2.5;

    /// <summary>The lines of a page.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Letter> letters, DocumentDraft draft)
    {
        var placed = letters.Where(letter => letter.TextOrientation is TextOrientation.Horizontal && IsPlaced(letter)).ToList();
        var lines = Grouped(placed, draft);
        var margin = lines.Count == 0 ? 0 : lines.Min(line => line[0].StartBaseLine.X);
        var texts = lines.ConvertAll(line => Write(line, margin, draft));
        // Letters that are turned stand in the order in which they were printed.
        var turned = new StringBuilder();
        foreach (var letter in letters.Where(letter => letter.TextOrientation is not TextOrientation.Horizontal))
        {
            turned.Append(letter.Value);
        }

        texts.Add(Readable(turned, draft));
        return [.. texts.Where(text => !string.IsNullOrWhiteSpace(text))];
    }

    private static bool IsPlaced(Letter letter) => double.IsFinite(letter.StartBaseLine.X) && double.IsFinite(letter.StartBaseLine.Y) && double.IsFinite(letter.EndBaseLine.X);

    private static double Size(Letter letter) => letter.PointSize is > 0.5 and < 500 ? letter.PointSize : 10;

    private static List<List<Letter>> Grouped(List<Letter> letters, DocumentDraft draft)
    {
        var lines = new List<List<Letter>>();
        var (height, size) = (0.0, 0.0);
        foreach (var letter in letters.OrderByDescending(letter => letter.StartBaseLine.Y))
        {
            draft.Cancellation.ThrowIfCancellationRequested();
            var tolerance = Math.Max(Math.Min(size, Size(letter)) * 0.35, 1);
            if (lines.Count == 0 || height - letter.StartBaseLine.Y > tolerance)
            {
                lines.Add([]);
                (height, size) = (letter.StartBaseLine.Y, Size(letter));
            }

            lines[^1].Add(letter);
            size = Math.Max(size, Size(letter));
        }

        // The order of printing decides where two stand on one place.
        return lines.ConvertAll(line => line.Select((letter, index) => (letter, index)).OrderBy(entry => entry.letter.StartBaseLine.X).ThenBy(entry => entry.letter.TextSequence)
            .ThenBy(entry => entry.index).Select(entry => entry.letter).ToList());
    }

    private static string Write(List<Letter> line, double margin, DocumentDraft draft)
    {
        var text = new StringBuilder();
        Letter? last = null;
        foreach (var letter in line)
        {
            // Fat type is sometimes the same letter printed twice, a little aside.
            if (last is not null && last.Value == letter.Value && Math.Abs(last.StartBaseLine.X - letter.StartBaseLine.X) < Size(letter) * 0.15)
            {
                continue;
            }

            text.Append(last is null ? Indent(letter, margin) : Gap(last, letter, text)).Append(letter.Value);
            last = letter;
        }

        return Readable(text, draft);
    }

    // The indent of a paragraph's first line is how it is told from a line that goes on; a centred title has none that counts.
    private static string Indent(Letter first, double margin) => (first.StartBaseLine.X - margin) / Size(first) is > 1.5 and < 2.6 ? "　　" : "";

    private static string Gap(Letter before, Letter after, StringBuilder text)
    {
        var gap = (after.StartBaseLine.X - before.EndBaseLine.X) / Math.Max(Size(before), Size(after));
        var wide = (text.Length > 0 && DocumentText.IsWide(text[^1])) || (after.Value is [var next, ..] && DocumentText.IsWide(next));
        return gap > ColumnGap ? "\t" : gap > (wide ? WideGap : WordGap) && !char.IsWhiteSpace(text.Length > 0 ? text[^1] : ' ') ? " " : "";
    }

    // Fonts without a table of characters give controls or private signs; others name radicals instead of the characters that look the same.
    private static string Readable(StringBuilder raw, DocumentDraft draft)
    {
        var unread = 0;
        var text = new StringBuilder(raw.Length);
        foreach (var c in raw.ToString())
        {
            if (c is '\t' or ' ' or '　' || (!char.IsControl(c) && !DocumentText.IsInvisible(c) && c is not ('\u00A0' or (>= '\uE000' and <= '\uF8FF') or '\uFFFD')))
            {
                text.Append(c is >= '\u2E80' and <= '\u2FDF' ? c.ToString().Normalize(NormalizationForm.FormKC) : c.ToString());
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
