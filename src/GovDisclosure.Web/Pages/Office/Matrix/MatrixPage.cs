using System.Globalization;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Dashboards;

namespace GovDisclosure.Web.Pages.Office.Matrix;

/// <summary>What the address of the matrix asks for.</summary>
/// <param name="Section">A section, whose tasks are then the columns; without one, the sections are.</param>
/// <param name="Class">One class of agencies only.</param>
/// <param name="OnlyOverdue">Only agencies with anything overdue.</param>
/// <param name="Sort">The column to sort by: <see cref="ByName"/>, <see cref="ByOverdue"/>, <see cref="ByRate"/> or a column's key.</param>
/// <param name="Descending">From the highest down.</param>
public sealed record MatrixQuery(int? Section, AgencyClass? Class, bool OnlyOverdue, string Sort, bool Descending)
{
    public const string ByName = "name";
    public const string ByRate = "rate";
    public const string ByOverdue = "overdue";
}

/// <summary>A column: a section, or a task of one.</summary>
/// <param name="Key">Its name in the address.</param>
/// <param name="Title">Its words.</param>
/// <param name="IsPlanWords">Whether the words are the plan's own.</param>
/// <param name="Href">Where its head leads: the section's matrix, or the task's page.</param>
/// <param name="Section">The section that its cells are narrowed to.</param>
/// <param name="Task">The task that its cells are narrowed to.</param>
public sealed record MatrixColumn(string Key, string Title, bool IsPlanWords, string Href, int? Section, Guid? Task)
{
    /// <summary>The key of a section's column.</summary>
    public static string KeyOf(int section) => string.Create(CultureInfo.InvariantCulture, $"s{section}");

    /// <summary>The key of a task's column.</summary>
    public static string KeyOf(BoardTask task) => string.Create(CultureInfo.InvariantCulture, $"t{task.Ordinal}");
}

/// <summary>A cell: how an agency's duties in a column stand, and stood on the day to compare with.</summary>
/// <param name="Tally">Now.</param>
/// <param name="Before">Then.</param>
/// <param name="Filter">The rows that it counts.</param>
public readonly record struct MatrixCell(DutyTally Tally, DutyTally Before, OversightFilter Filter);

/// <summary>A row: an agency, or all of a class.</summary>
/// <param name="Agency">The agency; <see langword="null"/> for a total.</param>
/// <param name="Name">Its name in the reader's language.</param>
/// <param name="Total">All columns together.</param>
/// <param name="Cells">One for each column.</param>
public sealed record MatrixRow(Guid? Agency, string Name, MatrixCell Total, IReadOnlyList<MatrixCell> Cells);

/// <summary>The agencies of one class with their total.</summary>
public sealed record MatrixTable(AgencyClass Class, IReadOnlyList<MatrixRow> Rows, MatrixRow Total);

/// <summary>The matrix as a page and a file show it.</summary>
/// <param name="Path">The address of the list that it is shown as.</param>
/// <param name="Moment">From when.</param>
/// <param name="Compare">The day to compare with, as typed.</param>
/// <param name="Query">What the address asks for.</param>
/// <param name="Choices">What its filters choose from.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Tables">A table for each class.</param>
public sealed record MatrixPage(
    string Path, OfficeMoment Moment, DayField Compare, MatrixQuery Query, OfficeChoices Choices, IReadOnlyList<MatrixColumn> Columns, IReadOnlyList<MatrixTable> Tables)
{
    public DateOnly? CompareDay => Compare.Day;

    /// <summary>How many agencies are listed.</summary>
    public int Agencies => Tables.Sum(table => table.Rows.Count);

    /// <summary>Whether a day in the address could not be used.</summary>
    public bool HasProblem => Moment.AsOf.Problem is not null || Compare.Problem is not null;

    /// <summary>The address of the matrix, asked for otherwise.</summary>
    public string Href(MatrixQuery query) => MatrixAddress.Href(Path, query, Moment.Day, CompareDay);
}
