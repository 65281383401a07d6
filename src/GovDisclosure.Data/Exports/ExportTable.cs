namespace GovDisclosure.Data.Exports;

/// <summary>A list as it leaves the portal: the same rows in the same order as on the screen.</summary>
/// <param name="Title">What it is; the name of the sheet.</param>
/// <param name="Stamps">What it was filtered by and as of when: a label and a value each. They stand above the rows.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The cells: text, numbers, dates or nothing.</param>
public sealed record ExportTable(
    string Title,
    IReadOnlyList<KeyValuePair<string, string>> Stamps,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>How wide a spreadsheet shows each column, in characters, its words broken over lines; empty leaves it to the program.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];
}
