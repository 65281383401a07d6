using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>Lays the cells of a table out on its columns and fills what merged cells cover.</summary>
internal sealed class TableGrid(DocumentDraft draft)
{
    private readonly List<(int Number, List<SourceCell?> Cells)> _rows = [];
    private readonly Dictionary<int, (int Left, SourceCell Cell)> _hanging = [];
    private int _column;

    /// <summary>The row that is being filled, from 1.</summary>
    public int RowCount => _rows.Count;

    /// <summary>Begins a row; what hangs down from above fills its place by itself.</summary>
    public void Row(int? number = null)
    {
        FillHanging();
        _rows.Add((number ?? (_rows.Count > 0 ? _rows[^1].Number + 1 : 1), []));
        _column = 0;
    }

    /// <summary>Leaves columns free at the left of a row.</summary>
    public void Skip(int columns)
    {
        for (var index = 0; index < columns && _column < draft.Limits.MostColumns; index++)
        {
            Put(new SourceCell(""));
        }
    }

    /// <summary>Adds a cell to the row, in the next column that nothing from above covers.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="across">How many columns it takes.</param>
    /// <param name="down">How many rows it takes; <see cref="int.MaxValue"/> to the end.</param>
    public void Cell(string text, int across = 1, int down = 1)
    {
        while (_hanging.ContainsKey(_column))
        {
            TakeHanging();
        }

        for (var index = 0; index < Math.Max(across, 1) && _column < draft.Limits.MostColumns; index++)
        {
            if (down > 1)
            {
                _hanging[_column] = (down - 1, new SourceCell(text, index == 0 ? CellMerge.Down : CellMerge.Right));
            }

            Put(new SourceCell(text, index == 0 ? CellMerge.None : CellMerge.Right));
        }
    }

    /// <summary>Continues the cell above in the same column (Word's way of merging down); without one it stays empty.</summary>
    public void CellFromAbove(int across)
    {
        var above = _rows.Count > 1 ? _rows[^2].Cells : [];
        for (var index = 0; index < Math.Max(across, 1) && _column < draft.Limits.MostColumns; index++)
        {
            var cell = _column < above.Count ? above[_column] : null;
            Put(new SourceCell(cell?.Text ?? "", index == 0 ? CellMerge.Down : CellMerge.Right));
        }
    }

    /// <summary>Fills a rectangle of a sheet with what its first cell says.</summary>
    public void Merge(int top, int left, int bottom, int right)
    {
        var first = IndexOfRow(top);
        var text = first < _rows.Count && _rows[first].Number == top && left < _rows[first].Cells.Count ? _rows[first].Cells[left]?.Text ?? "" : "";
        if (text.Length == 0)
        {
            return;
        }

        right = Math.Min(right, draft.Limits.MostColumns - 1);
        for (var index = first; index < _rows.Count && _rows[index].Number <= bottom; index++)
        {
            var (number, cells) = _rows[index];
            for (var column = left; column <= right; column++)
            {
                if (number == top && column == left)
                {
                    continue;
                }

                while (cells.Count <= column)
                {
                    draft.Cell(0);
                    cells.Add(null);
                }

                draft.Cell(text.Length);
                cells[column] = new SourceCell(text, column == left ? CellMerge.Down : CellMerge.Right);
            }
        }
    }

    /// <summary>The rows that say something, each as wide as the widest.</summary>
    public IReadOnlyList<SourceRow> ToRows()
    {
        FillHanging();
        var filled = _rows.Where(row => row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell?.Text))).ToList();
        var width = filled.Count == 0 ? 0 : filled.Max(row => row.Cells.FindLastIndex(cell => !string.IsNullOrWhiteSpace(cell?.Text)) + 1);
        var empty = new SourceCell("");
        var rows = new List<SourceRow>(filled.Count);
        foreach (var (number, cells) in filled)
        {
            for (var missing = cells.Count; missing < width; missing++)
            {
                draft.Cell(0);
            }

            rows.Add(new SourceRow(number, [.. Enumerable.Range(0, width).Select(column => (column < cells.Count ? cells[column] : null) ?? empty)]));
        }

        return rows;
    }

    // The first row with this number or a higher one.
    private int IndexOfRow(int number)
    {
        var (low, high) = (0, _rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _rows[middle].Number < number ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Put(SourceCell cell)
    {
        draft.Cell(cell.Text.Length);
        _rows[^1].Cells.Add(cell);
        _column++;
    }

    // What reaches down from above into columns right of the last cell.
    private void FillHanging()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        while (_hanging.Keys.Any(column => column >= _column))
        {
            if (_hanging.ContainsKey(_column))
            {
                TakeHanging();
            }
            else
            {
                Put(new SourceCell(""));
            }
        }
    }

    private void TakeHanging()
    {
        var (left, cell) = _hanging[_column];
        if (left <= 1)
        {
            _hanging.Remove(_column);
        }
        else
        {
            _hanging[_column] = (left - 1, cell);
        }

        Put(cell);
    }
}
