namespace GovDisclosure.Domain.Plans;

/// <summary>Keeps account of every character of the source, so that no line is lost.</summary>
internal sealed class SegmentList
{
    private readonly List<DocumentSegment> segments = [];

    public void Add(DocumentSegmentKind kind, SourceLine line)
    {
        if (line.Text.Length > 0)
        {
            segments.Add(new DocumentSegment(kind, new SourcePlace(line.Number, line.Offset), line.Text.Length));
        }
    }

    public void Add(DocumentSegmentKind kind, Paragraph paragraph, int start, int end)
    {
        if (end <= start)
        {
            return;
        }

        foreach (var (place, length) in paragraph.Pieces(start, end))
        {
            segments.Add(new DocumentSegment(kind, place, length));
        }
    }

    /// <summary>Sets words aside with a problem of a kind.</summary>
    public void AddUnread(Piece piece, ParseProblemKind kind, ICollection<ParseProblem> problems)
    {
        foreach (var (place, length) in piece.Paragraph.Runs(piece.Start, piece.End))
        {
            problems.Add(new ParseProblem(place.Line, kind, Excerpt.Of(piece.Words.Text)));
            segments.Add(new DocumentSegment(DocumentSegmentKind.Unread, place, length));
        }
    }

    /// <summary>
    /// Returns the segments in order, with the layout between them. Words that no rule took are unread ones with a problem, whatever went
    /// wrong: the text that comes out is the text that went in.
    /// </summary>
    public IReadOnlyList<DocumentSegment> Cover(string text, ICollection<ParseProblem> problems)
    {
        segments.Sort((left, right) => left.Place.Offset.CompareTo(right.Place.Offset));
        var all = new List<DocumentSegment>((segments.Count * 2) + 1);
        var at = 0;
        var line = 1;
        foreach (var segment in segments)
        {
            if (segment.Place.Offset < at)
            {
                continue;
            }

            AddBetween(all, text, line, at, segment.Place.Offset, problems);
            all.Add(segment);
            at = segment.Place.Offset + segment.Length;
            line = segment.Place.Line;
        }

        AddBetween(all, text, line, at, text.Length, problems);
        return all;
    }

    private static void AddBetween(List<DocumentSegment> all, string text, int line, int start, int end, ICollection<ParseProblem> problems)
    {
        if (end <= start)
        {
            return;
        }

        var (from, to) = LineReader.Trim(text, start, end);
        if (to > from)
        {
            problems.Add(new ParseProblem(line, ParseProblemKind.UnattributedText, Excerpt.Of(text[from..to])));
            all.Add(new DocumentSegment(DocumentSegmentKind.Unread, new SourcePlace(line, start), end - start));
            return;
        }

        all.Add(new DocumentSegment(DocumentSegmentKind.Layout, new SourcePlace(line, start), end - start));
    }
}
