namespace GovDisclosure.Data.Documents;

/// <summary>How much of a stranger's file is read. Each is many times what a plan needs, and little enough that no file keeps the portal from others.</summary>
public sealed record DocumentLimits
{
    /// <summary>What holds unless a test says otherwise.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>The largest file, in bytes.</summary>
    public int MostBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>The most bytes that the parts of one file may unpack to.</summary>
    public long MostUnpacked { get; init; } = 64L * 1024 * 1024;

    /// <summary>The most files in an archive.</summary>
    public int MostEntries { get; init; } = 5000;

    /// <summary>The most elements of markup: a document takes some 200 bytes of memory for each.</summary>
    public int MostElements { get; init; } = 600_000;

    /// <summary>How deep markup may be nested.</summary>
    public int MostDepth { get; init; } = 200;

    /// <summary>The most paragraphs.</summary>
    public int MostParagraphs { get; init; } = 500_000;

    /// <summary>The most cells of all tables, with those that merging fills.</summary>
    public int MostCells { get; init; } = 500_000;

    /// <summary>The most columns of a table.</summary>
    public int MostColumns { get; init; } = 256;

    /// <summary>The most pages of a PDF.</summary>
    public int MostPages { get; init; } = 2000;

    /// <summary>The most characters printed on the pages of a PDF, those that cover each other included.</summary>
    public int MostGlyphs { get; init; } = 3_000_000;

    /// <summary>The most characters of all text, with those that merging repeats.</summary>
    public int MostCharacters { get; init; } = 20 * 1024 * 1024;

    /// <summary>How long a file may take.</summary>
    public TimeSpan MostTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a reader may go on after it was told to stop, before it is left behind.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(5);
}
