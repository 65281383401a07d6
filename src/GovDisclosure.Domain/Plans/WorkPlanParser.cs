namespace GovDisclosure.Domain.Plans;

/// <summary>Turns the text of a city's work plan (政务公开工作要点) into headings, tasks and their demands.</summary>
/// <remarks>
/// It never throws on content and never loses a line: what it does not understand is a <see cref="ParseProblem"/> with its line, and
/// <see cref="ParsedPlan.Segments"/> covers the text. It knows the grammar of such documents, not Beijing's agencies or the year 2016.
/// </remarks>
public static class WorkPlanParser
{
    /// <summary>Parses a plan's text: any line ends, with or without a byte order mark, half-width or full-width punctuation.</summary>
    public static ParsedPlan Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = LineReader.Read(text).Where(line => line.Text.Length > 0).ToList();
        var problems = new List<ParseProblem>();
        var segments = new SegmentList();

        var body = BodyStart(lines);
        var headLines = lines.GetRange(0, body);
        var head = DocumentHeadReader.Read(headLines, problems);
        foreach (var line in headLines)
        {
            var (kind, problem) = head.Lines.Contains(line.Number) ? (DocumentSegmentKind.DocumentHead, (ParseProblemKind?)null)
                : PageNoise.IsNoise(line.Text) ? (DocumentSegmentKind.PageNoise, ParseProblemKind.PageNoise)
                // Before a first heading stands a preamble; where no heading follows, nobody knows what it is.
                : body == lines.Count ? (DocumentSegmentKind.Unread, ParseProblemKind.UnattributedText)
                : (DocumentSegmentKind.Preamble, null);
            segments.Add(kind, line, 0, line.Text.Length);
            if (problem is { } found)
            {
                problems.Add(new ParseProblem(line.Number, found, Excerpt.Of(line.Text)));
            }
        }

        var reader = new PlanBodyReader(head.Year, problems, segments);
        reader.Read(lines.Skip(body));
        return new ParsedPlan(
            head.Title,
            head.DocumentNumber,
            head.Issuer,
            head.IssuedOn,
            head.Year,
            reader.Outline.ToSections(),
            reader.Tasks,
            [.. problems.OrderBy(problem => problem.Line)],
            segments.Cover(text));
    }

    // The head ends where the first heading stands, or the first attribution in a text that has lost its headings.
    private static int BodyStart(List<SourceLine> lines)
    {
        var index = lines.FindIndex(line => HeadingReader.TryRead(line.Text) is not null || AttributionFinder.Find(line.Text, 0).Count > 0);
        return index < 0 ? lines.Count : index;
    }
}
