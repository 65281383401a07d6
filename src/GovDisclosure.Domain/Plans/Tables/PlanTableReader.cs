using System.Globalization;
using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>Reads a task table that <see cref="PlanTableWriter"/> made, in whatever file it came back, as the plan that it was made of.</summary>
/// <remarks>
/// What a table says is taken as it is, and no grammar is asked. A table that is none of these, or in which somebody has left a line that
/// does not fit, is read as anybody's.
/// </remarks>
internal sealed partial class PlanTableReader
{
    private readonly string text;
    private readonly TableCells cells;
    private readonly SegmentList segments = new();
    private readonly List<ParseProblem> problems = [];
    private readonly List<ParsedTask> tasks = [];
    private readonly HeadingTree headings = new();

    private PlanTableReader(string text)
    {
        this.text = text;
        cells = new TableCells(text);
    }

    /// <summary>The plan; <see langword="null"/> where a document is no table of the portal's own.</summary>
    public static ParsedPlan? TryRead(PlanDocument document)
    {
        foreach (var table in document.Tables)
        {
            if (PlanTableColumns.TryFind(document.Text, table, out var row, out var columns))
            {
                return new PlanTableReader(document.Text).Read(table, row, columns);
            }
        }

        return null;
    }

    private ParsedPlan? Read(PlanTable table, int headingRow, PlanTableColumns columns)
    {
        var head = PlanTableHead.TryRead(cells, table, headingRow, segments);
        if (head is null)
        {
            return null;
        }

        foreach (var cell in table.Rows[headingRow].Cells.Select(cells.Of).OfType<Paragraph>())
        {
            Take(cell, DocumentSegmentKind.Heading);
        }

        foreach (var row in table.Rows.Skip(headingRow + 1))
        {
            var words = row.Cells.Select(cells.Of).ToList();
            if (!(words.Count(cell => cell is not null) == 1 ? ReadHeading(words.Find(cell => cell is not null)!) : ReadTask(words, columns, head.Year)))
            {
                return null;
            }
        }

        var cover = segments.Cover(text, problems);
        return new ParsedPlan(
            head.Title, head.DocumentNumber, head.Issuer, head.IssuedOn, head.Year, headings.ToSections(), Counted(), [.. problems.OrderBy(problem => problem.Line)], cover);
    }

    private bool ReadHeading(Paragraph cell)
    {
        if (HeadingWords.TryRead(FormulaGuard.TakeOff(cell.Text)) is not { } heading)
        {
            return false;
        }

        headings.Add((int)heading.Level + 1, heading.Ordinal, heading.Title);
        Take(cell, DocumentSegmentKind.Heading);
        return true;
    }

    private bool ReadTask(List<Paragraph?> row, PlanTableColumns columns, int? year)
    {
        Paragraph? Cell(string column) => columns.IndexOf(column) is >= 0 and var index && index < row.Count ? row[index] : null;
        string Words(string column) => Cell(column) is { } cell ? FormulaGuard.TakeOff(cell.Text) : "";

        var number = TaskNumber().Match(Words(PlanTableForm.Number));
        var phrases = CellList.Lines.Split(Words(PlanTableForm.Time));
        var rules = CellList.Lines.Split(Words(PlanTableForm.Rule));
        var deadlines = phrases.Zip(rules, DeadlineWords.TryRead).OfType<ParsedDeadline>().ToList();
        if (!number.Success || Cell(PlanTableForm.Text) is not { } task || phrases.Count != rules.Count || deadlines.Count != rules.Count || !EnterHeadings(Words))
        {
            return false;
        }

        var attribution = Words(PlanTableForm.Attribution);
        var (lead, leadRole) = Words(PlanTableForm.Lead) is var leads && leads.EndsWith(PlanTableForm.Jointly, StringComparison.Ordinal)
            ? (leads[..^PlanTableForm.Jointly.Length], AssignmentRole.JointLead)
            : (leads, AssignmentRole.Lead);
        int Level(string group) => int.Parse(number.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
        var general = number.Groups["general"].Success;
        var words = Words(PlanTableForm.Text);
        var placed = Placed(PhrasePlaces.InText(words, year, deadlines), task, Cell(PlanTableForm.Attribution), Cell(PlanTableForm.Time));
        // Somebody has changed the task's words and not the column beside them, or the other way round.
        problems.AddRange(placed.Where(deadline => deadline.TextOffset < 0 && !attribution.Contains(deadline.Phrase, StringComparison.Ordinal))
            .Select(deadline => new ParseProblem(task.LineNumber, ParseProblemKind.UnreadTimePhrase, Excerpt.Of(deadline.Phrase))));
        tasks.Add(new ParsedTask(
            Level("section"), Level("subsection"), Level("item"), Level("sequence"), general, words, attribution.Length == 0 ? null : attribution,
            [
                .. Named(lead, leadRole),
                .. Named(Words(PlanTableForm.Responsible), AssignmentRole.Responsible),
                .. Named(Words(PlanTableForm.Cooperating), AssignmentRole.Cooperating),
            ],
            placed,
            task.PlaceOf(task.Text.Length - words.Length)));

        foreach (var (cell, column) in row.Zip(columns.Names))
        {
            Take(cell, column switch
            {
                PlanTableForm.Text => general ? DocumentSegmentKind.GeneralDuty : DocumentSegmentKind.TaskText,
                PlanTableForm.Lead or PlanTableForm.Responsible or PlanTableForm.Cooperating or PlanTableForm.Time or PlanTableForm.Attribution or PlanTableForm.Rule =>
                    DocumentSegmentKind.Attribution,
                "" => DocumentSegmentKind.Remark,
                _ => DocumentSegmentKind.Heading,
            });
        }

        return true;
    }

    private bool EnterHeadings(Func<string, string> words)
    {
        var path = PlanTableForm.HeadingColumns.Select(words).ToList();
        var deepest = path.FindLastIndex(cell => cell.Length > 0);
        for (var level = 0; level <= deepest; level++)
        {
            if (path[level].Length == 0)
            {
                headings.Enter(level + 1, 0, "");
            }
            else if (HeadingWords.TryRead(path[level]) is { } heading && (int)heading.Level == level)
            {
                headings.Enter(level + 1, heading.Ordinal, heading.Title);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    // A phrase stands in the task's words, else in those of its attribution, else in its own column only: somebody has written it there.
    private static List<ParsedDeadline> Placed(IReadOnlyList<ParsedDeadline> deadlines, Paragraph task, Paragraph? attribution, Paragraph? time)
    {
        var guard = task.Text.Length - FormulaGuard.TakeOff(task.Text).Length;
        SourcePlace? Place(ParsedDeadline deadline) =>
            deadline.TextOffset >= 0 ? task.PlaceOf(guard + deadline.TextOffset)
            : attribution is not null && attribution.Text.IndexOf(deadline.Phrase, StringComparison.Ordinal) is >= 0 and var inAttribution ? attribution.PlaceOf(inAttribution)
            : time is not null && time.Text.IndexOf(deadline.Phrase, StringComparison.Ordinal) is >= 0 and var inTime ? time.PlaceOf(inTime)
            : null;

        return [.. deadlines.Select(deadline => deadline with { Place = Place(deadline) })];
    }

    private static IEnumerable<ParsedAssignment> Named(string list, AssignmentRole role) =>
        CellList.Names.Split(list).Select((name, index) => new ParsedAssignment(name, role, index + 1));

    // Somebody may have copied a line: two tasks of one number and sequence are counted anew.
    private List<ParsedTask> Counted()
    {
        if (tasks.DistinctBy(task => (task.Number, task.Sequence)).Count() == tasks.Count)
        {
            return tasks;
        }

        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. tasks.Select(task => task with { Sequence = counted[task.Number] = counted.GetValueOrDefault(task.Number) + 1 })];
    }

    private void Take(Paragraph? cell, DocumentSegmentKind kind)
    {
        if (cell is not null)
        {
            segments.Add(kind, cell, 0, cell.Words.Length);
        }
    }

    [GeneratedRegex(
        @"\A(?<section>[0-9]{1,4})\.(?<subsection>[0-9]{1,4})\.(?<item>[0-9]{1,4})-(?<sequence>[0-9]{1,6})(?<general>（共性）)?\z", Patterns.Options, Patterns.Timeout)]
    private static partial Regex TaskNumber();
}
