using GovDisclosure.Domain.Documents;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Data.Plans.Drafts;

/// <summary>Hands a file that was read to the grammar of plans.</summary>
public static class PlanDocuments
{
    /// <summary>The document as the grammar takes it: paragraphs and tables in reading order.</summary>
    public static PlanDocument ToPlanDocument(this SourceDocument source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Blocks.All(block => block is SourceParagraph))
        {
            // Plain text may hold tables drawn with tabs or bars; they are looked for there.
            return PlanDocument.OfText(source.Text);
        }

        var document = new PlanDocumentBuilder();
        foreach (var block in source.Blocks)
        {
            _ = block is SourceTable table
                ? document.AddTable(table.Rows.Select(row => (IReadOnlyList<string?>)[.. row.Cells.Select(Words)]))
                : document.AddParagraph(block.Text);
        }

        return document.Build() with { Given = source.Plan };
    }

    // What spreads to the right stands in its first cell; what spreads down is told as the rest of the cell above.
    private static string? Words(SourceCell cell) => cell.Merged switch
    {
        CellMerge.Down => null,
        CellMerge.Right => "",
        _ => cell.Text,
    };
}
