namespace GovDisclosure.Domain.Plans;

/// <summary>One stretch of the document that is read as a whole.</summary>
internal abstract record Block
{
    /// <summary>The line that it begins in.</summary>
    public abstract int LineNumber { get; }
}

/// <summary>Furniture of the page: one line.</summary>
internal sealed record NoiseBlock(SourceLine Line) : Block
{
    public override int LineNumber => Line.Number;
}

/// <summary>A table of tasks.</summary>
internal sealed record TableBlock(PlanTable Table, int Line) : Block
{
    public override int LineNumber => Line;
}

/// <summary>A paragraph: one line of the source, or several that were one before somebody wrapped them.</summary>
internal sealed record Paragraph : Block
{
    private readonly IReadOnlyList<SourceLine> lines;
    private readonly int[] starts;

    public Paragraph(IReadOnlyList<SourceLine> lines)
    {
        this.lines = lines;
        starts = new int[lines.Count];
        for (var index = 1; index < lines.Count; index++)
        {
            starts[index] = starts[index - 1] + lines[index - 1].Text.Length;
        }

        Words = lines.Count == 1
            ? new Words(lines[0].Text, lines[0].Folded)
            : new Words(string.Concat(lines.Select(line => line.Text)), string.Concat(lines.Select(line => line.Folded)));
    }

    /// <summary>The words, without the line ends between.</summary>
    public Words Words { get; }

    public string Text => Words.Text;

    public string Folded => Words.Folded;

    public override int LineNumber => lines[0].Number;

    /// <summary>The lines of the source that it takes.</summary>
    public IReadOnlyList<SourceLine> Lines => lines;

    /// <summary>Where a character of the words stands in the source.</summary>
    public SourcePlace PlaceOf(int index)
    {
        var line = LineAt(index);
        return new SourcePlace(lines[line].Number, lines[line].Offset + index - starts[line]);
    }

    /// <summary>Cuts a stretch of the words at the line ends between them.</summary>
    public IEnumerable<(SourcePlace Place, int Length)> Pieces(int start, int end)
    {
        for (var line = LineAt(start); line < lines.Count && starts[line] < end; line++)
        {
            var from = Math.Max(start, starts[line]) - starts[line];
            var to = Math.Min(end - starts[line], lines[line].Text.Length);
            if (to > from)
            {
                yield return (new SourcePlace(lines[line].Number, lines[line].Offset + from), to - from);
            }
        }
    }

    /// <summary>A stretch of the words as places in the source, lines that follow each other taken together.</summary>
    public IEnumerable<(SourcePlace Place, int Length)> Runs(int start, int end)
    {
        (SourcePlace Place, int Length)? run = null;
        var last = 0;
        foreach (var (place, length) in Pieces(start, end))
        {
            if (run is { } open && place.Line != last + 1)
            {
                yield return open;
                run = null;
            }

            run = run is { } known ? (known.Place, place.Offset + length - known.Place.Offset) : (place, length);
            last = place.Line;
        }

        if (run is { } rest)
        {
            yield return rest;
        }
    }

    private int LineAt(int index)
    {
        var found = Array.BinarySearch(starts, index);
        return found >= 0 ? found : ~found - 1;
    }
}
