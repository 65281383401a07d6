namespace GovDisclosure.Domain.Plans;

/// <summary>The attributions that headings give to all that stands below them, and which headings have tasks already.</summary>
internal sealed class CoveringAttributions
{
    private readonly Dictionary<HeadingLevel, IReadOnlyList<PlacedAttribution>> inForce = [];
    private readonly HashSet<(int Section, int Subsection)> withTasks = [];

    /// <summary>Puts an attribution in force for a heading just entered.</summary>
    public void Enter(HeadingLevel level, IReadOnlyList<PlacedAttribution> attributions) => inForce[level] = attributions;

    /// <summary>Ends what headings of a level and below it gave.</summary>
    public void Leave(HeadingLevel level)
    {
        for (var below = level; below <= HeadingLevel.Item; below++)
        {
            inForce.Remove(below);
        }
    }

    /// <summary>Returns the attribution of the nearest heading above a place, or null.</summary>
    public IReadOnlyList<PlacedAttribution>? For(OutlinePlace place) =>
        (place.Item != 0 && inForce.TryGetValue(HeadingLevel.Item, out var found))
        || (place.Subsection != 0 && inForce.TryGetValue(HeadingLevel.Subsection, out found))
        || inForce.TryGetValue(HeadingLevel.Section, out found)
            ? found
            : null;

    public void NoteTask(OutlinePlace place) => withTasks.Add(Parent(place));

    /// <summary>Says whether a sibling of a place has a task.</summary>
    public bool HasTask(OutlinePlace place) => withTasks.Contains(Parent(place));

    private static (int Section, int Subsection) Parent(OutlinePlace place) => (place.Section, place.Item != 0 ? place.Subsection : -1);
}
