using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>How every agency together stands.</summary>
/// <param name="Counts">How many duties stand in each state.</param>
/// <param name="Agencies">How many agencies owe any duty.</param>
/// <param name="AgenciesOverdue">How many of them have an overdue one.</param>
public sealed record CityStanding(IReadOnlyDictionary<ObligationState, int> Counts, int Agencies, int AgenciesOverdue)
{
    /// <summary>How many duties a filter shows.</summary>
    public int Of(StateFilter filter) => StateFilters.StatesOf(filter).Sum(state => Counts.GetValueOrDefault(state));

    /// <summary>How many duties are owed, done or not: those released are not.</summary>
    public int Owed => Of(StateFilter.Unfinished) + Of(StateFilter.Done);
}

/// <summary>
/// Reads across agencies, for the municipal office. The tenant's filter is lifted by name; row security lets only the office's login see
/// more than one agency, so anybody else would be told about the own agency alone.
/// </summary>
public sealed class CityQueries(GovDbContext db)
{
    /// <summary>How the whole city stands, in one statement.</summary>
    public async Task<CityStanding> StandingAsync(ViewInstant view, CancellationToken cancellationToken)
    {
        var groups = await db.ComplianceAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
            .IgnoreQueryFilters([GovDbContext.TenantFilter])
            .GroupBy(row => new { row.AgencyId, row.State })
            .Select(group => new { group.Key.AgencyId, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var owed = groups.Where(group => group.State is not (ObligationState.Exempt or ObligationState.Cancelled)).ToList();
        return new CityStanding(
            groups.GroupBy(group => group.State).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            owed.Select(group => group.AgencyId).Distinct().Count(),
            owed.Count(group => group.State == ObligationState.Overdue));
    }
}
