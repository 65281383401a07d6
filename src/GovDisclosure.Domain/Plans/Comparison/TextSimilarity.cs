namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>
/// How alike two texts are, by the pairs of neighbouring characters that they share (Dice's coefficient): no dictionary of words is needed, a moved
/// clause counts as shared, and two tasks of one plan have little in common (of the real plan 0.34 at most).
/// </summary>
internal sealed class TextSimilarity
{
    private readonly int[] _pairs;
    private readonly string _letters;

    public TextSimilarity(string text)
    {
        // Punctuation and spaces differ from edition to edition of the same words.
        _letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        _pairs = new int[Math.Max(0, _letters.Length - 1)];
        for (var at = 0; at < _pairs.Length; at++)
        {
            _pairs[at] = (_letters[at] << 16) | _letters[at + 1];
        }

        Array.Sort(_pairs);
    }

    /// <summary>From 0 for nothing in common to 1 for the same; 0 too where it is certainly below <paramref name="least"/>.</summary>
    public double To(TextSimilarity other, double least = 0)
    {
        var (mine, theirs) = (_pairs, other._pairs);
        var all = mine.Length + theirs.Length;
        if (mine.Length == 0 || theirs.Length == 0)
        {
            return _letters == other._letters ? 1 : 0;
        }

        if (2.0 * Math.Min(mine.Length, theirs.Length) / all < least)
        {
            return 0;
        }

        var (shared, left, right) = (0, 0, 0);
        while (left < mine.Length && right < theirs.Length)
        {
            var order = mine[left].CompareTo(theirs[right]);
            shared += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }

        return 2.0 * shared / all;
    }
}
