namespace GovDisclosure.Domain.Plans;

/// <summary>Puts the lines of a document together into paragraphs, and furniture and tables beside them.</summary>
/// <remarks>
/// A line goes on in the next where its sentence is plainly not at its end (a comma, an open bracket, a label without its list), or where
/// the text is wrapped and the line reaches the margin. A number of a heading, an indent where paragraphs have one, and an empty line
/// begin a new paragraph. Furniture between two lines of one sentence does not part them.
/// </remarks>
internal static class ParagraphJoiner
{
    // A bracket that does not close within a few lines was not meant to.
    private const int LongestOpenBracket = 300;

    public static List<Block> Join(IReadOnlyList<SourceLine> lines, IReadOnlyList<PlanTable> tables)
    {
        var regions = new TableRegions(tables);
        var prose = lines.Where(line => line.Text.Length > 0 && !regions.Holds(line)).ToList();
        var furniture = PageNoise.Find(prose);
        var wrap = WrapWidth.Of([.. prose.Where(line => !furniture.Contains(line.Number))]);
        var blocks = new List<Block>();
        var open = new List<SourceLine>();
        var noise = new List<NoiseBlock>();
        var blank = false;
        var bracket = new OpenBracket();

        void Close()
        {
            if (open.Count > 0)
            {
                blocks.Add(new Paragraph([.. open]));
                open.Clear();
                bracket = new OpenBracket();
            }

            blocks.AddRange(noise);
            noise.Clear();
        }

        foreach (var line in lines)
        {
            if (regions.TakeFirstAt(line) is { } table)
            {
                Close();
                blocks.Add(new TableBlock(table, line.Number));
            }

            if (regions.Holds(line))
            {
                continue;
            }

            if (line.Text.Length == 0)
            {
                blank = true;
                continue;
            }

            if (furniture.Contains(line.Number))
            {
                // Furniture does not end a sentence: it waits until it is clear whether the sentence goes on behind it.
                noise.Add(new NoiseBlock(line));
                continue;
            }

            if (open.Count > 0 && !GoesOn(open, line, blank, wrap, bracket))
            {
                Close();
            }

            open.Add(line);
            bracket.Read(line.Folded);
            blank = false;
        }

        Close();
        return blocks;
    }

    private static bool GoesOn(List<SourceLine> open, SourceLine next, bool blank, WrapWidth wrap, OpenBracket bracket)
    {
        var last = open[^1];
        var end = last.Folded[^1];
        if (HeadingReader.TryRead(next.Folded) is not null)
        {
            return false;
        }

        if (bracket.IsOpen && bracket.Length < LongestOpenBracket && !blank)
        {
            return true;
        }

        if (AttributionLabels.Begins(next.Folded))
        {
            return false;
        }

        if (AttributionLabels.IsAlone(last.Folded))
        {
            return true;
        }

        if (Sentences.IsEnd(end))
        {
            return !blank && wrap.HasIndents && next.Indent <= 1 && wrap.IsFull(last) && !IsBracketed(next);
        }

        if (end is ',' or '、')
        {
            return !blank || wrap.IsFull(last);
        }

        if (end is ':' or ';' || (wrap.HasIndents && next.Indent > 1 && last.Indent <= 1))
        {
            return end is not ':' && !blank && wrap.IsFull(last) && next.Indent <= 1 && wrap.HasIndents;
        }

        return wrap.IsFull(last) && !(wrap.HasIndents && next.Indent > 1);
    }

    // A line of its own in brackets is an attribution, or a note: never the rest of a sentence that has ended.
    private static bool IsBracketed(SourceLine line) => line.Folded[0] is '(' or '[';

    /// <summary>Follows whether a bracket that was opened in a paragraph is still open, and how long it has got.</summary>
    private sealed class OpenBracket
    {
        private int depth;

        public int Length { get; private set; }

        public bool IsOpen => depth > 0;

        public void Read(string folded)
        {
            foreach (var c in folded)
            {
                if (c is '(' or '[')
                {
                    depth++;
                }
                else if (c is ')' or ']' && depth > 0)
                {
                    depth--;
                }

                Length = depth == 0 ? 0 : Length + 1;
            }
        }
    }
}
