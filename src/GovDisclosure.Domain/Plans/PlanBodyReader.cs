namespace GovDisclosure.Domain.Plans;

/// <summary>Reads the blocks from the first heading on: follows the headings and splits what stands under them into tasks.</summary>
/// <remarks>
/// A task's words go up to their attribution. Where an attribution is for more than the words before it, <see cref="CoveringAttributions"/>
/// decides: one in a heading is for what stands below it, 以上3项由… for the three items before it, one on a line of its own behind items
/// without any for all of them.
/// </remarks>
internal sealed partial class PlanBodyReader(int? year, KnownNames known, ICollection<ParseProblem> problems, SegmentList segments)
{
    private readonly TaskCollector tasks = new(year, problems, segments);
    private readonly WaitingLeaves waiting = new(segments, problems);
    private readonly WhatIsBelow below = new(known);
    private readonly List<PlacedAttribution> held = [];
    private readonly CoveringAttributions covering = new();
    private List<Piece> pending = [];
    private Piece? title;
    private bool titleStandsAlone;
    private int lastGroup;
    private OutlinePlace lastPlace;
    private Paragraph? lastAttributed;
    private AssignmentRole? lastLabelled;
    private bool firstLeads;

    public PlanOutline Outline { get; } = new();

    public IReadOnlyList<ParsedTask> Finish() => tasks.Finish();

    public void Read(IReadOnlyList<Block> blocks, TaskTableReader tables)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            switch (blocks[index])
            {
                case NoiseBlock noise:
                    Report(noise.LineNumber, ParseProblemKind.PageNoise, noise.Line.Text);
                    segments.Add(DocumentSegmentKind.PageNoise, noise.Line);
                    break;
                case TableBlock table:
                    EndLeaf(HeadingLevel.Section);
                    waiting.SetAsideAll();
                    lastGroup = 0;
                    tables.Read(table.Table, this, tasks);
                    lastAttributed = null;
                    break;
                case Paragraph paragraph:
                    ReadParagraph(paragraph, Next(blocks, index));
                    break;
                default:
                    break;
            }
        }

        pending = ClosingReader.Read(pending, lastAttributed, tasks);
        EndLeaf(HeadingLevel.Section);
        waiting.SetAsideAll();
        if (tasks.Count == 0)
        {
            problems.Add(new ParseProblem(1, ParseProblemKind.NoAttributions, string.Empty));
        }
    }

    /// <summary>Goes on to a heading that stands in a cell of a table.</summary>
    public void EnterFromTable(Heading heading, HeadingLevel level, string words, int line)
    {
        if (!Outline.Enter(level, heading.Form, heading.Ordinal, words))
        {
            Report(line, ParseProblemKind.NumberingGap, words);
        }
    }

    /// <summary>Sets words of a table aside that have no attribution.</summary>
    public void SetAside(Piece piece) => waiting.SetAside(piece);

    private static Block? Next(IReadOnlyList<Block> blocks, int index)
    {
        do
        {
            index++;
        }
        while (index < blocks.Count && blocks[index] is NoiseBlock);
        return index < blocks.Count ? blocks[index] : null;
    }

    private void ReadParagraph(Paragraph paragraph, Block? next)
    {
        var start = 0;
        HeadingLevel? level = null;
        if (HeadingReader.TryRead(paragraph.Folded) is { } heading)
        {
            level = Outline.LevelOf(heading);
            start = level is not null || pending.Count == 0 ? heading.WordsStart : 0;
            var attributions = AttributionFinder.Find(paragraph.Words, heading.WordsStart, known);
            if (level is { } on)
            {
                start = EnterHeading(paragraph, 0, heading, on, attributions);
                if (titleStandsAlone)
                {
                    return;
                }

                if (below.IsFor(paragraph, start, attributions, on, next))
                {
                    Cover(on, paragraph, attributions[0]);
                    return;
                }
            }
            else
            {
                segments.Add(DocumentSegmentKind.Heading, paragraph, 0, start);
            }

            ReadTasks(paragraph, start, attributions, next);
            return;
        }

        var found = AttributionFinder.Find(paragraph.Words, 0, known);
        if (AttributionLabels.TryRead(paragraph.Folded, 0, out var label, out _) && label == AttributionLabelKind.Other && found.Count == 0)
        {
            segments.Add(DocumentSegmentKind.Remark, paragraph, 0, paragraph.Words.Length);
            return;
        }

        // The rest of a label's list on a line of its own.
        if (found.Count == 0 && pending.Count == 0 && lastLabelled is { } last && lastGroup > 0 && lastPlace == Outline.Place
            && AttributionReader.TryReadLine(paragraph.Words, known) is { IsBare: true } rest)
        {
            var more = new FoundAttribution(0, paragraph.Words.Length, 0, paragraph.Words.Length, rest.As(last));
            segments.Add(DocumentSegmentKind.Attribution, paragraph, 0, paragraph.Words.Length);
            tasks.ExtendLast(lastGroup, new PlacedAttribution(paragraph, more));
            return;
        }

        ReadTasks(paragraph, 0, found, next);
    }

    /// <summary>Enters the heading that begins at a place, and returns where words begin that may already be a task's.</summary>
    private int EnterHeading(Paragraph paragraph, int at, Heading heading, HeadingLevel level, IReadOnlyList<FoundAttribution> attributions)
    {
        EndLeaf(level);
        if (level == HeadingLevel.Section)
        {
            waiting.SetAsideAll();
        }

        // What follows is no closing paragraph of the tasks above.
        lastAttributed = null;
        lastGroup = 0;
        covering.Leave(level);

        var start = heading.WordsStart;
        var first = attributions.FirstOrDefault(attribution => attribution.Start >= start);
        var sentence = Sentences.FirstEnd(paragraph.Folded, start);
        var end = Math.Min(sentence >= 0 ? sentence : paragraph.Words.Length, first?.Start ?? paragraph.Words.Length);
        // 一、推进权力公开(一)…: the first heading below may stand right behind the title.
        var inner = level == HeadingLevel.Section ? InnerHeadings.BehindTitle(paragraph.Folded, start, end) : -1;
        end = inner >= 0 ? inner : end;
        titleStandsAlone = sentence < 0 && first is null && inner < 0;
        var (from, to) = LineReader.Trim(paragraph.Text, start, Math.Max(start, end));
        title = new Piece(paragraph, from, to);
        if (to <= from)
        {
            Report(paragraph.PlaceOf(at).Line, ParseProblemKind.EmptyHeading, paragraph.Text[at..]);
        }

        if (!Outline.Enter(level, heading.Form, heading.Ordinal, paragraph.Text[from..to]))
        {
            Report(paragraph.PlaceOf(at).Line, ParseProblemKind.NumberingGap, paragraph.Text[at..]);
        }

        segments.Add(DocumentSegmentKind.Heading, paragraph, at, titleStandsAlone ? paragraph.Words.Length : inner >= 0 ? inner : start);
        return inner >= 0 ? inner : start;
    }

    private void ReadTasks(Paragraph paragraph, int start, IReadOnlyList<FoundAttribution> attributions, Block? next)
    {
        foreach (var found in attributions)
        {
            if (found.Start < start)
            {
                continue;
            }

            var ownLine = start == 0 && found.Start == 0 && found.End >= paragraph.Words.Length;
            start = ReadWords(paragraph, start, found.Start, attributions);
            AddPending(paragraph, start, found.Start);
            start = found.End;
            ReadAttribution(new PlacedAttribution(paragraph, found), ownLine, next);
        }

        start = ReadWords(paragraph, start, paragraph.Words.Length, attributions);
        if (!titleStandsAlone || title?.Paragraph != paragraph)
        {
            AddPending(paragraph, start, paragraph.Words.Length);
        }
    }

    /// <summary>Reads headings that stand in the middle of a paragraph (1.…(市教委负责)2.…), and returns where the words after the last begin.</summary>
    private int ReadWords(Paragraph paragraph, int start, int end, IReadOnlyList<FoundAttribution> attributions)
    {
        var from = start;
        for (var at = InnerHeadings.Next(Outline, paragraph.Folded, start, end, start == 0); at >= 0; at = InnerHeadings.Next(Outline, paragraph.Folded, from, end, false))
        {
            var heading = HeadingReader.TryRead(paragraph.Folded, at)!;
            AddPending(paragraph, start, at);
            from = start = EnterHeading(paragraph, at, heading, Outline.LevelOf(heading)!.Value, attributions);
        }

        return start;
    }

    private void AddPending(Paragraph paragraph, int start, int end)
    {
        (start, end) = LineReader.Trim(paragraph.Text, start, end);
        if (end > start)
        {
            pending.Add(new Piece(paragraph, start, end));
        }
    }

    private void Report(int line, ParseProblemKind kind, string words) => problems.Add(new ParseProblem(line, kind, Excerpt.Of(words)));
}
