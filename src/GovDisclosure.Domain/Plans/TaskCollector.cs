namespace GovDisclosure.Domain.Plans;

/// <summary>Makes tasks of words and attributions, reads their deadlines, and numbers them in the order of the text.</summary>
internal sealed class TaskCollector(int? year, ICollection<ParseProblem> problems, SegmentList segments)
{
    private readonly List<Collected> tasks = [];
    private readonly List<ParsedTask> general = [];

    /// <summary>How many tasks there are with an attribution.</summary>
    public int Count => tasks.Count;

    /// <summary>Adds a task; its text's pieces stand in one paragraph or in several, one a line then.</summary>
    public void Add(OutlinePlace place, IReadOnlyList<Piece> pieces, IReadOnlyList<PlacedAttribution> attributions, bool isTitle = false, bool rowOfTable = false)
    {
        if (!rowOfTable && pieces.Select(piece => piece.Paragraph).Distinct(ReferenceEqualityComparer.Instance).Skip(1).Any())
        {
            Report(pieces[0].Place.Line, ParseProblemKind.TaskSpansLines, pieces[0].Words.Text);
        }

        var deadlines = new List<ParsedDeadline>();
        var offset = 0;
        foreach (var piece in pieces)
        {
            if (!isTitle)
            {
                segments.Add(DocumentSegmentKind.TaskText, piece.Paragraph, piece.Start, piece.End);
            }

            deadlines.AddRange(ReadDeadlines(piece, offset));
            offset += piece.Words.Length + 1;
        }

        var task = new Collected(place, pieces, deadlines);
        tasks.Add(task);
        foreach (var attribution in attributions)
        {
            Extend(task, attribution);
        }
    }

    /// <summary>Adds an attribution that goes on with the last one: the next label on a line of its own, the next bracket.</summary>
    public void ExtendLast(int howMany, PlacedAttribution attribution)
    {
        foreach (var task in tasks.TakeLast(howMany))
        {
            Extend(task, attribution);
        }
    }

    /// <summary>Adds a duty of the closing paragraph.</summary>
    public void AddGeneral(Piece piece, IReadOnlyList<string> addressees)
    {
        segments.Add(DocumentSegmentKind.GeneralDuty, piece.Paragraph, piece.Start, piece.End);
        general.Add(new ParsedTask(
            SectionOrdinal: 0,
            SubsectionOrdinal: 0,
            ItemOrdinal: 0,
            Sequence: 0,
            General: true,
            piece.Words.Text,
            Attribution: null,
            [.. addressees.Distinct(StringComparer.Ordinal).Select((name, index) => new ParsedAssignment(name, AssignmentRole.Responsible, index + 1))],
            [.. ReadDeadlines(piece, offset: 0)],
            piece.Place));
    }

    /// <summary>Returns the tasks in the order of the text, the general duties last.</summary>
    public IReadOnlyList<ParsedTask> Finish()
    {
        var sequences = new Dictionary<string, int>(StringComparer.Ordinal);
        ParsedTask Number(ParsedTask task) => task with { Sequence = sequences[task.Number] = sequences.GetValueOrDefault(task.Number) + 1 };
        return [.. tasks.Select(task => task.ToTask()).OrderBy(task => task.Place!.Value.Offset).Concat(general).Select(Number)];
    }

    /// <summary>Reports the doubts about an attribution once, however many tasks it is for.</summary>
    public void ReportDoubts(PlacedAttribution attribution)
    {
        foreach (var (kind, words) in attribution.Found.Reading.Doubts)
        {
            Report(attribution.Paragraph.PlaceOf(attribution.Found.Start).Line, kind, words);
        }
    }

    private void Extend(Collected task, PlacedAttribution attribution)
    {
        task.Attributions.Add(attribution);
        foreach (var (start, end, labelled) in attribution.Found.Reading.Times)
        {
            var stretch = attribution.Words.Slice(start, end);
            var reading = labelled ? DeadlinePhraseReader.ReadField(stretch, year) : DeadlinePhraseReader.Read(stretch, year);
            // Words of the attribution are not in the task's text: they are found by their place alone.
            task.Deadlines.AddRange(reading.Deadlines.Select(deadline => deadline with
            {
                TextOffset = -1,
                Place = attribution.Paragraph.PlaceOf(attribution.Found.WordsStart + start + deadline.TextOffset),
            }));
        }
    }

    private IEnumerable<ParsedDeadline> ReadDeadlines(Piece piece, int offset)
    {
        var reading = DeadlinePhraseReader.Read(piece.Words, year);
        foreach (var (at, phrase) in reading.Unread)
        {
            Report(piece.Paragraph.PlaceOf(piece.Start + at).Line, ParseProblemKind.UnreadTimePhrase, phrase);
        }

        return reading.Deadlines.Select(deadline => deadline with
        {
            TextOffset = offset + deadline.TextOffset,
            Place = piece.Paragraph.PlaceOf(piece.Start + deadline.TextOffset),
        });
    }

    private void Report(int line, ParseProblemKind kind, string words) => problems.Add(new ParseProblem(line, kind, Excerpt.Of(words)));

    private sealed record Collected(OutlinePlace Place, IReadOnlyList<Piece> Pieces, List<ParsedDeadline> Deadlines)
    {
        public List<PlacedAttribution> Attributions { get; } = [];

        public ParsedTask ToTask() => new(
            Place.Section,
            Place.Subsection,
            Place.Item,
            Sequence: 0,
            General: false,
            string.Join('\n', Pieces.Select(piece => piece.Words.Text)),
            string.Join('\n', Attributions.Select(attribution => attribution.Kept)),
            Assignments(),
            Deadlines,
            Pieces[0].Place);

        // Several attributions of one task are one list for each role; a name twice in a role is one mention.
        private List<ParsedAssignment> Assignments() =>
        [
            .. Attributions.SelectMany(attribution => attribution.Found.Reading.Assignments)
                .DistinctBy(assignment => (assignment.Name, assignment.Role))
                .GroupBy(assignment => assignment.Role)
                .OrderBy(role => role.Key)
                .SelectMany(role => role.Select((assignment, index) => assignment with { Ordinal = index + 1 })),
        ];
    }
}
