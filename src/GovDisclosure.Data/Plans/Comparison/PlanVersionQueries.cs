using System.Globalization;
using GovDisclosure.Data.Plans.Drafts;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Data.Settings;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Data.Plans.Comparison;

/// <summary>A plan, or an earlier version of one, that can be compared with another.</summary>
/// <param name="Key">Its name in an address: the year for what is in force, 2016-0 for the plan as issued, 2016-1 for it after its first revision.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Ordinal">How many revisions it had; <see langword="null"/> for a plan that was never revised.</param>
/// <param name="Revision">The revision that it is of; <see langword="null"/> for the plan as issued.</param>
/// <param name="BeforeId">The revision before which it was so; <see langword="null"/> for what is in force.</param>
public sealed record PlanVersion(string Key, PlanHead Plan, int? Ordinal, RevisionOfPlan? Revision, Guid? BeforeId);

/// <summary>Reads plans as far as they can be compared.</summary>
public sealed class PlanVersionQueries(GovDbContext db, PlanQueries plans)
{
    /// <summary>Every version that can be chosen, the newest first.</summary>
    public async Task<IReadOnlyList<PlanVersion>> ListAsync(CancellationToken cancellationToken)
    {
        var versions = new List<PlanVersion>();
        var revisions = (await db.PlanRevisions.OrderByDescending(row => row.Ordinal)
            .Select(row => new { row.PlanId, Revision = new RevisionOfPlan(row.Id, row.Ordinal, row.Title, row.DocumentNumber, row.IssuedOn, row.EffectiveFrom) })
            .ToListAsync(cancellationToken)).ToLookup(row => row.PlanId, row => row.Revision);
        foreach (var plan in await plans.PublishedAsync(cancellationToken))
        {
            RevisionOfPlan[] of = [.. revisions[plan.Id]];
            versions.Add(new PlanVersion(Key(plan.Year), plan, of.Length > 0 ? of.Length : null, of.FirstOrDefault(), null));
            versions.AddRange(of.Select((revision, index) => new PlanVersion(
                $"{Key(plan.Year)}-{Key(revision.Ordinal - 1)}", plan, revision.Ordinal - 1, of.ElementAtOrDefault(index + 1), revision.Id)));
        }

        return versions;
    }

    /// <summary>What a version says.</summary>
    public async Task<ComparablePlan> ReadAsync(PlanVersion version, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.BeforeId is { } id
            ? PlanVersionJson.Read(await db.PlanRevisions.Where(row => row.Id == id).Select(row => row.Before).SingleAsync(cancellationToken))
            : ComparablePlan.Of(await db.ReadPlanAsync(version.Plan.Id, cancellationToken));
    }

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a draft says, as far as it is settled.</summary>
    public async Task<ComparablePlan> ReadAsync(OpenDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var rules = ReferenceData.ReadRules(await AssumedRuleQueries.InForceAsync(db, cancellationToken));
        return ComparablePlan.Of(draft.Draft.Plan, rules, draft.HolderOf);
    }
}

/// <summary>Reads a whole plan.</summary>
internal static class WholePlans
{
    /// <summary>The plan with its headings, tasks, assignments and rules; nothing of it is tracked.</summary>
    public static async Task<WorkPlan> ReadPlanAsync(this GovDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.WorkPlans.AsNoTracking().AsSplitQuery().Where(plan => plan.Id == id)
            .Include(plan => plan.Sections).ThenInclude(section => section.Subsections).ThenInclude(subsection => subsection.Items)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Assignments)
            .Include(plan => plan.Tasks).ThenInclude(task => task.Rules)
            .SingleAsync(cancellationToken);
}
