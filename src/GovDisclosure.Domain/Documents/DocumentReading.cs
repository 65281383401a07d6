using System.Diagnostics.CodeAnalysis;

namespace GovDisclosure.Domain.Documents;

/// <summary>What came of reading a file: the document, or why there is none. A file is a stranger's, so no content is an error of the program.</summary>
public sealed record DocumentReading
{
    /// <summary>The file was read.</summary>
    public DocumentReading(SourceDocument document) => Document = document;

    /// <summary>The file was not read.</summary>
    public DocumentReading(DocumentRefusal refusal) => Refusal = refusal;

    /// <summary>What was read.</summary>
    public SourceDocument? Document { get; }

    /// <summary>Why nothing was read.</summary>
    public DocumentRefusal? Refusal { get; }

    /// <summary>Whether there is a document.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Document is not null;
}

/// <summary>Why a file is not read.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Detail">Where and what, in the words of a program, for a form that programs write; otherwise nothing.</param>
public sealed record DocumentRefusal(DocumentRefusalCode Code, string? Detail = null);

/// <summary>Why a file is not read.</summary>
public enum DocumentRefusalCode
{
    /// <summary>There is nothing in it.</summary>
    Empty,

    /// <summary>It is larger than is taken.</summary>
    TooLarge,

    /// <summary>It unpacks to more than is read.</summary>
    UnpacksTooLarge,

    /// <summary>It has more paragraphs, cells, pages or words than are read.</summary>
    TooMuch,

    /// <summary>It is nested deeper than is read.</summary>
    TooDeep,

    /// <summary>Reading it takes too long.</summary>
    TooSlow,

    /// <summary>Other files are being read and do not end.</summary>
    Busy,

    /// <summary>It is locked with a password.</summary>
    Encrypted,

    /// <summary>A PDF of pictures: a scan without a text layer.</summary>
    NoTextLayer,

    /// <summary>The old format of Word (.doc), of WPS or rich text: to be saved as .docx.</summary>
    OldWord,

    /// <summary>The old format of Excel (.xls): to be saved as .xlsx.</summary>
    OldSpreadsheet,

    /// <summary>The fixed layout of GB/T 33190 (.ofd): to be saved as .docx or PDF.</summary>
    Ofd,

    /// <summary>A picture: a scan or a photograph.</summary>
    Picture,

    /// <summary>A format of which no reader is known.</summary>
    UnknownFormat,

    /// <summary>JSON that is not in the form of a plan (docs/plan.schema.json).</summary>
    NotThePlanForm,

    /// <summary>It is damaged, or holds what such a file may not hold.</summary>
    Damaged,
}
