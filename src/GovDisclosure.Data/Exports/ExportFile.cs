using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace GovDisclosure.Data.Exports;

/// <summary>Writes a table as a spreadsheet or as CSV. Nothing that people typed can act as a formula in it.</summary>
public static class ExportFile
{
    /// <summary>The media type of a spreadsheet.</summary>
    public const string XlsxMediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The media type of CSV.</summary>
    public const string CsvMediaType = "text/csv; charset=utf-8";

    // Excel cuts longer names of sheets, and refuses these characters in them.
    private const int SheetNameLength = 31;
    private static readonly char[] NotInSheetNames = [':', '\\', '/', '?', '*', '[', ']'];

    // What makes a spreadsheet program read a cell as a formula or a command (ASVS 1.2.10).
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];

    /// <summary>Writes a spreadsheet: stamps, headings, rows.</summary>
    public static byte[] Xlsx(ExportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var stream = new MemoryStream();
        var rows = Lines(table).Select(line => line.Select((cell, index) => (Name: Column(index), Cell: cell)).ToDictionary(pair => pair.Name, pair => pair.Cell));
        stream.SaveAs(rows, printHeader: false, sheetName: SheetName(table.Title), configuration: Layout(table));
        return stream.ToArray();
    }

    private static OpenXmlConfiguration Layout(ExportTable table) => new()
    {
        AutoFilter = false,
        TableStyles = TableStyles.None,
        StyleOptions = new OpenXmlStyleOptions { WrapCellContents = table.Widths.Count > 0 },
        DynamicColumns = [.. table.Widths.Select((width, index) => new DynamicExcelColumn(Column(index)) { Width = width })],
    };

    /// <summary>Writes CSV in UTF-8 with a mark at the beginning, by which Excel knows the encoding.</summary>
    public static byte[] Csv(ExportTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(writer, Dialect))
        {
            foreach (var line in Lines(table))
            {
                foreach (var cell in line)
                {
                    csv.WriteField(cell is DateTime day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture));
                }

                csv.NextRecord();
            }
        }

        return stream.ToArray();
    }

    // With the end of a line set, CsvHelper quotes that one only; a text of several lines would become several rows.
    private static CsvConfiguration Dialect { get; } = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        ShouldQuote = field => ConfigurationFunctions.ShouldQuote(field) || field.Field.AsSpan().ContainsAny('\r', '\n'),
    };

    private static IEnumerable<IReadOnlyList<object?>> Lines(ExportTable table)
    {
        var width = Math.Max(2, table.Columns.Count);
        IReadOnlyList<object?> Line(IReadOnlyList<object?> cells) => [.. cells.Select(Safe), .. Enumerable.Repeat<object?>(null, width - cells.Count)];

        yield return Line([table.Title]);
        foreach (var (label, value) in table.Stamps)
        {
            yield return Line([label, value]);
        }

        yield return Line([]);
        yield return Line([.. table.Columns]);
        foreach (var row in table.Rows)
        {
            yield return Line(row);
        }
    }

    private static object? Safe(object? cell) => cell switch
    {
        string text when text.Length > 0 && FormulaStarts.Contains(text[0]) => "'" + text,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        _ => cell,
    };

    private static string Column(int index) => index.ToString("000", CultureInfo.InvariantCulture);

    private static string SheetName(string title)
    {
        var name = string.Concat(title.Where(character => !NotInSheetNames.Contains(character) && !char.IsControl(character)));
        return name.Length switch { 0 => "1", > SheetNameLength => name[..SheetNameLength], _ => name };
    }
}
