using GovDisclosure.Data.Paging;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Dashboards;

/// <summary>What a duty's state on a past day is by what was recorded since.</summary>
/// <param name="StateNow">The state of that day as known now.</param>
/// <param name="RecordedAt">When the last of it was recorded.</param>
public sealed record CorrectedState(ObligationState StateNow, DateTimeOffset RecordedAt);

/// <summary>A duty that was corrected since a past day, as the list of corrections shows it.</summary>
public sealed record CorrectedDuty : ListedRow
{
    public required Guid AgencyId { get; init; }

    public required string AgencyName { get; init; }

    public required string AgencyEnglishName { get; init; }

    public required Guid TaskId { get; init; }

    public required string TaskNumber { get; init; }

    public required string TaskTitle { get; init; }

    public required string Clause { get; init; }

    public required string? TriggerTitle { get; init; }

    public required string OccurrenceKey { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required ObligationState? StateThen { get; init; }

    public required ObligationState StateNow { get; init; }

    /// <summary>What was corrected.</summary>
    public CorrectionKind Kind => Corrections.KindOf(StateThen, StateNow);
}

/// <summary>
/// A past day answers as it was recorded when it ended, whatever came later; this says what came later. For the municipal office's login, which
/// row security lets see every agency but sub-units.
/// </summary>
public sealed class CorrectionQueries(GovDbContext db)
{
    /// <summary>How many duties stand on a page.</summary>
    public const int PageSize = 50;

    /// <summary>How many duties of each agency were corrected since.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> ByAgencyAsync(OversightInstant at, CancellationToken cancellationToken) =>
        await Of(at).GroupBy(row => row.AgencyId).Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, cancellationToken);

    /// <summary>The same rows, with what was corrected since.</summary>
    public async Task<IReadOnlyList<OversightRow>> MarkAsync(IReadOnlyList<OversightRow> rows, OversightInstant at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var ids = rows.Select(row => row.Id).ToArray();
        var since = await Of(at).Where(row => ids.Contains(row.Id)).ToDictionaryAsync(
            row => (row.AgencyId, row.Id), row => new CorrectedState(row.StateNow, row.RecordedAt), cancellationToken);
        return since.Count == 0 ? rows : [.. rows.Select(row => row with { Corrected = since.GetValueOrDefault((row.AgencyId, row.Id)) })];
    }

    /// <summary>A page of the duties that were corrected since, the last recorded first.</summary>
    /// <param name="at">The past day.</param>
    /// <param name="agencyId">One agency only; <see langword="null"/> lists all.</param>
    /// <param name="page">The page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ListPage<CorrectedDuty>> ListAsync(OversightInstant at, Guid? agencyId, InstantPage page, CancellationToken cancellationToken) =>
        Project(Of(at, agencyId)).NewestFirstAsync(page, PageSize, cancellationToken);

    /// <summary>All of them up to the bound of a file.</summary>
    public async Task<IReadOnlyList<CorrectedDuty>> AllAsync(OversightInstant at, Guid? agencyId, CancellationToken cancellationToken) =>
        await Project(Of(at, agencyId)).OrderByDescending(row => row.At).ThenByDescending(row => row.Id).Take(OversightQueries.MostExported).ToListAsync(cancellationToken);

    private IQueryable<CorrectionRow> Of(OversightInstant at, Guid? agencyId = null)
    {
        ArgumentNullException.ThrowIfNull(at);
        var view = at.View;
        return db.CorrectionsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
            .Where(row => row.PlanId == at.PlanId && (agencyId == null || row.AgencyId == agencyId));
    }

    private IQueryable<CorrectedDuty> Project(IQueryable<CorrectionRow> rows)
    {
        var (duties, triggers) = (db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]), db.TriggerEvents.IgnoreQueryFilters([GovDbContext.TenantFilter]));
        return
            from row in rows
            join duty in duties on new { row.AgencyId, row.Id } equals new { duty.AgencyId, duty.Id }
            join agency in db.Agencies on row.AgencyId equals agency.Id
            join task in db.Tasks on duty.TaskId equals task.Id
            join rule in db.TaskRules on duty.RuleId equals rule.Id
            from trigger in triggers.Where(trigger => trigger.AgencyId == duty.AgencyId && trigger.Id == duty.TriggerId).DefaultIfEmpty()
            select new CorrectedDuty
            {
                AgencyId = row.AgencyId,
                Id = row.Id,
                AgencyName = agency.ShortName,
                AgencyEnglishName = agency.EnglishName,
                TaskId = task.Id,
                TaskNumber = task.Number,
                TaskTitle = task.Title,
                Clause = rule.Clause,
                TriggerTitle = trigger == null ? null : trigger.Title,
                OccurrenceKey = duty.OccurrenceKey,
                DueAt = row.DueAt,
                StateThen = row.StateThen,
                StateNow = row.StateNow,
                At = row.RecordedAt,
            };
    }
}
