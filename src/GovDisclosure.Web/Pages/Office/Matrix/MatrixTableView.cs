namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>Rows of the matrix as a page shows them.</summary>
/// <param name="Page">What they are part of.</param>
/// <param name="Caption">What they are.</param>
/// <param name="Note">How many, beside the caption; <see langword="null"/> for nothing.</param>
/// <param name="Rows">The rows, totals last.</param>
/// <param name="Sortable">Whether the heads sort them.</param>
public sealed record MatrixTableView(MatrixPage Page, string Caption, string? Note, IReadOnlyList<MatrixRow> Rows, bool Sortable);
