namespace GovDisclosure.Domain.Documents;

/// <summary>Something that a person should know about a file that was read.</summary>
/// <param name="Code">What is the matter.</param>
/// <param name="Count">How often.</param>
/// <param name="Place">The page or the name concerned, where there is one.</param>
public sealed record DocumentProblem(DocumentProblemCode Code, int Count = 1, string? Place = null);

/// <summary>What is the matter with a file that was read.</summary>
public enum DocumentProblemCode
{
    /// <summary>There are no words in it.</summary>
    NoText,

    /// <summary>Characters that could not be read; a replacement character stands for each.</summary>
    UnreadableCharacters,

    /// <summary>Its name promises another format than the one it has.</summary>
    OtherThanNamed,

    /// <summary>It has changes under review: what was put in was read, what was struck out was not.</summary>
    TrackedChanges,

    /// <summary>Footnotes and endnotes, left out.</summary>
    NotesLeftOut,

    /// <summary>Lines of a table of contents, left out: the headings stand in the text too.</summary>
    ContentsLeftOut,

    /// <summary>Words formatted as hidden, left out.</summary>
    HiddenTextLeftOut,

    /// <summary>A hidden sheet, left out.</summary>
    HiddenSheetLeftOut,

    /// <summary>Navigation, footers and forms of a web page, left out.</summary>
    FurnitureLeftOut,

    /// <summary>A page without words among pages with words: perhaps a scan.</summary>
    PageWithoutText,

    /// <summary>A page that could not be read.</summary>
    PageUnreadable,
}
