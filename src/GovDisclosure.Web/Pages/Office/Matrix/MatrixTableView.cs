namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>A table of the matrix as a page shows it.</summary>
/// <param name="Page">What it is part of.</param>
/// <param name="Table">The rows.</param>
/// <param name="Sortable">Whether its heads sort it.</param>
/// <param name="ShowTotal">Whether its last row is the total.</param>
public sealed record MatrixTableView(MatrixPage Page, MatrixTable Table, bool Sortable, bool ShowTotal);
