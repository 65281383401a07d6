using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace GovDisclosure.Data.Imports;

/// <summary>A sheet's tab.</summary>
internal sealed record XlsxTab(string Name, bool IsHidden, ZipArchiveEntry Entry);

/// <summary>A cell as it stands in the file.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Text">Its value.</param>
/// <param name="IsNumber">Whether it is a number, which the style may show as a date or a percentage.</param>
/// <param name="Style">Which style of the book it has.</param>
internal sealed record XlsxCell(int Column, string Text, bool IsNumber, int Style);

/// <summary>A merged rectangle: rows from 1, columns from 0, both ends within.</summary>
internal sealed record XlsxMerge(int Top, int Left, int Bottom, int Right);

/// <summary>Reads the parts of a spreadsheet, cell by cell, and no more of it: no formulas, no links.</summary>
internal sealed class XlsxBook(ZipArchive archive, UnpackBudget budget, Func<Exception> tooMuch)
{
    private const int MostSharedStrings = 200_000;
    private const string RelationshipNamespace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictNamespace = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private List<string>? _strings;

    /// <summary>The sheets in the order of their tabs, which need not be that of their files; without a table of contents, the files by name.</summary>
    public IReadOnlyList<XlsxTab> Tabs()
    {
        var byName = archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName.Length).ThenBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => new XlsxTab(Path.GetFileNameWithoutExtension(entry.Name), false, entry)).ToList();
        if (archive.GetEntry("xl/workbook.xml") is not { } workbook || archive.GetEntry("xl/_rels/workbook.xml.rels") is not { } relations)
        {
            return byName;
        }

        var targets = new Dictionary<string, string>();
        ForEach(relations, "Relationship", reader => targets[reader.GetAttribute("Id") ?? ""] = reader.GetAttribute("Target") ?? "");
        var tabs = new List<XlsxTab>();
        ForEach(workbook, "sheet", reader =>
        {
            var id = reader.GetAttribute("id", RelationshipNamespace) ?? reader.GetAttribute("id", StrictNamespace) ?? "";
            if (targets.TryGetValue(id, out var target) && archive.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target) is { } entry)
            {
                tabs.Add(new XlsxTab(reader.GetAttribute("name") ?? "", reader.GetAttribute("state") is "hidden" or "veryHidden", entry));
            }
        });
        return tabs.Count > 0 ? tabs : byName;
    }

    /// <summary>The rows of a sheet that have cells.</summary>
    public IEnumerable<(int Number, IReadOnlyList<XlsxCell> Cells)> Rows(XlsxTab tab, Action<XlsxMerge>? merged = null)
    {
        var strings = Strings();
        using var reader = budget.OpenXml(tab.Entry);
        var number = 0;
        List<XlsxCell>? cells = null;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
                cells = reader.IsEmptyElement ? null : [];
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" } && cells is not null)
            {
                var column = ColumnOf(reader.GetAttribute("r")) ?? (cells.Count > 0 ? cells[^1].Column + 1 : 0);
                var style = int.TryParse(reader.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
                var isNumber = reader.GetAttribute("t") is null or "n";
                cells.Add(new XlsxCell(column, Cell(reader, strings), isNumber, style));
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "row" } && cells is not null)
            {
                yield return (number, cells);
                cells = null;
            }
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "mergeCell" } && merged is not null && MergeOf(reader.GetAttribute("ref")) is { } merge)
            {
                merged(merge);
            }
        }
    }

    /// <summary>Calls for each element of a name in a part, with the reader on it.</summary>
    public void ForEach(string part, string element, Action<XmlReader> take)
    {
        if (archive.GetEntry(part) is { } entry)
        {
            ForEach(entry, element, take);
        }
    }

    private void ForEach(ZipArchiveEntry entry, string element, Action<XmlReader> take)
    {
        using var reader = budget.OpenXml(entry);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == element)
            {
                take(reader);
            }
        }
    }

    private List<string> Strings()
    {
        if (_strings is not null)
        {
            return _strings;
        }

        _strings = [];
        ForEach("xl/sharedStrings.xml", "si", reader =>
        {
            if (_strings.Count >= MostSharedStrings)
            {
                throw tooMuch();
            }

            _strings.Add(Cell(reader, []));
        });
        return _strings;
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

    // A2:C4.
    private static XlsxMerge? MergeOf(string? reference)
    {
        var corners = (reference ?? "").Split(':');
        return corners.Length == 2 && ColumnOf(corners[0]) is { } left && ColumnOf(corners[1]) is { } right && RowOf(corners[0]) is { } top && RowOf(corners[1]) is { } bottom
            ? new XlsxMerge(top, left, bottom, right)
            : null;
    }

    private static int? RowOf(string reference) =>
        int.TryParse(reference.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$").TrimStart('$'), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : null;

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
}
