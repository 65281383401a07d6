using GovDisclosure.Data.Imports;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>A spreadsheet: every sheet that is shown is a table, its merged cells filled, its numbers as they are shown.</summary>
internal static class SheetDocument
{
    public static SourceDocument Read(byte[] bytes, DocumentDraft draft)
    {
        using var archive = GuardedArchive.Open(bytes, draft.Limits);
        var book = new XlsxBook(archive, GuardedArchive.Budget(draft.Limits), GuardedArchive.UnpacksTooLarge);
        var formats = NumberFormats.Read(book, draft.Limits);
        foreach (var tab in book.Tabs())
        {
            if (tab.IsHidden)
            {
                draft.Problem(DocumentProblemCode.HiddenSheetLeftOut, 1, tab.Name);
                continue;
            }

            draft.Table(Grid(book, tab, formats, draft), name: tab.Name);
        }

        return draft.Finish(SourceFormat.Spreadsheet);
    }

    private static TableGrid Grid(XlsxBook book, XlsxTab tab, NumberFormats formats, DocumentDraft draft)
    {
        var grid = new TableGrid(draft);
        var merges = new List<XlsxMerge>();
        var last = 0;
        foreach (var (number, cells) in book.Rows(tab, merges.Add))
        {
            // Rows out of order are of no program's making; they are read in the order in which they stand.
            last = Math.Max(number, last + 1);
            grid.Row(last);
            var next = 0;
            foreach (var cell in cells.OrderBy(cell => cell.Column))
            {
                if (cell.Column >= next && cell.Column < draft.Limits.MostColumns)
                {
                    grid.Skip(cell.Column - next);
                    grid.Cell((cell.IsNumber ? formats.Show(cell.Text, cell.Style) : cell.Text).ReplaceLineEndings("\n"));
                    next = cell.Column + 1;
                }
            }
        }

        foreach (var merge in merges)
        {
            grid.Merge(merge.Top, merge.Left, merge.Bottom, merge.Right);
        }

        return grid;
    }
}
