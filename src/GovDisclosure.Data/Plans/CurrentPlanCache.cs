using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Tenancy;
using Npgsql;

namespace GovDisclosure.Data.Plans;

/// <summary>The plan in force with its figures.</summary>
public sealed record PlanInForce(PlanHead Head, PlanFigures Figures);

/// <summary>
/// Keeps the plan in force, which the head of every page names, for a minute. Reads as the public, so that nothing of who is signed in
/// can end up in it.
/// </summary>
public sealed class CurrentPlanCache(GovDbContextFactory contexts, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private volatile Entry? _entry;

    /// <summary>The plan as last read; <see langword="null"/> before one is loaded.</summary>
    public PlanInForce? Current => _entry?.Plan;

    /// <summary>Forgets what is kept, since a plan was published: the next page names it.</summary>
    public void Forget() => _entry = null;

    /// <summary>Reads the plan again where what is kept is old. While the database is away, what is kept stays.</summary>
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
            // The error page has a head too, and must not wait for the database at each visit.
            _entry = new Entry(kept?.Plan, now);
        }
    }

    private async Task<PlanInForce?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.Create(AccessScope.Anonymous);
        var plans = new PlanQueries(db);
        return await plans.CurrentAsync(cancellationToken) is { } head
            ? new PlanInForce(head, await plans.FiguresAsync(head, cancellationToken))
            : null;
    }

    private sealed record Entry(PlanInForce? Plan, long ReadAt);
}
