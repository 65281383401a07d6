using System.Text;

namespace GovDisclosure.Domain.Documents;

/// <summary>A stretch of a document: a paragraph or a table.</summary>
public abstract record SourceBlock
{
    /// <summary>The block as plain text: a paragraph is one line, a table a line for each row with a tab between its cells.</summary>
    public abstract string Text { get; }
}

/// <summary>One logical paragraph. A line that the writer broke by hand is a paragraph of its own.</summary>
/// <param name="Words">Its words, indents and all, without an end of line. Automatic numbers are part of them.</param>
/// <param name="HeadingLevel">From 1, where the file itself says that this is a heading; a reader guesses none.</param>
public sealed record SourceParagraph(string Words, int? HeadingLevel = null) : SourceBlock
{
    /// <inheritdoc />
    public override string Text => Words;
}

/// <summary>A table as it is drawn: every row with a cell for each column, merged cells filled.</summary>
/// <param name="Rows">From the top.</param>
/// <param name="HeadingRows">How many rows the file itself marks as headings, at the top; none where it does not say.</param>
/// <param name="Name">What the sheet is called or the caption says; <see langword="null"/> where nothing does.</param>
public sealed record SourceTable(IReadOnlyList<SourceRow> Rows, int HeadingRows = 0, string? Name = null) : SourceBlock
{
    /// <inheritdoc />
    /// <remarks>What a merged cell says is repeated down, so that each line reads by itself, and not to the right.</remarks>
    public override string Text
    {
        get
        {
            var text = new StringBuilder();
            for (var index = 0; index < Rows.Count; index++)
            {
                text.Append(index > 0 ? "\n" : "");
                Rows[index].AppendTo(text);
            }

            return text.ToString();
        }
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Number">Which row of the sheet or the table it is, from 1; empty rows are left out and counted.</param>
/// <param name="Cells">From the left.</param>
public sealed record SourceRow(int Number, IReadOnlyList<SourceCell> Cells)
{
    internal void AppendTo(StringBuilder text)
    {
        for (var index = 0; index < Cells.Count; index++)
        {
            text.Append(index > 0 ? "\t" : "");
            if (Cells[index].Merged != CellMerge.Right)
            {
                text.Append(Cells[index].Text.Replace('\n', ' ').Replace('\t', ' '));
            }
        }
    }
}

/// <summary>A cell of a table.</summary>
/// <param name="Text">Its words, a line feed between its paragraphs.</param>
/// <param name="Merged">Whether the words stand here, or in the cell above or to the left that this one is merged with.</param>
public sealed record SourceCell(string Text, CellMerge Merged = CellMerge.None);

/// <summary>How a cell came by its words.</summary>
public enum CellMerge
{
    /// <summary>They stand in it.</summary>
    None,

    /// <summary>They stand in the cell to its left, which spreads to the right.</summary>
    Right,

    /// <summary>They stand in a cell above it, which spreads down.</summary>
    Down,
}
