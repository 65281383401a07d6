namespace GovDisclosure.Domain.Plans;

/// <summary>Keeps account of every character of the source, so that no line is lost.</summary>
internal sealed class SegmentList
{
    private readonly List<DocumentSegment> segments = [];

    public void Add(DocumentSegmentKind kind, SourceLine line, int start, int end)
    {
        if (end > start)
        {
            segments.Add(new DocumentSegment(kind, new SourcePlace(line.Number, line.Offset + start), end - start));
        }
    }

    /// <summary>Returns the segments in order, with the white space between them.</summary>
    public IReadOnlyList<DocumentSegment> Cover(string text)
    {
        segments.Sort((left, right) => left.Place.Offset.CompareTo(right.Place.Offset));
        var all = new List<DocumentSegment>((segments.Count * 2) + 1);
        var at = 0;
        var line = 1;
        foreach (var segment in segments)
        {
            AddLayout(all, line, at, segment.Place.Offset);
            all.Add(segment);
            at = segment.Place.Offset + segment.Length;
            line = segment.Place.Line;
        }

        AddLayout(all, line, at, text.Length);
        return all;
    }

    private static void AddLayout(List<DocumentSegment> all, int line, int start, int end)
    {
        if (end > start)
        {
            all.Add(new DocumentSegment(DocumentSegmentKind.Layout, new SourcePlace(line, start), end - start));
        }
    }
}
