namespace GovDisclosure.Domain.Plans;

/// <summary>Finds tables in plain text: rows of cells parted by tabs, as copied from a word processor or a sheet, or by upright bars.</summary>
internal static class TextTableFinder
{
    private const int FewestCells = 2;

    public static IReadOnlyList<PlanTable> Find(string text)
    {
        if (text.AsSpan().IndexOfAny('\t', '|', '│') < 0)
        {
            return [];
        }

        var tables = new List<PlanTable>();
        var rows = new List<PlanTableRow>();
        var separator = '\0';
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\r', '\n');
            end = end < 0 ? text.Length : start + end;
            var own = SeparatorOf(text, start, end);
            if (own == '\0' || (own != separator && rows.Count > 0))
            {
                // An empty line does not end a table whose rows have one between them, nor does a heading over all columns with a row
                // below it; any other line does.
                if (own != '\0' || (!string.IsNullOrWhiteSpace(text[start..end]) && !IsHeadingRow(text, start, end, separator)))
                {
                    Close(text, rows, tables);
                }
                else if (rows.Count > 0 && !string.IsNullOrWhiteSpace(text[start..end]))
                {
                    var (from, to) = LineReader.Trim(text, start, end);
                    rows.Add(new PlanTableRow([new PlanTableCell(from, to - from)]));
                }
            }

            if (own != '\0')
            {
                separator = own;
                rows.Add(Row(text, start, end, own));
            }

            start = end + 1;
        }

        Close(text, rows, tables);
        return tables;
    }

    private static bool IsHeadingRow(string text, int start, int end, char separator)
    {
        const int Longest = 60;
        var next = end;
        while (next < text.Length && text[next] is '\r' or '\n')
        {
            next++;
        }

        var stop = next < text.Length ? text.AsSpan(next).IndexOfAny('\r', '\n') : -1;
        return separator != '\0' && end - start <= Longest && HeadingReader.TryRead(Folding.Fold(text[start..end].Trim())) is not null
            && SeparatorOf(text, next, stop < 0 ? text.Length : next + stop) == separator;
    }

    private static char SeparatorOf(string text, int start, int end)
    {
        var line = text.AsSpan(start, end - start).Trim(' ');
        foreach (var separator in "\t|│")
        {
            if (line.Count(separator) >= (separator == '\t' ? FewestCells - 1 : FewestCells + 1) && !(separator == '\t' && line.Trim().Count('\t') < FewestCells - 1))
            {
                return separator;
            }
        }

        return '\0';
    }

    private static PlanTableRow Row(string text, int start, int end, char separator)
    {
        // Bars stand around a row too; tabs only between cells.
        if (separator != '\t')
        {
            (start, end) = LineReader.Trim(text, start, end);
            start += text[start] == separator ? 1 : 0;
            end -= end > start && text[end - 1] == separator ? 1 : 0;
        }

        var cells = new List<PlanTableCell>();
        var from = start;
        for (var at = start; at <= end; at++)
        {
            if (at == end || text[at] == separator)
            {
                var (begin, stop) = LineReader.Trim(text, from, at);
                cells.Add(new PlanTableCell(stop > begin ? begin : from, Math.Max(0, stop - begin)));
                from = at + 1;
            }
        }

        return new PlanTableRow(cells);
    }

    private static void Close(string text, List<PlanTableRow> rows, List<PlanTable> tables)
    {
        // Other text with tabs or bars in it is text.
        var table = new PlanTable([.. rows]);
        if (rows.Count > 1 && TableColumns.TryFind(table, text, out var heading, out _))
        {
            tables.Add(new PlanTable([.. rows.Skip(heading)]));
        }

        rows.Clear();
    }
}
