namespace GovDisclosure.Domain.Documents;

/// <summary>What a file was read as: what it holds decides, not what it is called.</summary>
public enum SourceFormat
{
    /// <summary>Plain text, from a file or pasted.</summary>
    Text,

    /// <summary>A document of Word (.docx).</summary>
    Word,

    /// <summary>A web page.</summary>
    WebPage,

    /// <summary>A PDF with a text layer.</summary>
    Pdf,

    /// <summary>A spreadsheet (.xlsx).</summary>
    Spreadsheet,

    /// <summary>A table as text, its cells parted by commas, semicolons or tabs.</summary>
    Csv,

    /// <summary>A plan in its own JSON (docs/plan.schema.json); its words come as the task table of that plan.</summary>
    PlanForm,
}
