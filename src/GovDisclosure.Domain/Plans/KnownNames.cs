namespace GovDisclosure.Domain.Plans;

/// <summary>The names of a register, so that a list is cut where they end and not inside them (市打击侵权、假冒工作领导小组办公室).</summary>
/// <remarks>The longest known name wins. Names are compared folded: width and traditional characters make no difference.</remarks>
public sealed class KnownNames
{
    private readonly HashSet<string> names;
    private readonly Dictionary<string, int[]> lengths;

    /// <summary>Takes short names, full names, aliases and group phrases.</summary>
    public KnownNames(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        // Two characters begin so few names that looking through their lengths is cheap.
        this.names = names.Where(name => name.Length >= 2).Select(Folding.Fold).ToHashSet(StringComparer.Ordinal);
        lengths = this.names.GroupBy(name => name[..2], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(name => name.Length).Distinct().OrderDescending().ToArray(), StringComparer.Ordinal);
    }

    /// <summary>A register without names.</summary>
    public static KnownNames None { get; } = new([]);

    /// <summary>Says whether folded words are a known name.</summary>
    internal bool Holds(string folded) => names.Contains(folded);

    /// <summary>Returns the length of the longest known name that begins at a place and is followed by no more of a name, or 0.</summary>
    internal int LongestAt(string folded, int start)
    {
        if (start + 2 > folded.Length || !lengths.TryGetValue(folded.Substring(start, 2), out var candidates))
        {
            return 0;
        }

        foreach (var length in candidates)
        {
            if (start + length <= folded.Length && names.Contains(folded.Substring(start, length)) && Ends(folded, start + length))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool Ends(string folded, int at) =>
        at == folded.Length || folded[at] is '、' or ',' or ';' or '/' or ' ' or '和' or '及' or '与' or '等' or '以' or '(' or '。';
}
