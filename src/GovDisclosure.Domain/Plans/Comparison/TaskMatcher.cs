namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>Says which task of one plan is which of the other.</summary>
internal static class TaskMatcher
{
    // Under the same number less has to be alike: a task that was thoroughly rewritten in its place is still that task.
    private const double LeastUnderSameNumber = 0.4;
    private const double Least = 0.55;

    // Between equals the number decides; the same words elsewhere still beat words that are only alike under the number.
    private const double ForSameNumber = 0.05;

    // Plans have some dozens of tasks, the longest some hundreds. In what is longer only neighbours are compared, so that the time stays bounded.
    private const int MostPairs = 1_000_000;

    /// <summary>The pairs, by places in both lists; each place occurs once at most. The other way round gives the same pairs.</summary>
    public static IReadOnlyList<(int Old, int New)> Match(IReadOnlyList<ComparableTask> old, IReadOnlyList<ComparableTask> next)
    {
        var (taken, pairs) = (new bool[old.Count], new List<(int, int)>());
        var placed = new bool[next.Count];
        foreach (var (left, right, _) in Candidates(old, next).OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Old + pair.New))
        {
            if (!taken[left] && !placed[right])
            {
                (taken[left], placed[right]) = (true, true);
                pairs.Add((left, right));
            }
        }

        return pairs;
    }

    private static IEnumerable<(int Old, int New, double Score)> Candidates(IReadOnlyList<ComparableTask> old, IReadOnlyList<ComparableTask> next)
    {
        TextSimilarity[] left = [.. old.Select(task => new TextSimilarity(task.Text))];
        TextSimilarity[] right = [.. next.Select(task => new TextSimilarity(task.Text))];
        var reach = (long)left.Length * right.Length <= MostPairs ? int.MaxValue : MostPairs / Math.Max(left.Length, right.Length) / 2;
        for (var at = 0; at < left.Length; at++)
        {
            for (var to = Math.Max(0, at - Math.Min(at, reach)); to < right.Length && to - at <= reach; to++)
            {
                var isSameNumber = old[at].Number == next[to].Number && old[at].IsGeneral == next[to].IsGeneral;
                var least = isSameNumber ? LeastUnderSameNumber : Least;
                var alike = left[at].To(right[to], least);
                if (alike >= least)
                {
                    yield return (at, to, isSameNumber ? alike + ForSameNumber : alike);
                }
            }
        }
    }
}
