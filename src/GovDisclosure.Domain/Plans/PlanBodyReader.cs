namespace GovDisclosure.Domain.Plans;

/// <summary>Reads the lines from the first heading on: follows the headings and splits what stands under them into tasks.</summary>
internal sealed class PlanBodyReader(int? year, ICollection<ParseProblem> problems, SegmentList segments)
{
    private readonly List<ParsedTask> tasks = [];
    private readonly Dictionary<string, int> sequences = new(StringComparer.Ordinal);
    private readonly List<Piece> pending = [];
    private SourceLine? lastAttributed;

    public PlanOutline Outline { get; } = new();

    public IReadOnlyList<ParsedTask> Tasks => tasks;

    public void Read(IEnumerable<SourceLine> lines)
    {
        foreach (var line in lines)
        {
            if (PageNoise.IsNoise(line.Text))
            {
                Report(line, ParseProblemKind.PageNoise, line.Text);
                segments.Add(DocumentSegmentKind.PageNoise, line, 0, line.Text.Length);
                continue;
            }

            ReadTasks(line, ReadHeading(line));
        }

        ReadClosing();
        SetPendingAside();
    }

    /// <summary>Reads the heading that a line may begin with, and returns where the words of tasks begin.</summary>
    private int ReadHeading(SourceLine line)
    {
        if (HeadingReader.TryRead(line.Text) is not { } heading)
        {
            return 0;
        }

        SetPendingAside();
        // What follows is no closing paragraph of the tasks above.
        lastAttributed = null;

        // A heading that has a sentence or an attribution behind its number is the beginning of a task's words.
        var attributions = AttributionFinder.Find(line.Text, heading.WordsStart);
        var sentenceEnd = Sentences.FirstEnd(line.Text, heading.WordsStart);
        var runsOn = sentenceEnd >= 0 || attributions.Count > 0;
        var titleEnd = Math.Min(
            sentenceEnd >= 0 ? sentenceEnd : line.Text.Length,
            attributions.Count > 0 ? attributions[0].Start : line.Text.Length);
        var title = line.Text[heading.WordsStart..titleEnd].Trim();
        if (title.Length == 0)
        {
            Report(line, ParseProblemKind.EmptyHeading, line.Text);
        }

        if (!Outline.Enter(heading.Level, heading.Ordinal, title))
        {
            Report(line, ParseProblemKind.NumberingGap, line.Text);
        }

        var end = runsOn ? heading.WordsStart : line.Text.Length;
        segments.Add(DocumentSegmentKind.Heading, line, 0, end);
        return end;
    }

    private void ReadTasks(SourceLine line, int start)
    {
        foreach (var attribution in AttributionFinder.Find(line.Text, start))
        {
            AddPending(line, start, attribution.Start);
            start = attribution.End;
            if (pending.Count == 0)
            {
                Report(line, ParseProblemKind.AttributionWithoutText, attribution.Words);
                segments.Add(DocumentSegmentKind.Unread, line, attribution.Start, attribution.End);
                continue;
            }

            segments.Add(DocumentSegmentKind.Attribution, line, attribution.Start, attribution.End);
            foreach (var (kind, words) in attribution.Reading.Doubts)
            {
                Report(line, kind, words);
            }

            AddTask(attribution);
            lastAttributed = line;
        }

        AddPending(line, start, line.Text.Length);
    }

    private void AddTask(FoundAttribution attribution)
    {
        if (pending[0].Line != pending[^1].Line)
        {
            Report(pending[0].Line, ParseProblemKind.TaskSpansLines, pending[0].Words);
        }

        var deadlines = new List<ParsedDeadline>();
        var textOffset = 0;
        foreach (var piece in pending)
        {
            segments.Add(DocumentSegmentKind.TaskText, piece.Line, piece.Start, piece.End);
            deadlines.AddRange(ReadDeadlines(piece, textOffset));
            textOffset += piece.Words.Length + 1;
        }

        tasks.Add(new ParsedTask(
            Outline.SectionOrdinal,
            Outline.SubsectionOrdinal,
            Outline.ItemOrdinal,
            NextSequence(Outline.SectionOrdinal, Outline.SubsectionOrdinal, Outline.ItemOrdinal),
            General: false,
            string.Join('\n', pending.Select(piece => piece.Words)),
            attribution.Words,
            attribution.Reading.Assignments,
            deadlines,
            pending[0].Place));
        pending.Clear();
    }

    /// <summary>
    /// Reads the closing paragraph: lines of their own after the last attribution, with no heading between, that begin with whom they
    /// address. Without that beginning they are more likely a task that has lost its attribution.
    /// </summary>
    private void ReadClosing()
    {
        if (lastAttributed is null || pending.Count == 0 || pending[0].Line == lastAttributed)
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
            foreach (var duty in GeneralDutyReader.Read(piece.Line.Text, piece.Start, addressees))
            {
                AddGeneralDuty(new Piece(piece.Line, duty.Start, duty.End), duty.Addressees);
                end = duty.End;
            }

            (end, var to) = LineReader.Trim(piece.Line.Text, end, piece.End);
            if (to > end)
            {
                rest.Add(new Piece(piece.Line, end, to));
            }
        }

        pending.Clear();
        pending.AddRange(rest);
    }

    private void AddGeneralDuty(Piece piece, IReadOnlyList<string> addressees)
    {
        segments.Add(DocumentSegmentKind.GeneralDuty, piece.Line, piece.Start, piece.End);
        tasks.Add(new ParsedTask(
            SectionOrdinal: 0,
            SubsectionOrdinal: 0,
            ItemOrdinal: 0,
            NextSequence(0, 0, 0),
            General: true,
            piece.Words,
            Attribution: null,
            [.. addressees.Distinct(StringComparer.Ordinal).Select((name, index) => new ParsedAssignment(name, AssignmentRole.Responsible, index + 1))],
            [.. ReadDeadlines(piece, textOffset: 0)],
            piece.Place));
    }

    private IEnumerable<ParsedDeadline> ReadDeadlines(Piece piece, int textOffset)
    {
        var reading = DeadlinePhraseReader.Read(piece.Words, year);
        foreach (var (_, phrase) in reading.Unread)
        {
            Report(piece.Line, ParseProblemKind.UnreadTimePhrase, phrase);
        }

        return reading.Deadlines.Select(deadline => deadline with
        {
            TextOffset = textOffset + deadline.TextOffset,
            Place = piece.Place with { Offset = piece.Place.Offset + deadline.TextOffset },
        });
    }

    private void AddPending(SourceLine line, int start, int end)
    {
        (start, end) = LineReader.Trim(line.Text, start, end);
        if (end > start)
        {
            pending.Add(new Piece(line, start, end));
        }
    }

    private void SetPendingAside()
    {
        foreach (var piece in pending)
        {
            Report(piece.Line, ParseProblemKind.UnattributedText, piece.Words);
            segments.Add(DocumentSegmentKind.Unread, piece.Line, piece.Start, piece.End);
        }

        pending.Clear();
    }

    private int NextSequence(int section, int subsection, int item)
    {
        var number = FormattableString.Invariant($"{section}.{subsection}.{item}");
        return sequences[number] = sequences.GetValueOrDefault(number) + 1;
    }

    private void Report(SourceLine line, ParseProblemKind kind, string words) =>
        problems.Add(new ParseProblem(line.Number, kind, Excerpt.Of(words)));

    /// <summary>Words in one line that have not met their attribution yet.</summary>
    private sealed record Piece(SourceLine Line, int Start, int End)
    {
        public string Words => Line.Text[Start..End];

        public SourcePlace Place => new(Line.Number, Line.Offset + Start);
    }
}
