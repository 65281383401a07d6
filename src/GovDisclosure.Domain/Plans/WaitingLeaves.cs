namespace GovDisclosure.Domain.Plans;

/// <summary>The leaves without an attribution of their own, until one that is for several of them comes, or none does.</summary>
internal sealed class WaitingLeaves(SegmentList segments, ICollection<ParseProblem> problems)
{
    private readonly List<TaskLeaf> waiting = [];

    public void Add(TaskLeaf leaf) => waiting.Add(leaf);

    /// <summary>Whether a leaf under the same heading as a place waits.</summary>
    public bool HasSibling(OutlinePlace place) => waiting.Exists(leaf => leaf.IsSibling(place));

    /// <summary>Takes those that an attribution at a place is for: as many as it says, else its siblings, else its section's.</summary>
    public List<TaskLeaf> Take(AttributionScope? scope, OutlinePlace place)
    {
        List<TaskLeaf> covered;
        if (scope?.Count is { } count)
        {
            covered = [.. waiting.TakeLast(count)];
        }
        else
        {
            covered = waiting.FindAll(leaf => leaf.IsSibling(place));
            covered = covered.Count > 0 ? covered : waiting.FindAll(leaf => leaf.Place.Section == place.Section);
        }

        waiting.RemoveAll(covered.Contains);
        return covered;
    }

    /// <summary>Sets all of them aside: nobody is named for them.</summary>
    public void SetAsideAll()
    {
        waiting.ForEach(SetAside);
        waiting.Clear();
    }

    /// <summary>Sets a leaf's words aside.</summary>
    public void SetAside(TaskLeaf leaf)
    {
        // A title that stands alone is kept as a heading already.
        if (!leaf.IsTitle)
        {
            foreach (var piece in leaf.Pieces)
            {
                SetAside(piece);
            }
        }
    }

    /// <summary>Sets words aside.</summary>
    public void SetAside(Piece piece) => segments.AddUnread(piece, ParseProblemKind.UnattributedText, problems);
}
