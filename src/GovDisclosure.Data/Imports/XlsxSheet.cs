using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace GovDisclosure.Data.Imports;

/// <summary>
/// Reads the first sheet of a spreadsheet, cell by cell, and no more of it: no formulas, no styles, no links. What a file claims about its
/// own size is not believed: what it unpacks to is counted while it is read.
/// </summary>
internal static class XlsxSheet
{
    private const long MostUnpacked = 64L * 1024 * 1024;
    private const int MostSharedStrings = 200_000;
    private const int MostEntries = 1000;
    private const string RelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    public static IReadOnlyList<SheetLine> Read(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries || archive.Entries.Sum(entry => entry.Length) > MostUnpacked)
            {
                throw new SheetException(SheetProblem.TooLarge);
            }

            var budget = new Budget(MostUnpacked);
            var strings = SharedStrings(archive, budget);
            var sheet = FirstSheet(archive, budget) ?? throw new SheetException(SheetProblem.NotASheet);
            return Lines(sheet, strings, budget);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or FormatException or IOException or NotSupportedException)
        {
            throw new SheetException(SheetProblem.Damaged);
        }
    }

    private static List<SheetLine> Lines(ZipArchiveEntry sheet, List<string> strings, Budget budget)
    {
        var lines = new List<SheetLine>();
        using var reader = Open(sheet, budget);
        var number = 0;
        string[]? cells = null;
        var next = 0;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
                cells = [];
                next = 0;
                if (reader.IsEmptyElement)
                {
                    cells = null;
                }
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && cells is not null)
            {
                var column = ColumnOf(reader.GetAttribute("r")) ?? next;
                next = column + 1;
                var cell = Cell(reader, strings);
                if (column < SheetFile.MostColumns && cell.Length > 0)
                {
                    if (cells.Length <= column)
                    {
                        Array.Resize(ref cells, column + 1);
                    }

                    cells[column] = SheetFile.Shortened(cell);
                }
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells is not null)
            {
                if (cells.Length > 0)
                {
                    lines.Add(new SheetLine(number, [.. cells.Select(cell => cell ?? "")]));
                }

                cells = null;
            }
        }

        return lines;
    }

    private static string Cell(XmlReader reader, List<string> strings)
    {
        var type = reader.GetAttribute("t");
        if (reader.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var depth = reader.Depth;
        var taken = false;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                // The formula of a cell is not its value, and the phonetic reading of a string not its text.
                taken = reader.LocalName is "v" or "t";
                if (reader.LocalName == "rPh")
                {
                    reader.Skip();
                }
            }
            else if (taken && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(taken ? reader.Value : "");
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                taken = false;
            }
        }

        var value = text.ToString();
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < strings.Count ? strings[index] : "",
            "e" => "",
            _ => value,
        };
    }

    private static List<string> SharedStrings(ZipArchive archive, Budget budget)
    {
        var strings = new List<string>();
        if (archive.GetEntry("xl/sharedStrings.xml") is not { } entry)
        {
            return strings;
        }

        using var reader = Open(entry, budget);
        while (reader.Read())
        {
            if (reader is not { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                continue;
            }

            if (strings.Count >= MostSharedStrings)
            {
                throw new SheetException(SheetProblem.TooLarge);
            }

            strings.Add(Cell(reader, []));
        }

        return strings;
    }

    // The first in the order of the tabs, which need not be the first file.
    private static ZipArchiveEntry? FirstSheet(ZipArchive archive, Budget budget)
    {
        var byName = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName.Length).ThenBy(entry => entry.FullName, StringComparer.Ordinal).FirstOrDefault();
        if (archive.GetEntry("xl/workbook.xml") is not { } workbook || archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return byName;
        }

        var id = Attribute(workbook, budget, "sheet", reader => reader.GetAttribute("id", RelationshipNamespace));
        var target = id is null ? null : Attribute(relations, budget, "Relationship", reader => reader.GetAttribute("Id") == id ? reader.GetAttribute("Target") : null);
        return target is null ? byName : archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) ?? byName;
    }

    private static string? Attribute(ZipArchiveEntry entry, Budget budget, string element, Func<XmlReader, string?> take)
    {
        using var reader = Open(entry, budget);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element && take(reader) is { } value)
            {
                return value;
            }
        }

        return null;
    }

    private static XmlReader Open(ZipArchiveEntry entry, Budget budget) => XmlReader.Create(new CountedStream(entry.Open(), budget), Settings);

    // B7 is column 1.
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private sealed class Budget(long left)
    {
        private long _left = left;

        public void Spend(int bytes)
        {
            _left -= bytes;
            if (_left < 0)
            {
                throw new SheetException(SheetProblem.TooLarge);
            }
        }
    }

    private sealed class CountedStream(Stream inner, Budget budget) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            budget.Spend(read);
            return read;
        }

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
