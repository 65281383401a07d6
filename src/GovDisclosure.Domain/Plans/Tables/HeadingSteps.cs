namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>A line to write: a task with the words of its headings, or a heading's words.</summary>
/// <param name="Task">The task; <see langword="null"/> for a heading.</param>
/// <param name="Level">The heading's level from 1.</param>
/// <param name="Headings">The words of the headings above the task, from the first level, empty where there is none; or of the heading alone.</param>
internal sealed record TableStep(ParsedTask? Task, int Level, IReadOnlyList<string> Headings);

/// <summary>Goes through a plan's headings and tasks together, such that who reads the lines in order finds every heading again.</summary>
/// <remarks>
/// A heading needs no line where it is new in the columns of the task's own line. It needs one where no task stands under it, where it
/// reads like the one before it, and where it is a level that is not there with nothing below it.
/// </remarks>
internal sealed class HeadingSteps
{
    private readonly ParsedPlan plan;
    private readonly bool inColumns;
    private readonly List<Node> nodes = [];
    private readonly Dictionary<(int Level, string Number), List<int>> numbered = [];
    private int done = -1;

    public HeadingSteps(ParsedPlan plan, bool inColumns)
    {
        (this.plan, this.inColumns) = (plan, inColumns);
        foreach (var section in plan.Sections)
        {
            var sectionAt = Add(new Node(1, section.Ordinal, section.Title, -1), Number(section.Ordinal));
            foreach (var subsection in section.Subsections)
            {
                var subsectionAt = Add(new Node(2, subsection.Ordinal, subsection.Title, sectionAt), Number(section.Ordinal, subsection.Ordinal));
                foreach (var item in subsection.Items)
                {
                    Add(new Node(3, item.Ordinal, item.Title, subsectionAt), Number(section.Ordinal, subsection.Ordinal, item.Ordinal));
                }
            }
        }
    }

    public IEnumerable<TableStep> Steps()
    {
        foreach (var task in plan.Tasks)
        {
            var path = Path(task);
            if (path.Count > 0 && path[^1] > done)
            {
                foreach (var heading in Enter(path))
                {
                    yield return heading;
                }
            }

            yield return new TableStep(task, 0, inColumns ? Columns(path) : []);
        }

        while (done < nodes.Count - 1)
        {
            yield return Line(++done);
        }
    }

    private int Add(Node node, string number)
    {
        nodes.Add(node);
        if (!numbered.TryGetValue((node.Level, number), out var known))
        {
            numbered.Add((node.Level, number), known = []);
        }

        known.Add(nodes.Count - 1);
        return nodes.Count - 1;
    }

    private static string Number(params int[] levels) => string.Join('.', levels);

    private TableStep Line(int at) => new(null, nodes[at].Level, [Words(nodes[at])]);

    // The lines of their own before a task that stands under headings not yet told.
    private IEnumerable<TableStep> Enter(List<int> path)
    {
        var last = path[^1];
        while (inColumns ? done < last && !TellsRest(path) : done < last)
        {
            yield return Line(++done);
        }

        done = last;
    }

    // Whether the columns of the task's line alone tell every heading from here on.
    private bool TellsRest(List<int> path)
    {
        for (var at = done + 1; at <= path[^1]; at++)
        {
            if (!path.Contains(at) || nodes[at].IsGap && at == path[^1])
            {
                return false;
            }
        }

        // The first new one must read unlike the one that it follows; what is below it is new with it.
        var first = nodes[done + 1];
        return Current(first.Level) is not { } current || nodes[current].Parent != first.Parent || (nodes[current].Ordinal, nodes[current].Title) != (first.Ordinal, first.Title);
    }

    private int? Current(int level)
    {
        for (var at = done; at >= 0; at = nodes[at].Parent)
        {
            if (nodes[at].Level == level)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The headings of a task's number: those ahead, or those told last; none where the plan has no such headings, or has left them.</summary>
    private List<int> Path(ParsedTask task)
    {
        var levels = (int[])[task.SectionOrdinal, task.SubsectionOrdinal, task.ItemOrdinal];
        var depth = Array.FindLastIndex(levels, level => level != 0) + 1;
        if (!numbered.TryGetValue((depth, Number(levels[..depth])), out var known))
        {
            return [];
        }

        var told = Chain(done);
        var index = known.FindIndex(at => at > done || told.Contains(at));
        return index < 0 ? [] : Chain(known[index]);
    }

    // From the first level to a heading.
    private List<int> Chain(int at)
    {
        var chain = new List<int>(3);
        for (; at >= 0; at = nodes[at].Parent)
        {
            chain.Insert(0, at);
        }

        return chain;
    }

    private string[] Columns(List<int> path)
    {
        var words = (string[])["", "", ""];
        foreach (var (level, at) in path.Index())
        {
            words[level] = nodes[at].IsGap ? "" : Words(nodes[at]);
        }

        return words;
    }

    private static string Words(Node node) => HeadingWords.Write((HeadingLevel)(node.Level - 1), node.Ordinal, node.Title);

    private sealed record Node(int Level, int Ordinal, string Title, int Parent)
    {
        /// <summary>A level that is not there: its column is empty.</summary>
        public bool IsGap => Ordinal == 0 && Title.Length == 0;
    }
}
