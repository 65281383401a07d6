namespace GovDisclosure.Domain.Plans;

/// <summary>A place among a plan's headings, as printed numbers; 0 for a level that is not there.</summary>
internal readonly record struct OutlinePlace(int Section, int Subsection, int Item);

/// <summary>The headings met so far, and the numbers of the place where the reading stands.</summary>
/// <remarks>
/// A number follows where it is one more than the one before on its level, below the same heading or in the whole plan: some plans number
/// their items through. A number in brackets or a circle stands for an item where there is no item above it.
/// </remarks>
internal sealed class PlanOutline
{
    private readonly List<Section> sections = [];
    private int lastSubsection;
    private int lastItem;
    private char itemForm;

    public OutlinePlace Place { get; private set; }

    /// <summary>The level of the heading that the reading stands under.</summary>
    public HeadingLevel Level => Place.Item != 0 ? HeadingLevel.Item : Place.Subsection != 0 ? HeadingLevel.Subsection : HeadingLevel.Section;

    /// <summary>Says on which level a heading stands here; null where it is a part of an item's own text.</summary>
    public HeadingLevel? LevelOf(Heading heading) =>
        heading.Level != HeadingLevel.Part ? heading.Level
        : Place.Item == 0 || itemForm == heading.Form ? HeadingLevel.Item
        : null;

    /// <summary>Says whether a heading's number is the next on its level.</summary>
    public bool Follows(HeadingLevel level, int ordinal) => level switch
    {
        HeadingLevel.Section => ordinal == Place.Section + 1,
        HeadingLevel.Subsection => ordinal == Place.Subsection + 1 || (Place.Subsection == 0 && ordinal == lastSubsection + 1),
        _ => ordinal == Place.Item + 1 || (Place.Item == 0 && ordinal == lastItem + 1),
    };

    /// <summary>Goes on to a heading; false where its number does not follow the one before it.</summary>
    public bool Enter(HeadingLevel level, char form, int ordinal, string title)
    {
        var follows = Follows(level, ordinal);
        switch (level)
        {
            case HeadingLevel.Section:
                Place = new OutlinePlace(ordinal, 0, 0);
                sections.Add(new Section(ordinal, title, []));
                break;
            case HeadingLevel.Subsection:
                Place = new OutlinePlace(Place.Section, ordinal, 0);
                lastSubsection = ordinal;
                CurrentSection().Subsections.Add(new Subsection(ordinal, title, []));
                break;
            default:
                Place = Place with { Item = ordinal };
                lastItem = ordinal;
                itemForm = form;
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
        if (section.Subsections.Count == 0 || Place.Subsection == 0 && section.Subsections[^1].Ordinal != 0)
        {
            section.Subsections.Add(new Subsection(0, string.Empty, []));
        }

        return section.Subsections[^1];
    }

    private sealed record Section(int Ordinal, string Title, List<Subsection> Subsections);

    private sealed record Subsection(int Ordinal, string Title, List<ParsedItem> Items);
}
