namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>What two plans, or two versions of one, have in common and what not.</summary>
public sealed class PlanComparison
{
    private PlanComparison(ComparablePlan old, ComparablePlan next, IReadOnlyList<ComparedTask> tasks) => (Old, New, Tasks) = (old, next, tasks);

    /// <summary>The older plan.</summary>
    public ComparablePlan Old { get; }

    /// <summary>The newer plan.</summary>
    public ComparablePlan New { get; }

    /// <summary>Every task of both plans once: those of the newer plan in its order, with those that are gone where they stood.</summary>
    public IReadOnlyList<ComparedTask> Tasks { get; }

    /// <summary>Whether anything changed.</summary>
    public bool HasChanges => Tasks.Any(task => task.Kinds is not [PlanChangeKind.Unchanged]);

    /// <summary>How many tasks something became of; exactly as many as <see cref="Of"/> gives.</summary>
    public int Count(PlanChangeKind kind) => Tasks.Count(task => task.Kinds.Contains(kind));

    /// <summary>The tasks that something became of.</summary>
    public IEnumerable<ComparedTask> Of(PlanChangeKind kind) => Tasks.Where(task => task.Kinds.Contains(kind));

    /// <summary>Compares two plans. The same plans always give the same answer, and the other way round the opposite one.</summary>
    public static PlanComparison Between(ComparablePlan old, ComparablePlan next)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(next);
        var years = (next.Year ?? 0) - (old.Year ?? next.Year ?? 0);
        years = next.Year is null ? 0 : years;
        var pairs = TaskMatcher.Match(old.Tasks, next.Tasks);
        var oldOf = pairs.ToDictionary(pair => pair.New, pair => pair.Old);
        var gone = Enumerable.Range(0, old.Tasks.Count).Except(pairs.Select(pair => pair.Old)).ToList();
        var tasks = next.Tasks.Select((task, index) => oldOf.TryGetValue(index, out var before)
            ? Compare(old.Tasks[before], before, task, index, years)
            : new ComparedTask(null, index, null, task));
        // What is gone stands behind the task that it followed, as far as that is still there.
        var places = pairs.ToDictionary(pair => pair.Old, pair => pair.New);
        double PlaceOf(int index) => Enumerable.Range(0, index).Reverse().Where(places.ContainsKey).Select(before => places[before] + 0.5).FirstOrDefault(-0.5);
        var removed = gone.Select(index => (Place: PlaceOf(index), Task: new ComparedTask(index, null, old.Tasks[index], null)));
        return new PlanComparison(old, next,
            [.. tasks.Select(task => (Place: (double)task.NewIndex!.Value, Task: task)).Concat(removed).OrderBy(entry => entry.Place).Select(entry => entry.Task)]);
    }

    private static ComparedTask Compare(ComparableTask old, int oldIndex, ComparableTask next, int newIndex, int years)
    {
        var (kept, changes) = DemandComparison.Compare(old.Demands, next.Demands, years);
        return new ComparedTask(oldIndex, newIndex, old, next) { Reassigned = [.. Reassign(old, next)], Retimed = changes, KeptDemands = kept };
    }

    private static IEnumerable<AssignmentChange> Reassign(ComparableTask old, ComparableTask next)
    {
        var (before, after) = (Strongest(old), Strongest(next));
        return after.Values.Where(named => before.GetValueOrDefault(named.Holder)?.Role != named.Role)
            .Select(named => new AssignmentChange(named.Name, named.Holder, before.GetValueOrDefault(named.Holder)?.Role, named.Role))
            .Concat(before.Values.Where(named => !after.ContainsKey(named.Holder)).Select(named => new AssignmentChange(named.Name, named.Holder, named.Role, null)));
    }

    private static Dictionary<string, ComparableAssignment> Strongest(ComparableTask task) =>
        task.Assignments.OrderBy(named => named.Role).DistinctBy(named => named.Holder, StringComparer.Ordinal).ToDictionary(named => named.Holder, StringComparer.Ordinal);
}
