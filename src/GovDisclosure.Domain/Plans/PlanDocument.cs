namespace GovDisclosure.Domain.Plans;

/// <summary>A document as a reader of files hands it on: its whole text, and the tables that stand in it.</summary>
/// <remarks>Make one with <see cref="PlanDocumentBuilder"/>, or of plain text alone. Lines of text outside tables may be hard-wrapped.</remarks>
/// <param name="Text">The whole text in reading order, the words of the tables' cells included.</param>
/// <param name="Tables">The tables, in order, as places in the text.</param>
public sealed record PlanDocument(string Text, IReadOnlyList<PlanTable> Tables)
{
    /// <summary>The plan, where the document is one in the plan's own JSON: nothing is left to understand.</summary>
    public ParsedPlan? Given { get; init; }

    /// <summary>Takes plain text; tables are looked for in it where lines have tabs or upright bars.</summary>
    public static PlanDocument OfText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new PlanDocument(text, TextTableFinder.Find(text));
    }
}

/// <summary>A table of a document: the heading row and the rows below it.</summary>
/// <param name="Rows">The rows, in order.</param>
public sealed record PlanTable(IReadOnlyList<PlanTableRow> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Cells">The cells, one for each column of the table that the row reaches.</param>
public sealed record PlanTableRow(IReadOnlyList<PlanTableCell> Cells);

/// <summary>A cell: a stretch of the document's text.</summary>
/// <param name="Start">Where its words begin in the text (UTF-16).</param>
/// <param name="Length">How many characters it has; 0 for an empty cell.</param>
/// <param name="ContinuesAbove">Whether it is the rest of a cell that was merged downwards: it has no words, and those above hold.</param>
public sealed record PlanTableCell(int Start, int Length, bool ContinuesAbove = false);
