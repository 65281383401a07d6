using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>A table as text. Commas stand in prose too, so text is a table where its name says so or where every line has the same cells.</summary>
internal static class CsvDocument
{
    private const int SampleLines = 20;

    /// <summary>The table that a text is; <see langword="null"/> where it is prose.</summary>
    public static SourceDocument? TryRead(string text, SourceFormat? named, DocumentDraft draft)
    {
        // More cells than are read are not made to be counted.
        var found = Delimiters(named).Where(delimiter => text.AsSpan().Count(delimiter) is var count && count > 0 && count <= draft.Limits.MostCells).Select(delimiter => (Delimiter: delimiter, Lines: Sample(text, delimiter)))
            .FirstOrDefault(candidate => IsTable(candidate.Lines, named == SourceFormat.Csv));
        if (found.Delimiter is null)
        {
            return null;
        }

        var grid = new TableGrid(draft);
        using var csv = Open(text, found.Delimiter);
        while (csv.Read())
        {
            grid.Row(csv.Row);
            foreach (var cell in csv.Record ?? [])
            {
                // What the portal's own exports neutralised comes back as it was.
                grid.Cell((cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell).ReplaceLineEndings("\n"));
            }
        }

        draft.Table(grid);
        return draft.Finish(SourceFormat.Csv);
    }

    private static string[] Delimiters(SourceFormat? named) => named == SourceFormat.Csv ? [",", "\t", ";", "，"] : ["\t", ","];

    // By name, one line with two cells is enough. Without one, three lines that agree on three cells or more.
    private static bool IsTable(List<int> cells, bool named) => named
        ? cells.Count > 0 && cells.Max() > 1
        : cells.Count >= 3 && cells[0] >= 3 && cells.TrueForAll(count => count == cells[0]);

    private static List<int> Sample(string text, string delimiter)
    {
        var cells = new List<int>();
        using var csv = Open(text, delimiter);
        while (cells.Count < SampleLines && csv.Read())
        {
            if (csv.Record is { } record && !record.All(string.IsNullOrWhiteSpace))
            {
                cells.Add(record.Length);
            }
        }

        return cells;
    }

    private static CsvParser Open(string text, string delimiter) => new(
        new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, IgnoreBlankLines = false, BadDataFound = null });
}
