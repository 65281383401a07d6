using System.Text;

namespace GovDisclosure.Domain.Plans;

/// <summary>Puts a document together from the paragraphs and tables that a reader of files finds, in reading order.</summary>
public sealed class PlanDocumentBuilder
{
    private readonly StringBuilder text = new();
    private readonly List<PlanTable> tables = [];

    /// <summary>Adds a paragraph, or several lines.</summary>
    public PlanDocumentBuilder AddParagraph(string words)
    {
        text.Append(words).Append('\n');
        return this;
    }

    /// <summary>Adds a table of rows of cells; null stands for the rest of a cell that was merged downwards.</summary>
    /// <remarks>Cells are parted by tabs in the text and rows by line ends; a cell may itself have lines.</remarks>
    public PlanDocumentBuilder AddTable(IEnumerable<IReadOnlyList<string?>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var table = new List<PlanTableRow>();
        foreach (var row in rows)
        {
            var cells = new List<PlanTableCell>(row.Count);
            foreach (var words in row)
            {
                if (cells.Count > 0)
                {
                    text.Append('\t');
                }

                cells.Add(new PlanTableCell(text.Length, words?.Length ?? 0, words is null));
                text.Append(words);
            }

            text.Append('\n');
            table.Add(new PlanTableRow(cells));
        }

        tables.Add(new PlanTable(table));
        return this;
    }

    /// <summary>Returns the document.</summary>
    public PlanDocument Build() => new(text.ToString(), [.. tables]);
}
