namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>The headings of a plan as they come up line by line.</summary>
internal sealed class HeadingTree
{
    private readonly List<Node> sections = [];
    private readonly Node?[] current = new Node?[4];

    /// <summary>Goes to a heading: the one where the reading stands, or a new one.</summary>
    public void Enter(int level, int ordinal, string title)
    {
        if (current[level] is not { } here || (here.Ordinal, here.Title) != (ordinal, title))
        {
            Add(level, ordinal, title);
        }
    }

    /// <summary>Adds a heading, below the one above it that was added last.</summary>
    public void Add(int level, int ordinal, string title)
    {
        if (level > 1 && current[level - 1] is null)
        {
            Add(level - 1, 0, "");
        }

        var node = new Node(ordinal, title);
        (level == 1 ? sections : current[level - 1]!.Below).Add(node);
        current[level] = node;
        Array.Clear(current, level + 1, current.Length - level - 1);
    }

    public IReadOnlyList<ParsedSection> ToSections() =>
    [
        .. sections.Select(section => new ParsedSection(section.Ordinal, section.Title,
        [
            .. section.Below.Select(subsection => new ParsedSubsection(
                subsection.Ordinal, subsection.Title, [.. subsection.Below.Select(item => new ParsedItem(item.Ordinal, item.Title))])),
        ])),
    ];

    private sealed record Node(int Ordinal, string Title)
    {
        public List<Node> Below { get; } = [];
    }
}
