using System.Globalization;
using AngleSharp.Dom;

namespace GovDisclosure.Data.Documents;

/// <summary>The tables of a web page: those that hold data, and not those that older pages lay themselves out with.</summary>
internal static class WebTable
{
    // A cell with more paragraphs than this is no cell of a table but a part of the page.
    private const int MostParagraphs = 30;

    /// <summary>Says whether a table holds data.</summary>
    public static bool IsData(IElement table, DocumentLimits limits)
    {
        if (table.GetAttribute("role") is "presentation" or "none")
        {
            return false;
        }

        var rows = Rows(table).Take(limits.MostCells).ToList();
        return rows.Exists(row => Cells(row).Take(2).Count() > 1)
            && (rows.Count > 1 || table.QuerySelector("th") is not null)
            && table.QuerySelector("table, article, main, h1, form") is null
            && !rows.Exists(row => Cells(row).Any(cell => cell.Children.Count(child => child.LocalName is "p" or "br" or "div") > MostParagraphs));
    }

    /// <summary>Writes a table: its caption and its cells, merged ones filled.</summary>
    public static void Write(IElement table, DocumentDraft draft, Func<IElement, string> words)
    {
        var grid = new TableGrid(draft);
        var headings = 0;
        foreach (var row in Rows(table))
        {
            var cells = Cells(row).ToList();
            var heads = row.ParentElement is { LocalName: "thead" } || cells.TrueForAll(cell => cell.LocalName == "th");
            headings += heads && cells.Count > 0 && headings == grid.RowCount ? 1 : 0;
            grid.Row();
            foreach (var cell in cells)
            {
                var down = Span(cell, "rowspan", draft.Limits.MostCells);
                grid.Cell(words(cell), Math.Max(Span(cell, "colspan", draft.Limits.MostColumns), 1), down == 0 ? int.MaxValue : down);
            }
        }

        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption");
        draft.Table(grid, headings, caption is null ? null : words(caption));
    }

    private static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(child =>
        child.LocalName == "tr" ? [child] : child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.Where(row => row.LocalName == "tr") : []);

    private static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(cell => cell.LocalName is "td" or "th");

    private static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var span) ? Math.Min(span, most) : 1;
}
