using GovDisclosure.Domain.Dashboards;

namespace GovDisclosure.Data.Dashboards;

/// <summary>Where the year stands, as counted in one statement.</summary>
/// <param name="Sections">How each agency's duties in each section stand; section 0 is the general duties.</param>
/// <param name="Months">How the duties that are due in a month stand, by its first day.</param>
/// <param name="OverdueByDay">How many overdue duties were due on each day.</param>
/// <param name="PenaltyCases">How the duties stand that penalty decisions started.</param>
/// <param name="RedSince">How many are overdue that were not when an earlier day ended.</param>
public sealed record Board(
    IReadOnlyDictionary<(Guid AgencyId, int Section), DutyTally> Sections,
    IReadOnlyDictionary<DateOnly, DutyTally> Months,
    IReadOnlyDictionary<DateOnly, int> OverdueByDay,
    DutyTally PenaltyCases,
    int RedSince)
{
    /// <summary>All together.</summary>
    public DutyTally Total { get; } = DutyTally.Sum(Sections.Values);
}

/// <summary>An agency of the register, with what it is called.</summary>
public sealed record BoardAgency(Guid Id, string ShortName, string FullName, string EnglishName, Domain.Agencies.AgencyKind Kind);
