using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>A run of rows under one heading.</summary>
/// <param name="State">Overdue or due soon, where that is what they share.</param>
/// <param name="Month">Otherwise the month in which they are due.</param>
/// <param name="Rows">The rows, in the order of the list.</param>
public sealed record DutyGroup(ObligationState? State, DatePeriod? Month, IReadOnlyList<DutyRow> Rows);

/// <summary>Puts headings into a list that is ordered by due instant, without changing its order.</summary>
public static class DutyGroups
{
    /// <summary>
    /// What is unfinished stands as overdue, due soon and then by month; where finished rows are mixed in, states would alternate and
    /// only months make runs.
    /// </summary>
    public static IEnumerable<DutyGroup> Of(IReadOnlyList<DutyRow> rows, StateFilter filter)
    {
        var byState = filter == StateFilter.Unfinished;
        return rows.GroupBy(row => KeyOf(row, byState)).Select(group => new DutyGroup(group.Key.State, group.Key.Month, [.. group]));
    }

    private static (ObligationState? State, DatePeriod? Month) KeyOf(DutyRow row, bool byState) =>
        byState && row.State is (ObligationState.Overdue or ObligationState.DueSoon)
            ? (row.State, null)
            : (null, DatePeriod.Containing(PeriodUnit.Month, new Due(row.DueAt, IsProvisional: false).DueOn));
}
