using System.Globalization;
using GovDisclosure.Domain.Obligations;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Obligations;

/// <summary>By what a list is summed up.</summary>
public enum DutyGrouping
{
    /// <summary>The agency that leads the task for the city.</summary>
    Lead,

    /// <summary>The plan's section.</summary>
    Section,
}

/// <summary>One line of a summary: the duties that share a lead or a section.</summary>
/// <param name="Key">The lead's code or the section's ordinal, as the filter takes it.</param>
/// <param name="Name">Its name, empty where there is none: tasks without a lead, general duties.</param>
/// <param name="EnglishName">Its English name; <see langword="null"/> where it is the plan's own heading.</param>
/// <param name="Counts">The count by state.</param>
public sealed record DutyGroupLine(string Key, string Name, string? EnglishName, DutyCounts Counts);

public sealed partial class ObligationQueries
{
    /// <summary>The duties summed up by lead or section, under the same filters as the list but for its state.</summary>
    /// <remarks>A task with several leads stands under each of them, so lines by lead may add up to more than the list has.</remarks>
    public Task<IReadOnlyList<DutyGroupLine>> SumUpAsync(
        DutyGrouping by, ObligationFilter filter, ViewInstant view, CancellationToken cancellationToken) =>
        by == DutyGrouping.Lead ? ByLeadAsync(filter, view, cancellationToken) : BySectionAsync(filter, view, cancellationToken);

    private async Task<IReadOnlyList<DutyGroupLine>> ByLeadAsync(ObligationFilter filter, ViewInstant view, CancellationToken cancellationToken)
    {
        var groups = await (
            from row in Filtered(filter, view)
            from lead in db.Assignments
                .Where(named => named.TaskId == row.Task.Id && named.EndedAt == null && Leading.Contains(named.Role) && named.AssigneeAgencyId != null)
                .Select(named => named.AssigneeAgencyId).Distinct().DefaultIfEmpty()
            group row by new { Lead = lead, row.Obligation.State } into same
            select new { same.Key.Lead, same.Key.State, Count = same.Count() }).ToListAsync(cancellationToken);
        var ids = groups.Select(group => group.Lead).Distinct().ToArray();
        var names = await db.Agencies.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. groups.GroupBy(group => group.Lead)
            .Select(line => line.Key is { } lead
                ? new DutyGroupLine(names[lead].Code, names[lead].ShortName, names[lead].EnglishName, CountsOf(line.Select(group => (group.State, group.Count))))
                : new DutyGroupLine(ObligationFilter.NoLead, "", null, CountsOf(line.Select(group => (group.State, group.Count)))))
            .OrderBy(line => line.Key == ObligationFilter.NoLead)
            .ThenByDescending(line => line.Counts.Of(StateFilter.Overdue))
            .ThenByDescending(line => line.Counts.Of(StateFilter.All)).ThenBy(line => line.Name, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<DutyGroupLine>> BySectionAsync(ObligationFilter filter, ViewInstant view, CancellationToken cancellationToken)
    {
        var groups = await (
            from row in Filtered(filter, view)
            from section in db.PlanSections.Where(section => section.Id == row.Task.SectionId).DefaultIfEmpty()
            group row by new { Ordinal = section == null ? 0 : section.Ordinal, Title = section == null ? "" : section.Title, row.Obligation.State } into same
            select new { same.Key.Ordinal, same.Key.Title, same.Key.State, Count = same.Count() }).ToListAsync(cancellationToken);
        return [.. groups.GroupBy(group => (group.Ordinal, group.Title))
            .OrderBy(line => line.Key.Ordinal == 0).ThenBy(line => line.Key.Ordinal)
            .Select(line => new DutyGroupLine(
                line.Key.Ordinal.ToString(CultureInfo.InvariantCulture), line.Key.Title, null, CountsOf(line.Select(group => (group.State, group.Count)))))];
    }

    private static DutyCounts CountsOf(IEnumerable<(ObligationState State, int Count)> groups) =>
        new(groups.ToDictionary(group => group.State, group => group.Count), null, null);
}
