namespace GovDisclosure.Domain.Plans;

/// <summary>Which lines of the source belong to tables.</summary>
internal sealed class TableRegions
{
    private readonly List<(int Start, int End, PlanTable Table)> regions = [];
    private int next;

    public TableRegions(IReadOnlyList<PlanTable> tables)
    {
        foreach (var table in tables)
        {
            var cells = table.Rows.SelectMany(row => row.Cells).ToList();
            if (cells.Count > 0)
            {
                regions.Add((cells.Min(cell => cell.Start), cells.Max(cell => cell.Start + cell.Length), table));
            }
        }

        regions.Sort((left, right) => left.Start.CompareTo(right.Start));
    }

    /// <summary>Says whether a line stands inside a table.</summary>
    public bool Holds(SourceLine line)
    {
        var at = regions.BinarySearch((line.Offset, 0, null!), Comparer<(int Start, int End, PlanTable)>.Create((left, right) => left.Start.CompareTo(right.Start)));
        var index = at >= 0 ? at : ~at - 1;
        return line.Text.Length > 0 && index >= 0 && line.Offset < regions[index].End;
    }

    /// <summary>Returns the next table, where a line is the first one at or behind its beginning.</summary>
    public PlanTable? TakeFirstAt(SourceLine line) =>
        next < regions.Count && line.Text.Length > 0 && line.Offset + line.Text.Length > regions[next].Start ? regions[next++].Table : null;
}
