namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>The cells of a document's tables, and the lines before one, as words with their places.</summary>
internal sealed class TableCells(string text)
{
    private readonly int[] lineStarts = LineStarts(text);

    /// <summary>The words of a cell; <see langword="null"/> for an empty one.</summary>
    public Paragraph? Of(PlanTableCell cell) => Between(cell.Start, cell.Start + cell.Length);

    /// <summary>The lines with words before a place.</summary>
    public IEnumerable<Paragraph> LinesBefore(int end)
    {
        for (var line = 0; line < lineStarts.Length && lineStarts[line] < end; line++)
        {
            var next = line + 1 < lineStarts.Length ? lineStarts[line + 1] : text.Length;
            if (Between(lineStarts[line], Math.Min(next, end)) is { } words)
            {
                yield return words;
            }
        }
    }

    private Paragraph? Between(int from, int to)
    {
        var (start, end) = LineReader.Trim(text, from, to);
        return end > start ? new Paragraph([new SourceLine(LineOf(start), start, text[start..end], text[start..end], 0)]) : null;
    }

    private int LineOf(int offset)
    {
        var found = Array.BinarySearch(lineStarts, offset);
        return (found >= 0 ? found : ~found - 1) + 1;
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }
}
