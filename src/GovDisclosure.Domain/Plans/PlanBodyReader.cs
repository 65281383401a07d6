namespace GovDisclosure.Domain.Plans;

/// <summary>Reads the blocks from the first heading on: follows the headings and splits what stands under them into tasks.</summary>
/// <remarks>
/// A task's words go up to their attribution. Where an attribution is for more than the words before it, <see cref="CoveringAttributions"/>
/// decides: one in a heading is for what stands below it, 以上3项由… for the three items before it, one on a line of its own behind items
/// without any for all of them.
/// </remarks>
internal sealed class PlanBodyReader(int? year, KnownNames known, ICollection<ParseProblem> problems, SegmentList segments)
{
    private readonly TaskCollector tasks = new(year, problems, segments);
    private readonly List<Piece> pending = [];
    private readonly List<TaskLeaf> waiting = [];
    private readonly List<PlacedAttribution> held = [];
    private readonly CoveringAttributions covering = new();
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
                    SetAsideWaiting();
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

        ReadClosing();
        EndLeaf(HeadingLevel.Section);
        SetAsideWaiting();
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
    public void SetAside(Piece piece) => segments.AddUnread(piece, ParseProblemKind.UnattributedText, problems);

    private static int InnerHeading(string folded, int start, int end)
    {
        var at = folded.IndexOf("(一)", start, end - start, StringComparison.Ordinal);
        return at > start ? at : -1;
    }

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

                if (IsForWhatIsBelow(paragraph, start, attributions, on, next))
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
            SetAsideWaiting();
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
        var inner = level == HeadingLevel.Section ? InnerHeading(paragraph.Folded, start, end) : -1;
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
        for (var at = NextHeading(paragraph.Folded, start, end, start == 0); at >= 0; at = NextHeading(paragraph.Folded, from, end, false))
        {
            var heading = HeadingReader.TryRead(paragraph.Folded, at)!;
            AddPending(paragraph, start, at);
            from = start = EnterHeading(paragraph, at, heading, Outline.LevelOf(heading)!.Value, attributions);
        }

        return start;
    }

    // Only a number that follows the one before on its level, behind a sentence or an attribution, begins a heading there.
    private int NextHeading(string folded, int start, int end, bool atBeginning)
    {
        for (var at = start; at >= 0 && at < end; at = Sentences.FirstEnd(folded, at) is >= 0 and var stop ? stop + 1 : -1)
        {
            if ((at > start || !atBeginning) && HeadingReader.TryRead(folded, at) is { } heading && heading.WordsStart <= end
                && Outline.LevelOf(heading) is { } level && Outline.Follows(level, heading.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }

    private void ReadAttribution(PlacedAttribution attribution, bool ownLine, Block? next)
    {
        firstLeads |= attribution.Found.Reading.SaysOrderBelow;
        if (firstLeads && !attribution.Found.Reading.HasRoleWords)
        {
            attribution = attribution with { Found = attribution.Found with { Reading = attribution.Found.Reading.WithFirstLeading() } };
        }

        var reading = attribution.Found.Reading;
        lastLabelled = ownLine && AttributionLabels.Begins(attribution.Words.Folded) && reading.Assignments.Count > 0 ? reading.Assignments[^1].Role : null;
        segments.Add(DocumentSegmentKind.Attribution, attribution.Paragraph, attribution.Found.Start, attribution.Found.End);
        tasks.ReportDoubts(attribution);
        if (reading.Assignments.Count > 0 && (reading.Scope is not null || (ownLine && CoversSiblings())))
        {
            EndLeaf(HeadingLevel.Section);
            AddTasks(TakeCovered(reading.Scope), [.. held, attribution]);
            return;
        }

        if (reading.Assignments.Count == 0)
        {
            // A line of time alone goes with the names before it, or with those still to come.
            if (pending.Count == 0 && lastGroup > 0)
            {
                tasks.ExtendLast(lastGroup, attribution);
            }
            else
            {
                held.Add(attribution);
            }

            return;
        }

        if (pending.Count > 0)
        {
            AddTask(Outline.Place, [.. pending], attribution, isTitle: false);
            pending.Clear();
        }
        else if (lastGroup > 0 && lastPlace == Outline.Place)
        {
            tasks.ExtendLast(lastGroup, attribution);
        }
        else if (title is { } words && words.End > words.Start && titleStandsAlone)
        {
            if (LevelHere() is var level && ownLine && IsBelow(next, level))
            {
                Cover(level, attribution.Paragraph, attribution.Found, marked: true);
                return;
            }

            if (level == HeadingLevel.Section)
            {
                Report(attribution.Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, attribution.Words.Text);
            }

            AddTask(Outline.Place, [words], attribution, isTitle: true);
        }
        else
        {
            Report(attribution.Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, attribution.Words.Text);
        }

        lastAttributed = attribution.Paragraph;
    }

    private void AddTask(OutlinePlace place, IReadOnlyList<Piece> pieces, PlacedAttribution attribution, bool isTitle)
    {
        tasks.Add(place, pieces, [.. held, attribution], isTitle);
        held.Clear();
        (lastGroup, lastPlace) = (1, Outline.Place);
        lastAttributed = attribution.Paragraph;
        title = null;
        covering.NoteTask(place);
    }

    private void AddTasks(List<TaskLeaf> leaves, IReadOnlyList<PlacedAttribution> attributions)
    {
        held.Clear();
        foreach (var leaf in leaves)
        {
            tasks.Add(leaf.Place, leaf.Pieces, attributions, leaf.IsTitle);
            covering.NoteTask(leaf.Place);
        }

        if (leaves.Count == 0)
        {
            Report(attributions[^1].Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, attributions[^1].Words.Text);
            return;
        }

        (lastGroup, lastPlace) = (leaves.Count, Outline.Place);
        lastAttributed = attributions[^1].Paragraph;
    }

    // Items without any attribution, and then one on a line of its own: it is for all of them.
    private bool CoversSiblings() =>
        (pending.Count > 0 || (title is not null && titleStandsAlone)) && lastGroup == 0
        && !covering.HasTask(Outline.Place) && waiting.Exists(leaf => leaf.IsSibling(Outline.Place)) && Outline.Place != default;

    private List<TaskLeaf> TakeCovered(AttributionScope? scope)
    {
        List<TaskLeaf> covered;
        if (scope?.Count is { } count)
        {
            covered = [.. waiting.TakeLast(count)];
        }
        else
        {
            covered = waiting.FindAll(leaf => leaf.IsSibling(Outline.Place));
            covered = covered.Count > 0 ? covered : waiting.FindAll(leaf => leaf.Place.Section == Outline.Place.Section);
        }

        waiting.RemoveAll(covered.Contains);
        return covered;
    }

    private HeadingLevel LevelHere() =>
        Outline.Place.Item != 0 ? HeadingLevel.Item : Outline.Place.Subsection != 0 ? HeadingLevel.Subsection : HeadingLevel.Section;

    // (一)推进监管公开(市场监管局牵头), with items or text below it that have none of their own.
    private bool IsForWhatIsBelow(Paragraph paragraph, int start, IReadOnlyList<FoundAttribution> attributions, HeadingLevel level, Block? next) =>
        attributions.Count == 1 && attributions[0].End >= paragraph.Words.Length && attributions[0].Reading.Assignments.Count > 0
        && attributions[0].Start > start && Sentences.FirstEnd(paragraph.Folded[..attributions[0].Start], start) < 0 && IsBelow(next, level);

    private bool IsBelow(Block? next, HeadingLevel level)
    {
        if (next is not Paragraph below)
        {
            return false;
        }

        if (HeadingReader.TryRead(below.Folded) is { } heading)
        {
            return heading.Level > level;
        }

        return AttributionFinder.Find(below.Words, 0, known).Count == 0 && GeneralDutyReader.Addressees(below.Words).Count == 0;
    }

    private void Cover(HeadingLevel level, Paragraph paragraph, FoundAttribution found, bool marked = false)
    {
        var placed = new PlacedAttribution(paragraph, found);
        if (!marked)
        {
            segments.Add(DocumentSegmentKind.Heading, paragraph, title!.Start, found.Start);
            segments.Add(DocumentSegmentKind.Attribution, paragraph, found.Start, found.End);
            tasks.ReportDoubts(placed);
        }

        covering.Enter(level, [.. held, placed]);
        held.Clear();
        title = null;
        titleStandsAlone = false;
        pending.Clear();
    }

    /// <summary>Ends what stands under the last heading, because a heading of a level, or the end of the plan, follows.</summary>
    private void EndLeaf(HeadingLevel following)
    {
        var place = Outline.Place;
        var leadsOn = following > LevelHere() && place != default;
        if (pending.Count > 0)
        {
            List<Piece> words = [.. pending];
            pending.Clear();
            if (leadsOn && words.Count == 1 && title is { } own && own.Paragraph == words[0].Paragraph && IsTitleOnly(own, words[0]))
            {
                segments.Add(DocumentSegmentKind.Heading, words[0].Paragraph, words[0].Start, words[0].End);
            }
            else if (leadsOn)
            {
                SetAside(new TaskLeaf(place, words, IsTitle: false));
            }
            else
            {
                EndWith(new TaskLeaf(place, words, IsTitle: false));
            }
        }
        else if (title is { } alone && titleStandsAlone && alone.End > alone.Start && !leadsOn)
        {
            EndWith(new TaskLeaf(place, [alone], IsTitle: true));
        }

        title = null;
        titleStandsAlone = false;
        foreach (var lost in held)
        {
            Report(lost.Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, lost.Words.Text);
        }

        held.Clear();
    }

    private void EndWith(TaskLeaf leaf)
    {
        if (covering.For(leaf.Place) is { } cover)
        {
            tasks.Add(leaf.Place, leaf.Pieces, cover, leaf.IsTitle);
            covering.NoteTask(leaf.Place);
            lastAttributed = leaf.Pieces[^1].Paragraph;
        }
        else if (!TrySplitAtClauses(leaf))
        {
            waiting.Add(leaf);
        }
    }

    // The last resort: 公开预算,由市财政局负责;公开决算,由市审计局负责。
    private bool TrySplitAtClauses(TaskLeaf leaf)
    {
        var rest = new List<Piece>();
        var any = false;
        foreach (var piece in leaf.Pieces)
        {
            var start = piece.Start;
            foreach (var found in AttributionFinder.FindInClauses(piece.Paragraph.Words.Slice(0, piece.End), piece.Start, known))
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

        if (any && rest.Count > 0)
        {
            waiting.Add(leaf with { Pieces = rest });
        }

        return any;
    }

    private static bool IsTitleOnly(Piece own, Piece words) =>
        own.Start == words.Start && Sentences.FirstEnd(words.Paragraph.Folded, own.Start) is var end && (end < 0 || end + 1 >= words.End);

    /// <summary>
    /// Reads the closing paragraph: lines of their own after the last attribution, with no heading between, that begin with whom they
    /// address. Without that beginning they are more likely a task that has lost its attribution.
    /// </summary>
    private void ReadClosing()
    {
        if (lastAttributed is null || pending.Count == 0 || pending[0].Paragraph == lastAttributed)
        {
            return;
        }

        var addressees = GeneralDutyReader.Addressees(pending[0].Words);
        if (addressees.Count == 0)
        {
            return;
        }

        var rest = new List<Piece>();
        foreach (var piece in pending)
        {
            var end = piece.Start;
            foreach (var duty in GeneralDutyReader.Read(piece.Paragraph.Words, piece.Start, piece.End, addressees))
            {
                tasks.AddGeneral(new Piece(piece.Paragraph, duty.Start, duty.End), duty.Addressees);
                end = duty.End;
            }

            (end, var to) = LineReader.Trim(piece.Paragraph.Text, end, piece.End);
            if (to > end)
            {
                rest.Add(new Piece(piece.Paragraph, end, to));
            }
        }

        pending.Clear();
        pending.AddRange(rest);
    }

    private void AddPending(Paragraph paragraph, int start, int end)
    {
        (start, end) = LineReader.Trim(paragraph.Text, start, end);
        if (end > start)
        {
            pending.Add(new Piece(paragraph, start, end));
        }
    }

    private void SetAsideWaiting()
    {
        foreach (var leaf in waiting)
        {
            SetAside(leaf);
        }

        waiting.Clear();
    }

    private void SetAside(TaskLeaf leaf)
    {
        // A title that stands alone is kept as a heading already.
        if (!leaf.IsTitle)
        {
            foreach (var piece in leaf.Pieces)
            {
                SetAside(piece);
            }
        }
    }

    private void Report(int line, ParseProblemKind kind, string words) => problems.Add(new ParseProblem(line, kind, Excerpt.Of(words)));
}
