using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Requests;
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

    /// <summary>What one of the agency's own duties is counted from; <see langword="null"/> where no trigger of its own started it.</summary>
    public Task<DutyClock?> FindClockAsync(Guid obligationId, CancellationToken cancellationToken) =>
        db.ClockAsync(db.Scope.RequiredAgencyId, obligationId, null, cancellationToken);

    /// <summary>When the duty would be due were this request granted as it asks, or the grant taken back; <see langword="null"/> where it asks for release.</summary>
    /// <param name="request">Any agency's request.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<DateTimeOffset?> AllDueAfterAsync(RequestRow request, WorkingDayCalendar calendar, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request is { DueOn: { } day })
        {
            return BeijingTime.EndOf(day);
        }

        var clock = request.Kind == DutyRequestKind.Exemption ? null : await db.ClockAsync(request.AgencyId, request.ObligationId, null, cancellationToken);
        var changed = request.ExtendBy is { } count ? clock?.ExtendedBy(count) : clock?.Stopped(request.StopFrom!.Value, request.StopTo!.Value);
        return changed is null || changed.Check().Any() ? null : changed.DueAt(calendar);
    }

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
        join obligation in db.Obligations on new { request.AgencyId, Id = request.ObligationId } equals new { obligation.AgencyId, obligation.Id }
        join rule in db.TaskRules on obligation.RuleId equals rule.Id
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
            ExtendBy = request.ExtendBy,
            RuleKind = rule.Rule.Kind,
            StopFrom = request.StopFrom,
            StopTo = request.StopTo,
            AskedByName = request.AskedByName,
            AskedById = request.AskedById,
            WithdrawnAt = request.WithdrawnAt,
            WithdrawnNote = request.WithdrawnNote,
            IsSample = request.IsSample,
            Granted = decision == null ? null : decision.Granted,
            GrantedDueOn = decision == null ? null : decision.DueOn,
            Note = decision == null ? null : decision.Note,
            DecidedAt = decision == null ? null : decision.DecidedAt,
            DecidedByName = decision == null ? null : decision.DecidedByName,
            RevokedAt = decision == null ? null : decision.RevokedAt,
            RevokedByName = decision == null ? null : decision.RevokedByName,
            RevokedReason = decision == null ? null : decision.RevokedReason,
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
