using GovDisclosure.Data.Agencies;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Districts;

/// <summary>A lead to choose in a filter; <see langword="null"/> stands for the tasks that name none.</summary>
public sealed record LeadOption(AgencyLabel? Agency);

/// <summary>What a district's own list needs beside its duties: who leads them, and how far their parts are.</summary>
public sealed class DistrictQueries(GovDbContext db)
{
    private static readonly AssignmentRole[] Leading = [AssignmentRole.Lead, AssignmentRole.JointLead];

    /// <summary>The agencies that lead any task under which the agency owes something, by name; last the tasks without a lead, where there are such.</summary>
    public async Task<IReadOnlyList<LeadOption>> LeadsAsync(CancellationToken cancellationToken)
    {
        var owed = db.Obligations.Select(row => row.TaskId);
        var leads = db.Assignments.Where(row => row.EndedAt == null && Leading.Contains(row.Role) && row.AssigneeAgencyId != null);
        var agencies = await db.Agencies
            .Where(agency => leads.Any(lead => lead.AssigneeAgencyId == agency.Id && owed.Contains(lead.TaskId)))
            .OrderBy(agency => agency.ShortName)
            .Select(agency => new AgencyLabel(agency.Code, agency.ShortName, agency.EnglishName)).ToListAsync(cancellationToken);
        var without = await db.Tasks.AnyAsync(task => owed.Contains(task.Id) && !leads.Any(lead => lead.TaskId == task.Id), cancellationToken);
        return [.. agencies.Select(agency => new LeadOption(agency)), .. without ? [new LeadOption(null)] : Array.Empty<LeadOption>()];
    }

    /// <summary>The same rows with who leads each task and how far its parts are.</summary>
    public async Task<IReadOnlyList<DutyRow>> DescribeAsync(IReadOnlyList<DutyRow> rows, ViewInstant view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var rules = rows.Select(row => row.RuleId).Distinct().ToArray();
        var leads = (await (
            from rule in db.TaskRules
            where rules.Contains(rule.Id)
            join named in db.Assignments on rule.TaskId equals named.TaskId
            where named.EndedAt == null && Leading.Contains(named.Role)
            join agency in db.Agencies on named.AssigneeAgencyId equals agency.Id
            orderby named.Ordinal
            select new { rule.Id, Label = new AgencyLabel(agency.Code, agency.ShortName, agency.EnglishName) })
            .ToListAsync(cancellationToken)).ToLookup(row => row.Id, row => row.Label);
        var counts = await PassedCountsAsync([.. rows.Select(row => row.Id)], view, cancellationToken);
        return [.. rows.Select(row => row with { Leads = [.. leads[row.RuleId].Distinct()], Parts = counts.GetValueOrDefault(row.Id) })];
    }

    /// <summary>How far the parts of duties are that were passed down: of the district's own, or of any district's for the municipal office.</summary>
    /// <param name="obligationIds">The districts' own duties; those that were not passed down have no entry.</param>
    /// <param name="view">The instant asked about.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyDictionary<Guid, PartCounts>> PassedCountsAsync(
        IReadOnlyCollection<Guid> obligationIds, ViewInstant view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        return await db.PassedCounts([.. obligationIds], view.KnownBefore)
            .ToDictionaryAsync(row => row.ObligationId, row => new PartCounts(row.Done, row.Total), cancellationToken);
    }

    /// <summary>How far the parts are of every district that owes one occurrence of a rule, by district: for the municipal office.</summary>
    public async Task<IReadOnlyDictionary<Guid, PartCounts>> PassedCountsOfPeersAsync(
        Guid ruleId, string occurrenceKey, ViewInstant view, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(view);
        var duties = await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter])
            .Where(row => row.RuleId == ruleId && row.OccurrenceKey == occurrenceKey && row.PassedByAgencyId == null)
            .Select(row => row.Id).ToArrayAsync(cancellationToken);
        return await db.PassedCounts(duties, view.KnownBefore)
            .ToDictionaryAsync(row => row.AgencyId, row => new PartCounts(row.Done, row.Total), cancellationToken);
    }

    /// <summary>What the sub-unit's duties are parts of; those that no district passed down have no entry.</summary>
    public Task<IReadOnlyDictionary<Guid, PassedFrom>> PassedFromAsync(
        IReadOnlyCollection<Guid> obligationIds, ViewInstant view, CancellationToken cancellationToken) =>
        PassedFromAsync(db, [.. obligationIds], view, cancellationToken);

    internal static async Task<IReadOnlyDictionary<Guid, PassedFrom>> PassedFromAsync(
        GovDbContext db, Guid[] obligationIds, ViewInstant view, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in db.PassedFrom(obligationIds, view.KnownBefore)
            join district in db.Agencies on row.DistrictId equals district.Id
            select new { Row = row, district.ShortName, district.EnglishName }).ToListAsync(cancellationToken);
        return rows.ToDictionary(found => found.Row.ObligationId, found => new PassedFrom(
            found.ShortName, found.EnglishName, found.Row.WholeDueAt, found.Row.WholeOriginalDueAt, found.Row.WholeWindowStart,
            found.Row.WholeWindowEnd, found.Row.TriggerTitle, found.Row.TriggerOccurredAt));
    }
}
