using GovDisclosure.Data.Dashboards;

namespace GovDisclosure.Web.Pages.Office;

/// <summary>Duties as a table.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Moment">From when.</param>
/// <param name="Tickable">Whether those still to be done can be ticked.</param>
/// <param name="ShowAgency">Whether the agency is a column: not on its own page.</param>
public sealed record DutyTable(IReadOnlyList<OversightRow> Rows, OfficeMoment Moment, bool Tickable, bool ShowAgency = true);
