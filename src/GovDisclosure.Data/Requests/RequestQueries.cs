using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Requests;

/// <summary>
/// Reads what agencies asked for. What begins with All lifts the tenant's filter by name, for the municipal office; row security lets only the
/// office's login see more than one agency.
/// </summary>
public sealed class RequestQueries(GovDbContext db)
{
    /// <summary>How many rows a page has.</summary>
    public const int PageSize = 30;

    /// <summary>The most rows that one export has.</summary>
    public const int MostExported = 5000;

    /// <summary>The requests about one of the agency's own duties, newest first.</summary>
    public async Task<IReadOnlyList<RequestRow>> AboutAsync(Guid obligationId, CancellationToken cancellationToken) =>
        await Rows(db).Where(row => row.ObligationId == obligationId).OrderByDescending(row => row.At).Take(PageSize).ToListAsync(cancellationToken);

    /// <summary>One of the agency's own duties; <see langword="null"/> where it has none with this identity.</summary>
    public async Task<NamedDuty?> FindDutyAsync(Guid obligationId, ViewInstant view, CancellationToken cancellationToken) =>
        await NamedDuties.OfAgency(db, view, db.Scope.RequiredAgencyId).SingleOrDefaultAsync(duty => duty.Id == obligationId, cancellationToken);

    /// <summary>A page of every agency's requests, newest first.</summary>
    public async Task<ListPage<RequestRow>> AllPageAsync(RequestFilter filter, InstantPage page, CancellationToken cancellationToken) =>
        await Filtered(filter).NewestFirstAsync(page, PageSize, cancellationToken);

    /// <summary>Every row of the list, for the export.</summary>
    public async Task<IReadOnlyList<RequestRow>> AllAsync(RequestFilter filter, CancellationToken cancellationToken) =>
        await Filtered(filter).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(MostExported).ToListAsync(cancellationToken);

    /// <summary>The duties of these requests, by identity.</summary>
    public async Task<IReadOnlyDictionary<Guid, NamedDuty>> AllDutiesAsync(
        IReadOnlyCollection<RequestRow> requests, ViewInstant view, CancellationToken cancellationToken)
    {
        var ids = requests.Select(row => row.ObligationId).Distinct().ToArray();
        var agencies = requests.Select(row => row.AgencyId).Distinct().ToArray();
        return await NamedDuties.Of(db, view).IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(duty => agencies.Contains(duty.AgencyId) && ids.Contains(duty.Id)).ToDictionaryAsync(duty => duty.Id, cancellationToken);
    }

    /// <summary>The counts of the lights, under the filter but for its state.</summary>
    public async Task<RequestCounts> AllCountsAsync(RequestFilter filter, CancellationToken cancellationToken)
    {
        var groups = await Filtered(filter with { State = RequestFilterState.All })
            .GroupBy(row => new { row.Granted, Withdrawn = row.WithdrawnAt != null })
            .Select(group => new { group.Key.Granted, group.Key.Withdrawn, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new RequestCounts(
            groups.Where(group => group is { Granted: null, Withdrawn: false }).Sum(group => group.Count),
            groups.Where(group => group.Granted is true).Sum(group => group.Count),
            groups.Where(group => group.Granted is false).Sum(group => group.Count),
            groups.Where(group => group is { Granted: null, Withdrawn: true }).Sum(group => group.Count));
    }

    /// <summary>Any agency's request; <see langword="null"/> where there is none with this identity.</summary>
    public async Task<RequestedRow?> AllFindAsync(Guid id, ViewInstant view, CancellationToken cancellationToken) =>
        await All().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } request
            && await AllDutiesAsync([request], view, cancellationToken) is { Count: 1 } duties
                ? new RequestedRow(request, duties[request.ObligationId])
                : null;

    internal static IQueryable<RequestRow> Rows(GovDbContext db) =>
        from request in db.DutyRequests
        join agency in db.Agencies on request.AgencyId equals agency.Id
        from decision in db.RequestDecisions.Where(decision => decision.AgencyId == request.AgencyId && decision.RequestId == request.Id).DefaultIfEmpty()
        select new RequestRow
        {
            Id = request.Id,
            At = request.AskedAt,
            AgencyId = request.AgencyId,
            AgencyName = agency.ShortName,
            AgencyNameEnglish = agency.EnglishName,
            ObligationId = request.ObligationId,
            Kind = request.Kind,
            Ground = request.Ground,
            Reason = request.Reason,
            DueOn = request.DueOn,
            AskedByName = request.AskedByName,
            AskedById = request.AskedById,
            WithdrawnAt = request.WithdrawnAt,
            IsSample = request.IsSample,
            Granted = decision == null ? null : decision.Granted,
            GrantedDueOn = decision == null ? null : decision.DueOn,
            Note = decision == null ? null : decision.Note,
            DecidedAt = decision == null ? null : decision.DecidedAt,
            DecidedByName = decision == null ? null : decision.DecidedByName,
        };

    private IQueryable<RequestRow> All() => Rows(db).IgnoreQueryFilters([GovDbContext.TenantFilter]);

    private IQueryable<RequestRow> Filtered(RequestFilter filter)
    {
        var rows = filter.State switch
        {
            RequestFilterState.Pending => All().Where(row => row.Granted == null && row.WithdrawnAt == null),
            RequestFilterState.Granted => All().Where(row => row.Granted == true),
            RequestFilterState.Refused => All().Where(row => row.Granted == false),
            RequestFilterState.Withdrawn => All().Where(row => row.Granted == null && row.WithdrawnAt != null),
            _ => All(),
        };
        if (filter.Kind is { } kind)
        {
            rows = rows.Where(row => row.Kind == kind);
        }

        return filter.AgencyId is { } agency ? rows.Where(row => row.AgencyId == agency) : rows;
    }
}
