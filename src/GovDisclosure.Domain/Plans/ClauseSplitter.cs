namespace GovDisclosure.Domain.Plans;

/// <summary>The last resort for words without an attribution behind them: 公开预算,由市财政局负责;公开决算,由市审计局负责。</summary>
internal sealed class ClauseSplitter(KnownNames known, TaskCollector tasks, CoveringAttributions covering, SegmentList segments)
{
    /// <summary>Makes a task of each clause that names who does it.</summary>
    /// <param name="leaf">The words.</param>
    /// <param name="left">The words behind the last such clause; <see langword="null"/> where there are none.</param>
    /// <returns>Whether there was any such clause.</returns>
    public bool TrySplit(TaskLeaf leaf, out TaskLeaf? left)
    {
        var rest = new List<Piece>();
        var any = false;
        foreach (var piece in leaf.Pieces)
        {
            var start = piece.Start;
            var clauses = AttributionFinder.FindInClauses(piece.Paragraph.Words.Slice(0, piece.End), piece.Start, known);
            foreach (var (index, found) in clauses.Index())
            {
                var (from, to) = LineReader.Trim(piece.Paragraph.Text, start, found.Start);
                start = found.End;
                if (to > from)
                {
                    rest.Add(new Piece(piece.Paragraph, from, to));
                }

                if (rest.Count == 0)
                {
                    continue;
                }

                var next = index + 1 < clauses.Count ? clauses[index + 1].Start : piece.End;
                if (TailOf(piece, found, next) is { } tail)
                {
                    rest.Add(tail);
                    start = tail.End;
                }

                var placed = new PlacedAttribution(piece.Paragraph, found);
                segments.Add(DocumentSegmentKind.Attribution, piece.Paragraph, found.Start, found.End);
                tasks.ReportDoubts(placed);
                tasks.Add(leaf.Place, rest, [placed], leaf.IsTitle);
                covering.NoteTask(leaf.Place);
                rest = [];
                any = true;
            }

            var (restFrom, restTo) = LineReader.Trim(piece.Paragraph.Text, start, piece.End);
            if (restTo > restFrom)
            {
                rest.Add(new Piece(piece.Paragraph, restFrom, restTo));
            }
        }

        left = any && rest.Count > 0 ? leaf with { Pieces = rest } : null;
        return any;
    }

    // 由市财政局负责,3月底前公布,并动态调整。: what the sentence goes on to say is of the same task, unless it names somebody else.
    private static Piece? TailOf(Piece piece, FoundAttribution found, int next)
    {
        var folded = piece.Paragraph.Folded;
        if (found.WordsEnd >= piece.End || folded[found.WordsEnd] != ',')
        {
            return null;
        }

        var stop = folded.AsSpan(found.End, piece.End - found.End).IndexOfAny("。;!?");
        var end = stop < 0 ? piece.End : found.End + stop + 1;
        if (next < end)
        {
            return null;
        }

        var (from, to) = LineReader.Trim(piece.Paragraph.Text, found.End, end);
        return to > from ? new Piece(piece.Paragraph, from, to) : null;
    }
}
