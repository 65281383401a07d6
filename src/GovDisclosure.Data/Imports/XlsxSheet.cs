using System.IO.Compression;
using System.Xml;

namespace GovDisclosure.Data.Imports;

/// <summary>Reads the first sheet of a spreadsheet as lines of values.</summary>
internal static class XlsxSheet
{
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const int MostEntries = 1000;

    public static IReadOnlyList<SheetLine> Read(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > MostUnpacked)
            {
                throw TooLarge();
            }

            var book = new XlsxBook(archive, new UnpackBudget(MostUnpacked, TooLarge), TooLarge);
            var first = book.Tabs() is [var tab, ..] ? tab : throw new SheetException(SheetProblem.NotASheet);
            return [.. book.Rows(first).Select(row => new SheetLine(row.Number, Line(row.Cells))).Where(line => line.Cells.Count > 0)];
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or FormatException or IOException or NotSupportedException)
        {
            throw new SheetException(SheetProblem.Damaged);
        }
    }

    private static SheetException TooLarge() => new(SheetProblem.TooLarge);

    private static string[] Line(IReadOnlyList<XlsxCell> cells)
    {
        var kept = cells.Where(cell => cell.Column < SheetFile.MostColumns && cell.Text.Length > 0).ToList();
        var line = new string[kept.Count == 0 ? 0 : kept.Max(cell => cell.Column) + 1];
        Array.Fill(line, "");
        foreach (var cell in kept)
        {
            line[cell.Column] = SheetFile.Shortened(cell.Text);
        }

        return line;
    }
}
