namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>The columns of a task table of the portal's own, in whatever order somebody has put them.</summary>
internal sealed class PlanTableColumns
{
    // The title and the facts stand above the headings.
    private const int LastHeadingRow = 8;

    private PlanTableColumns(IReadOnlyList<string> names) => Names = names;

    /// <summary>What each column is called; empty for one that somebody has added.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Finds the row of the headings; false where a table is none of these.</summary>
    public static bool TryFind(string text, PlanTable table, out int row, out PlanTableColumns columns)
    {
        for (row = 0; row < table.Rows.Count && row <= LastHeadingRow; row++)
        {
            var names = table.Rows[row].Cells.Select(cell => text.Substring(cell.Start, cell.Length).Trim()).ToList();
            if (PlanTableForm.Columns.All(names.Contains) && names.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Count() == names.Count(name => name.Length > 0))
            {
                columns = new PlanTableColumns([.. names.Select(name => PlanTableForm.Columns.Contains(name) || PlanTableForm.HeadingColumns.Contains(name) ? name : "")]);
                return true;
            }
        }

        columns = new PlanTableColumns([]);
        return false;
    }

    /// <summary>Where a column stands, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var index = 0; index < Names.Count; index++)
        {
            if (Names[index] == name)
            {
                return index;
            }
        }

        return -1;
    }
}
