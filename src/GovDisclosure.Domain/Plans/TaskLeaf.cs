namespace GovDisclosure.Domain.Plans;

/// <summary>Words in one paragraph.</summary>
internal sealed record Piece(Paragraph Paragraph, int Start, int End)
{
    public Words Words => Paragraph.Words.Slice(Start, End);

    public SourcePlace Place => Paragraph.PlaceOf(Start);
}

/// <summary>An attribution and the paragraph that it stands in.</summary>
/// <param name="Paragraph">The paragraph, or the cell.</param>
/// <param name="Found">Its place there and what it says.</param>
/// <param name="Column">The heading of its column, for one in a table.</param>
internal sealed record PlacedAttribution(Paragraph Paragraph, FoundAttribution Found, string? Column = null)
{
    public Words Words => Paragraph.Words.Slice(Found.WordsStart, Found.WordsEnd);

    /// <summary>Its words as they are kept; those of a table's cell say what they are, as a label would.</summary>
    public string Kept => Column is null ? Words.Text : $"{Column}:{Words.Text}";
}

/// <summary>What stands under one heading that has no heading below it, until its attribution is found.</summary>
/// <param name="Place">The heading's numbers.</param>
/// <param name="Pieces">The words.</param>
/// <param name="IsTitle">Whether the words are the heading's own and stand apart from any text: they need no attribution.</param>
internal sealed record TaskLeaf(OutlinePlace Place, IReadOnlyList<Piece> Pieces, bool IsTitle)
{
    /// <summary>Whether another leaf stands under the same heading.</summary>
    public bool IsSibling(OutlinePlace other) =>
        other.Section == Place.Section && (Place.Item == 0 ? other.Item == 0 : other.Subsection == Place.Subsection && other.Item != 0);
}
