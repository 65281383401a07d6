namespace GovDisclosure.Domain.Plans;

/// <summary>The headings met so far, and the numbers of the place where the reading stands.</summary>
internal sealed class PlanOutline
{
    private readonly List<Section> sections = [];

    public int SectionOrdinal { get; private set; }

    public int SubsectionOrdinal { get; private set; }

    public int ItemOrdinal { get; private set; }

    /// <summary>Goes on to a heading; false where its number does not follow the one before it.</summary>
    public bool Enter(HeadingLevel level, int ordinal, string title)
    {
        bool follows;
        switch (level)
        {
            case HeadingLevel.Section:
                follows = ordinal == SectionOrdinal + 1;
                (SectionOrdinal, SubsectionOrdinal, ItemOrdinal) = (ordinal, 0, 0);
                sections.Add(new Section(ordinal, title, []));
                break;
            case HeadingLevel.Subsection:
                follows = ordinal == SubsectionOrdinal + 1;
                (SubsectionOrdinal, ItemOrdinal) = (ordinal, 0);
                CurrentSection().Subsections.Add(new Subsection(ordinal, title, []));
                break;
            default:
                follows = ordinal == ItemOrdinal + 1;
                ItemOrdinal = ordinal;
                CurrentSubsection().Items.Add(new ParsedItem(ordinal, title));
                break;
        }

        return follows;
    }

    public IReadOnlyList<ParsedSection> ToSections() =>
    [
        .. sections.Select(section => new ParsedSection(
            section.Ordinal,
            section.Title,
            [.. section.Subsections.Select(subsection => new ParsedSubsection(subsection.Ordinal, subsection.Title, subsection.Items))])),
    ];

    // A heading without one above it still needs a place: number 0, without words, as its tasks' numbers say.
    private Section CurrentSection()
    {
        if (sections.Count == 0)
        {
            sections.Add(new Section(0, string.Empty, []));
        }

        return sections[^1];
    }

    private Subsection CurrentSubsection()
    {
        var section = CurrentSection();
        if (section.Subsections.Count == 0)
        {
            section.Subsections.Add(new Subsection(0, string.Empty, []));
        }

        return section.Subsections[^1];
    }

    private sealed record Section(int Ordinal, string Title, List<Subsection> Subsections);

    private sealed record Subsection(int Ordinal, string Title, List<ParsedItem> Items);
}
