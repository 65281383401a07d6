using GovDisclosure.Domain.Documents;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Data.Documents;

/// <summary>A plan in its own JSON (docs/plan.schema.json). A person reads it as the task table that its export would be.</summary>
internal static class PlanFormDocument
{
    private static readonly string[] Members = ["title", "documentNumber", "issuer", "issuedOn", "year", "sections", "tasks", "problems"];

    /// <summary>The document that a text is; <see langword="null"/> where it is no JSON.</summary>
    public static SourceDocument? TryRead(string text, SourceFormat? named, DocumentDraft draft)
    {
        if (named != SourceFormat.PlanForm && !LooksLikeJson(text))
        {
            return null;
        }

        if (!PlanJson.TryRead(text.TrimStart('\uFEFF'), out var plan, out var mistake))
        {
            throw new RefusedException(DocumentRefusalCode.NotThePlanForm, mistake);
        }

        Write(PlanTableWriter.Write(plan, headingColumns: false), draft);
        var document = draft.Finish(SourceFormat.PlanForm);
        return new SourceDocument(document.Format, document.Blocks, document.Problems) { Plan = plan };
    }

    private static void Write(PlanTaskTable table, DocumentDraft draft)
    {
        foreach (var line in table.Facts.Select(fact => $"{fact.Key}：{fact.Value}").Prepend(table.Title).SelectMany(words => words.ReplaceLineEndings("\n").Split('\n')))
        {
            draft.Paragraph(line);
        }

        var grid = new TableGrid(draft);
        foreach (var cells in table.Lines.Select(line => line.Cells).Prepend(table.Columns))
        {
            grid.Row();
            foreach (var cell in cells)
            {
                grid.Cell(cell.ReplaceLineEndings("\n"));
            }
        }

        draft.Table(grid, headingRows: 1);
    }

    // An object whose first member is one of a plan's: whatever else begins with a brace is text.
    private static bool LooksLikeJson(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF').TrimStart();
        if (!start.StartsWith("{"))
        {
            return false;
        }

        var member = start[1..].TrimStart();
        return member.StartsWith("\"") && member[1..].IndexOf('"') is > 0 and var end && Members.Contains(member[1..(end + 1)].ToString(), StringComparer.Ordinal);
    }
}
