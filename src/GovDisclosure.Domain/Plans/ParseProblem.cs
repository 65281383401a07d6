namespace GovDisclosure.Domain.Plans;

/// <summary>Something in a plan that a person has to look at before it is imported; nothing is dropped without one.</summary>
/// <param name="Line">The line of the source, from 1.</param>
/// <param name="Kind">What is the matter.</param>
/// <param name="Excerpt">The words concerned, shortened.</param>
public sealed record ParseProblem(int Line, ParseProblemKind Kind, string Excerpt);

/// <summary>What is the matter with a place in a plan. Written in kebab case in the plan's JSON.</summary>
public enum ParseProblemKind
{
    /// <summary>The head gives no title of a work plan.</summary>
    MissingTitle,

    /// <summary>The head gives no document number (发文字号).</summary>
    MissingDocumentNumber,

    /// <summary>The head gives no issuer.</summary>
    MissingIssuer,

    /// <summary>The head gives no date of issue, or one that no calendar has.</summary>
    MissingIssueDate,

    /// <summary>A printed number does not follow the one before it.</summary>
    NumberingGap,

    /// <summary>A heading's number without words.</summary>
    EmptyHeading,

    /// <summary>Words that end in no attribution and are no closing paragraph: set aside.</summary>
    UnattributedText,

    /// <summary>Nothing in the document says who does what: there are no tasks.</summary>
    NoAttributions,

    /// <summary>An attribution with no words before it but a section's title, or none at all.</summary>
    AttributionWithoutText,

    /// <summary>A task whose words the source breaks over several lines: one task, or two with an attribution lost.</summary>
    TaskSpansLines,

    /// <summary>A name in an attribution that does not read as an agency's or a group's; kept as written.</summary>
    OddAgencyName,

    /// <summary>A name in an attribution without a word for its role: taken as responsible.</summary>
    RoleMissing,

    /// <summary>The same name twice in one role of one attribution; assigned once.</summary>
    RepeatedAgency,

    /// <summary>An enumeration closed by 等…部门: others than those named may be meant.</summary>
    OpenEnumeration,

    /// <summary>A name that the list of agencies does not have; found by the importer, which knows the list.</summary>
    UnknownAgency,

    /// <summary>Words that look like a time limit or a figure and fit no rule.</summary>
    UnreadTimePhrase,

    /// <summary>Furniture of a web page or of a print (扫描二维码, page numbers): set aside.</summary>
    PageNoise,
}
