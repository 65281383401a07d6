namespace GovDisclosure.Domain.Plans;

/// <summary>Reads a task table (任务分解表): each row with words is a task, and its columns of names are its attribution.</summary>
/// <remarks>
/// A row with one filled cell is a heading. A cell merged downwards holds for the rows that it covers; in plain text, where nobody can see
/// a merged cell, a row without any name takes those of the row above it. A merged title is a heading over its rows.
/// </remarks>
internal sealed class TaskTableReader(string text, string folded, SegmentList segments, KnownNames known)
{
    private readonly int[] lineStarts = LineStarts(text);

    public void Read(PlanTable table, PlanBodyReader body, TaskCollector tasks)
    {
        if (!TableColumns.TryFind(table, text, out var headingRow, out var columns))
        {
            return;
        }

        var merged = table.Rows.Any(row => row.Cells.Any(cell => cell.ContinuesAbove));
        var heading = table.Rows[headingRow];
        var above = new Paragraph?[columns.Length];
        for (var index = 0; index < table.Rows.Count; index++)
        {
            var row = table.Rows[index];
            var cells = Cells(row, columns.Length);
            if (index <= headingRow || Repeats(row, heading))
            {
                AddAll(cells, DocumentSegmentKind.Heading);
                continue;
            }

            if (cells.Count(cell => cell is not null) == 1)
            {
                ReadHeadingRow(cells.First(cell => cell is not null)!, body);
                continue;
            }

            ReadRow(new Row(table, index, cells, columns, heading), above, merged, body, tasks);
        }
    }

    private void ReadRow(Row row, Paragraph?[] above, bool merged, PlanBodyReader body, TaskCollector tasks)
    {
        var who = new List<(TableColumn Column, Paragraph Cell, string Name)>();
        var rowNames = Enumerable.Range(0, row.Columns.Length).Any(column => TableColumns.IsWho(row.Columns[column]) && row.Cells[column] is not null);
        var pieces = new List<Piece>();
        for (var column = 0; column < row.Columns.Length; column++)
        {
            var kind = row.Columns[column];
            var own = row.Cells[column];
            var inherits = row.Continues(column) || (!merged && !rowNames && TableColumns.IsWho(kind));
            if (own is not null || !inherits)
            {
                above[column] = own;
            }

            var cell = own ?? (inherits ? above[column] : null);
            if (cell is null)
            {
                continue;
            }

            if (kind is TableColumn.Time || TableColumns.IsWho(kind))
            {
                who.Add((kind, cell, row.HeadingOf(column, text)));
                Add(own, DocumentSegmentKind.Attribution);
            }
            else if (TableColumns.IsWhat(kind))
            {
                if (own is not null && row.IsMergedBelow(column) && row.HasOther(column))
                {
                    ReadMarker(own, body, always: false);
                    Add(own, DocumentSegmentKind.Heading);
                }
                else if (own is not null)
                {
                    pieces.Add(new Piece(own, 0, own.Words.Length));
                }
            }
            else if (own is not null)
            {
                if (kind == TableColumn.Category)
                {
                    ReadMarker(own, body, always: false);
                }

                Add(own, kind == TableColumn.Other ? DocumentSegmentKind.Remark : DocumentSegmentKind.Heading);
            }
        }

        if (pieces.Count > 0)
        {
            EnterItem(row, pieces, body);
            Finish(pieces, who, body, tasks);
        }
    }

    private void Finish(List<Piece> pieces, List<(TableColumn Column, Paragraph Cell, string Name)> who, PlanBodyReader body, TaskCollector tasks)
    {
        var attributions = new List<PlacedAttribution>();
        foreach (var (column, cell, name) in who)
        {
            var label = column switch
            {
                TableColumn.Lead => AttributionLabelKind.Lead,
                TableColumn.Cooperating => AttributionLabelKind.Cooperating,
                TableColumn.Time => AttributionLabelKind.Time,
                _ => AttributionLabelKind.Responsible,
            };
            if (AttributionReader.ReadCell(cell.Words, label, known) is { } reading)
            {
                attributions.Add(new PlacedAttribution(cell, new FoundAttribution(0, cell.Words.Length, 0, cell.Words.Length, reading), name));
            }
        }

        if (!attributions.Exists(attribution => attribution.Found.Reading.Assignments.Count > 0))
        {
            pieces.ForEach(body.SetAside);
            return;
        }

        attributions.ForEach(tasks.ReportDoubts);
        tasks.Add(body.Outline.Place, pieces, attributions, rowOfTable: true);
    }

    // The row's own number, or the one that its words begin with, is its item's.
    private void EnterItem(Row row, List<Piece> pieces, PlanBodyReader body)
    {
        var first = pieces[0];
        if (HeadingReader.TryRead(first.Paragraph.Folded) is { } heading && body.Outline.LevelOf(heading) is { } level)
        {
            if (first.End <= heading.WordsStart)
            {
                return;
            }

            pieces[0] = first with { Start = heading.WordsStart };
            segments.Add(DocumentSegmentKind.Heading, first.Paragraph, 0, heading.WordsStart);
            body.EnterFromTable(heading, level, TitleOf(pieces[0]), first.Place.Line);
        }
        else if (row.Number is { } number)
        {
            body.EnterFromTable(new Heading(HeadingLevel.Item, '#', number, 0), HeadingLevel.Item, TitleOf(first), first.Place.Line);
        }
    }

    private static string TitleOf(Piece piece)
    {
        var words = piece.Words;
        var end = words.Folded.AsSpan().IndexOfAny("。!?;\n");
        return (end < 0 ? words.Text : words.Text[..end]).Trim();
    }

    private void ReadHeadingRow(Paragraph cell, PlanBodyReader body)
    {
        if (ReadMarker(cell, body, always: true))
        {
            Add(cell, DocumentSegmentKind.Heading);
        }
        else
        {
            Add(cell, DocumentSegmentKind.Remark);
        }
    }

    private static bool ReadMarker(Paragraph cell, PlanBodyReader body, bool always)
    {
        if (HeadingReader.TryRead(cell.Folded) is not { } heading || body.Outline.LevelOf(heading) is not { } level)
        {
            return false;
        }

        if (level == HeadingLevel.Item && !always)
        {
            return false;
        }

        body.EnterFromTable(heading, level, cell.Text[heading.WordsStart..], cell.LineNumber);
        return true;
    }

    private bool Repeats(PlanTableRow row, PlanTableRow heading) =>
        row.Cells.Count == heading.Cells.Count && row.Cells.Zip(heading.Cells).All(pair => Text(pair.First) == Text(pair.Second));

    private string Text(PlanTableCell cell) => text.Substring(cell.Start, cell.Length).Trim();

    private Paragraph?[] Cells(PlanTableRow row, int columns)
    {
        var cells = new Paragraph?[Math.Max(columns, row.Cells.Count)];
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var cell = row.Cells[column];
            var (start, end) = LineReader.Trim(text, cell.Start, cell.Start + cell.Length);
            if (end > start)
            {
                cells[column] = new Paragraph([new SourceLine(LineOf(start), start, text[start..end], folded[start..end], 0)]);
            }
        }

        return cells;
    }

    private int LineOf(int offset)
    {
        var found = Array.BinarySearch(lineStarts, offset);
        return (found >= 0 ? found : ~found - 1) + 1;
    }

    private void AddAll(IEnumerable<Paragraph?> cells, DocumentSegmentKind kind)
    {
        foreach (var cell in cells)
        {
            Add(cell, kind);
        }
    }

    private void Add(Paragraph? cell, DocumentSegmentKind kind)
    {
        if (cell is not null)
        {
            segments.Add(kind, cell, 0, cell.Words.Length);
        }
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }

    /// <summary>One row below the heading row.</summary>
    private sealed class Row(PlanTable table, int index, Paragraph?[] cells, TableColumn[] columns, PlanTableRow heading)
    {
        public Paragraph?[] Cells { get; } = cells;

        public TableColumn[] Columns { get; } = columns;

        public int? Number =>
            Array.IndexOf(Columns, TableColumn.Number) is >= 0 and var column && Cells[column] is { } cell
            && ChineseNumber.TryRead(cell.Folded.TrimEnd('.', '、'), out var number) && number > 0 ? number : null;

        public bool Continues(int column) => column < table.Rows[index].Cells.Count && table.Rows[index].Cells[column].ContinuesAbove;

        public bool IsMergedBelow(int column) =>
            index + 1 < table.Rows.Count && column < table.Rows[index + 1].Cells.Count && table.Rows[index + 1].Cells[column].ContinuesAbove;

        public bool HasOther(int column) =>
            Enumerable.Range(0, Columns.Length).Any(other => other != column && TableColumns.IsWhat(Columns[other]) && Cells[other] is not null);

        public string HeadingOf(int column, string text) => text.Substring(heading.Cells[column].Start, heading.Cells[column].Length).Trim();
    }
}
