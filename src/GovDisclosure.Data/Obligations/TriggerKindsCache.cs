using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Deadlines;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.Data.Obligations;

/// <summary>
/// Keeps for a minute which kinds of trigger each agency's tasks wait for: the menu asks with every page. Read as the public, since the
/// plan is public.
/// </summary>
public sealed class TriggerKindsCache(GovDbContextFactory contexts, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Entry? _entry;

    /// <summary>The kinds that an agency's tasks wait for, as last read.</summary>
    public IReadOnlySet<TriggerKind> Of(Guid agencyId) =>
        _entry?.Kinds.GetValueOrDefault(agencyId) ?? (IReadOnlySet<TriggerKind>)new HashSet<TriggerKind>();

    /// <summary>Reads again where what is kept is old. While the database is away, what is kept stays.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var now = time.GetTimestamp();
        var kept = _entry;
        if (kept is not null && time.GetElapsedTime(kept.ReadAt, now) < Lifetime)
        {
            return;
        }

        try
        {
            _entry = new Entry(await ReadAsync(cancellationToken), now);
        }
        catch (Exception exception) when (exception is NpgsqlException or InvalidOperationException or TimeoutException)
        {
            _entry = new Entry(kept?.Kinds ?? [], now);
        }
    }

    private async Task<Dictionary<Guid, HashSet<TriggerKind>>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create(AccessScope.Anonymous);
        if (await new PlanQueries(db).CurrentAsync(cancellationToken) is not { } plan)
        {
            return [];
        }

        var rows = await (
            from reached in db.TaskReach(plan.Id)
            join rule in db.TaskRules on reached.TaskId equals rule.TaskId
            where rule.SupersededAt == null && DeadlineRule.TriggeredKinds.Contains(rule.Rule.Kind) && rule.Rule.Event != null
            select new { reached.AgencyId, rule.Rule.Event }).Distinct().ToListAsync(cancellationToken);
        return rows.GroupBy(row => row.AgencyId).ToDictionary(group => group.Key, group => group.Select(row => row.Event!.Value).ToHashSet());
    }

    private sealed record Entry(Dictionary<Guid, HashSet<TriggerKind>> Kinds, long ReadAt);
}
