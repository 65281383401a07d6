using DiffPlex;
using DiffPlex.Model;

namespace GovDisclosure.Web.Pages.Public.Plan.Comparison;

/// <summary>What became of a stretch of words.</summary>
public enum WordChange
{
    /// <summary>It stands in both texts.</summary>
    Kept,

    /// <summary>It is gone.</summary>
    Deleted,

    /// <summary>It is new.</summary>
    Inserted,
}

/// <summary>Two versions of a text in one, with what is gone and what is new marked.</summary>
public static class WordDiff
{
    // Two whole texts of such a length that differ throughout take a noticeable part of a second; beyond, they are shown one after the other.
    private const int Longest = 6_000;

    // One character between two changes is chance, not something kept: 推进 and 推动 share no word.
    private const int ShortestKept = 2;

    /// <summary>The stretches in order: without the new ones they are the old text, without those gone the new one.</summary>
    public static IReadOnlyList<(string Words, WordChange Change)> Of(string old, string next)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(next);
        if (old.Length > Longest || next.Length > Longest)
        {
            return old == next ? [(next, WordChange.Kept)] : [(old, WordChange.Deleted), (next, WordChange.Inserted)];
        }

        var diff = Differ.Instance.CreateDiffs(old, next, ignoreWhiteSpace: false, ignoreCase: false, new Characters());
        var found = new List<(string, WordChange)>();
        var (atOld, atNew) = (0, 0);
        foreach (var block in Joined(diff.DiffBlocks).Append(new DiffBlock(diff.PiecesOld.Count, 0, diff.PiecesNew.Count, 0)))
        {
            Add(found, diff.PiecesNew, atNew, block.InsertStartB, WordChange.Kept);
            (atOld, atNew) = (block.DeleteStartA + block.DeleteCountA, block.InsertStartB + block.InsertCountB);
            Add(found, diff.PiecesOld, block.DeleteStartA, atOld, WordChange.Deleted);
            Add(found, diff.PiecesNew, block.InsertStartB, atNew, WordChange.Inserted);
        }

        return found;
    }

    private static IEnumerable<DiffBlock> Joined(IEnumerable<DiffBlock> blocks)
    {
        DiffBlock? open = null;
        foreach (var block in blocks)
        {
            if (open is not null && block.DeleteStartA - (open.DeleteStartA + open.DeleteCountA) < ShortestKept)
            {
                open = new DiffBlock(
                    open.DeleteStartA, block.DeleteStartA + block.DeleteCountA - open.DeleteStartA,
                    open.InsertStartB, block.InsertStartB + block.InsertCountB - open.InsertStartB);
                continue;
            }

            if (open is not null)
            {
                yield return open;
            }

            open = block;
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static void Add(List<(string Words, WordChange Change)> found, IReadOnlyList<string> pieces, int from, int to, WordChange change)
    {
        if (to > from)
        {
            found.Add((string.Concat(pieces.Skip(from).Take(to - from)), change));
        }
    }

    // A number or a foreign word changes as a whole; Chinese is compared character by character, since no spaces part its words.
    private sealed class Characters : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var pieces = new List<string>();
            for (var (at, end) = (0, 0); at < text.Length; at = end)
            {
                end = at + 1;
                while (end < text.Length && (char.IsLowSurrogate(text[end]) || (char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[end]))))
                {
                    end++;
                }

                pieces.Add(text[at..end]);
            }

            return pieces;
        }
    }
}
