using GovDisclosure.Data.Dashboards;
using GovDisclosure.Domain.Dashboards;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>A record: how the duties of each line stand.</summary>
/// <param name="Caption">What it is.</param>
/// <param name="RowsAre">What a line is.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Moment">From when.</param>
public sealed record RecordTable(string Caption, string RowsAre, IReadOnlyList<RecordLine> Lines, OfficeMoment Moment);

/// <summary>A line of a record.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="IsPlanWords">Whether the name is Chinese in either language.</param>
/// <param name="Href">A page of its own.</param>
/// <param name="Tally">The counts.</param>
/// <param name="Filter">The rows that it counts.</param>
/// <param name="Note">An addition beneath the name.</param>
/// <param name="IsTotal">Whether it is the sum of the others.</param>
public sealed record RecordLine(
    string Name, bool IsPlanWords, string? Href, DutyTally Tally, OversightFilter Filter, string? Note = null, bool IsTotal = false);
