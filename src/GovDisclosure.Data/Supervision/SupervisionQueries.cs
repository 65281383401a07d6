using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Supervision;

/// <summary>
/// Reads reminders of every agency, for the municipal office. The tenant's filter is lifted by name; row security lets only the office's
/// login see more than one agency, and nobody's sub-units.
/// </summary>
public sealed class SupervisionQueries(GovDbContext db)
{
    /// <summary>The most rows that one export has.</summary>
    public const int MostExported = 5000;

    /// <summary>A page of all reminders, newest first.</summary>
    public Task<ListPage<NoticeRow>> ListAsync(NoticeFilter filter, InstantPage page, DateOnly today, CancellationToken cancellationToken) =>
        NoticeQueries.Filtered(All(), filter, today).NewestFirstAsync(page, NoticeQueries.PageSize, cancellationToken);

    /// <summary>Every row of the list, for the export.</summary>
    public async Task<IReadOnlyList<NoticeRow>> AllAsync(NoticeFilter filter, DateOnly today, CancellationToken cancellationToken) =>
        await NoticeQueries.Filtered(All(), filter, today).OrderByDescending(row => row.At).ThenByDescending(row => row.Id)
            .Take(MostExported).ToListAsync(cancellationToken);

    /// <summary>The counts of the lights, under the filter but for its state.</summary>
    public Task<NoticeCounts> CountAsync(NoticeFilter filter, DateOnly today, CancellationToken cancellationToken) =>
        NoticeQueries.CountAsync(NoticeQueries.Filtered(All(), filter with { State = NoticeFilterState.All }, today), today, cancellationToken);

    /// <summary>One reminder; <see langword="null"/> where there is none with this identity.</summary>
    public async Task<NoticeDetail?> FindAsync(Guid id, ViewInstant view, CancellationToken cancellationToken)
    {
        if (await All().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } notice)
        {
            return null;
        }

        return new NoticeDetail(
            notice,
            await NoticeQueries.DutiesOf(db, notice, view).IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken),
            await NoticeQueries.RepliesOf(db, notice).IgnoreQueryFilters([GovDbContext.TenantFilter]).ToListAsync(cancellationToken));
    }

    /// <summary>The agencies that have anything overdue, most first, to choose from.</summary>
    public async Task<IReadOnlyList<OverdueAgency>> OverdueAgenciesAsync(ViewInstant view, CancellationToken cancellationToken)
    {
        var counts = await db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => row.State == ObligationState.Overdue)
            .GroupBy(row => row.AgencyId).Select(group => new { Id = group.Key, Count = group.Count() })
            .OrderByDescending(group => group.Count).Take(NoticeRules.MostAgencies).ToListAsync(cancellationToken);
        var ids = counts.Select(row => row.Id).ToArray();
        var agencies = await db.Agencies.AsNoTracking().Where(agency => ids.Contains(agency.Id))
            .ToDictionaryAsync(agency => agency.Id, cancellationToken);
        return [.. counts.Select(row => new OverdueAgency(row.Id, agencies[row.Id].ShortName, agencies[row.Id].EnglishName, row.Count))
            .OrderByDescending(row => row.Overdue).ThenBy(row => row.Name, StringComparer.Ordinal)];
    }

    /// <summary>
    /// What reminders to these agencies could be about: the duties named, or all that are overdue where none is named of an agency.
    /// </summary>
    /// <returns><see langword="null"/> where an agency or a duty is none that the office may chase.</returns>
    public async Task<IReadOnlyList<ChaseCandidate>?> PrepareAsync(
        IReadOnlyCollection<Guid> agencyIds, IReadOnlyCollection<Guid> dutyIds, ViewInstant view, CancellationToken cancellationToken)
    {
        var named = await FindDutiesAsync(dutyIds, view, cancellationToken);
        if (named.Count != dutyIds.Distinct().Count())
        {
            return null;
        }

        var wanted = agencyIds.Concat(named.Select(duty => duty.AgencyId)).Distinct().ToArray();
        var agencies = await db.Agencies.AsNoTracking().Where(agency => wanted.Contains(agency.Id) && agency.ParentId == null)
            .Select(agency => new { agency.Id, agency.ShortName, agency.EnglishName }).ToListAsync(cancellationToken);
        if (agencies.Count != wanted.Length)
        {
            return null;
        }

        var whole = wanted.Except(named.Select(duty => duty.AgencyId)).ToArray();
        var overdue = whole.Length == 0 ? [] : await NamedDuties.Of(db, view).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(duty => whole.Contains(duty.AgencyId) && duty.State == ObligationState.Overdue)
            .OrderBy(duty => duty.DueAt).ThenBy(duty => duty.Id).Take(NoticeRules.MostDuties * 5).ToListAsync(cancellationToken);
        var most = Math.Clamp(NoticeRules.MostDuties / Math.Max(1, wanted.Length), 1, SupervisionNotice.MostItems);
        var duties = named.Concat(overdue).ToLookup(duty => duty.AgencyId);
        return [.. agencies
            .Select(agency => new ChaseCandidate(
                agency.Id, agency.ShortName, agency.EnglishName, [.. duties[agency.Id].Take(most)], Math.Max(0, duties[agency.Id].Count() - most)))
            .OrderByDescending(candidate => candidate.Duties.Count + candidate.More).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)];
    }

    /// <summary>The duties with these identities, of whichever agency; those that the office may not see are left out.</summary>
    public async Task<IReadOnlyList<NamedDuty>> FindDutiesAsync(
        IReadOnlyCollection<Guid> ids, ViewInstant view, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await NamedDuties.Of(db, view).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(duty => ids.Contains(duty.Id)).OrderBy(duty => duty.DueAt).ThenBy(duty => duty.Id).ToListAsync(cancellationToken);

    private IQueryable<NoticeRow> All() => NoticeQueries.Rows(db).IgnoreQueryFilters([GovDbContext.TenantFilter]);
}
