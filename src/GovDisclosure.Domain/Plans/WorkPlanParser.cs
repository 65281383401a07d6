using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Domain.Plans;

/// <summary>Turns a city's work plan (政务公开工作要点) into headings, tasks and their demands.</summary>
/// <remarks>
/// It never throws on content and never loses a line: what it does not understand is a <see cref="ParseProblem"/> with its line, and
/// <see cref="ParsedPlan.Segments"/> covers the text. It knows the grammar of such documents, not Beijing's agencies or the year 2016.
/// The steps: lines (<see cref="LineReader"/>) in one form of letters (<see cref="Folding"/>), paragraphs and tables
/// (<see cref="ParagraphJoiner"/>), the head and the signature (<see cref="DocumentHeadReader"/>), the tasks (<see cref="PlanBodyReader"/>,
/// <see cref="TaskTableReader"/>).
/// </remarks>
public static class WorkPlanParser
{
    /// <summary>Parses a plan's text: any line ends, with or without a byte order mark, half-width or full-width punctuation.</summary>
    public static ParsedPlan Parse(string text) => Parse(PlanDocument.OfText(text));

    /// <summary>Parses a document.</summary>
    /// <param name="document">The text and the tables in it.</param>
    /// <param name="known">The names of the register, so that lists are cut where they end; without it by how names look.</param>
    public static ParsedPlan Parse(PlanDocument document, KnownNames? known = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        // What the portal itself wrote is taken as it is.
        if (PlanTableReader.TryRead(document) is { } own)
        {
            return document.Given is { } given ? own.AsGiven(given) : own;
        }

        known ??= KnownNames.None;
        var text = document.Text;
        var folded = Folding.Fold(text);
        var tables = document.Tables.Where(table => TableColumns.TryFind(table, text, out _, out _)).ToList();
        var blocks = ParagraphJoiner.Join(LineReader.Read(text, folded), tables);
        var problems = new List<ParseProblem>();
        var segments = new SegmentList();

        var start = BodyStart(blocks, known);
        var end = BodyEnd(blocks, start);
        var head = DocumentHeadReader.Read(Lines(blocks[..start]), Lines(blocks[end..]), problems);
        foreach (var block in blocks[..start].Concat(blocks[end..]))
        {
            SetAside(block, head, hasBody: start < blocks.Count, problems, segments);
        }

        var reader = new PlanBodyReader(head.Year, known, problems, segments);
        reader.Read(blocks[start..end], new TaskTableReader(text, folded, segments, known));
        var cover = segments.Cover(text, problems);
        return new ParsedPlan(
            head.Title,
            head.DocumentNumber,
            head.Issuer,
            head.IssuedOn,
            head.Year,
            reader.Outline.ToSections(),
            reader.Finish(),
            [.. problems.OrderBy(problem => problem.Line)],
            cover);
    }

    // The plan that somebody gave in its own form, with the places of the table that was made of it.
    private static ParsedPlan AsGiven(this ParsedPlan own, ParsedPlan given) => given with
    {
        Tasks = given.Tasks.Count != own.Tasks.Count ? given.Tasks : [.. given.Tasks.Zip(own.Tasks, (task, placed) => task with { Place = placed.Place })],
        Problems = [.. given.Problems.Concat(own.Problems).Distinct()],
        Segments = own.Segments,
    };

    // The head ends where the first heading stands, or the first attribution in a text that has lost its headings.
    private static int BodyStart(List<Block> blocks, KnownNames known)
    {
        var index = blocks.FindIndex(block => block is TableBlock
            || (block is Paragraph paragraph && (HeadingReader.TryRead(paragraph.Folded) is not null || AttributionFinder.Find(paragraph.Words, 0, known).Any(found => found.Reading.Assignments.Count > 0))));
        return index < 0 ? blocks.Count : index;
    }

    // The signature and the imprint at the end, with the furniture among them.
    private static int BodyEnd(List<Block> blocks, int start)
    {
        var end = blocks.Count;
        for (var index = blocks.Count - 1; index >= start; index--)
        {
            if (blocks[index] is Paragraph paragraph && !DocumentHeadReader.IsTail(paragraph.Folded))
            {
                // The name above a date is the signature's.
                if (end == index + 1 && end < blocks.Count && AgencyNames.LooksLikeName(paragraph.Folded) && HeadingReader.TryRead(paragraph.Folded) is null)
                {
                    end = index;
                }

                break;
            }

            if (blocks[index] is TableBlock)
            {
                break;
            }

            end = blocks[index] is Paragraph ? index : end;
        }

        return end;
    }

    private static List<SourceLine> Lines(IEnumerable<Block> blocks) =>
        [.. blocks.SelectMany(block => block switch
        {
            NoiseBlock noise => [noise.Line],
            Paragraph paragraph => paragraph.Lines,
            _ => (IReadOnlyList<SourceLine>)[],
        }).OrderBy(line => line.Offset)];

    private static void SetAside(Block block, DocumentHead head, bool hasBody, List<ParseProblem> problems, SegmentList segments)
    {
        var lines = block switch { NoiseBlock noise => [noise.Line], Paragraph paragraph => paragraph.Lines, _ => [] };
        foreach (var line in lines)
        {
            var (kind, problem) = head.Lines.Contains(line.Number) ? (DocumentSegmentKind.DocumentHead, (ParseProblemKind?)null)
                : block is NoiseBlock ? (DocumentSegmentKind.PageNoise, ParseProblemKind.PageNoise)
                // Before a first heading stands a preamble; where no heading follows, nobody knows what it is.
                : !hasBody ? (DocumentSegmentKind.Unread, ParseProblemKind.UnattributedText)
                : (DocumentSegmentKind.Preamble, null);
            segments.Add(kind, line);
            if (problem is { } found)
            {
                problems.Add(new ParseProblem(line.Number, found, Excerpt.Of(line.Text)));
            }
        }
    }
}
