namespace GovDisclosure.Domain.Plans;

/// <summary>Finds out whether a document's lines were wrapped at a width, and at which.</summary>
/// <remarks>
/// In wrapped text many lines reach almost to the same margin and stop in the middle of a sentence; in text with one line a paragraph,
/// the longest line is alone. Signs that may not stand at a margin, and letters half as wide, leave lines a little short of it.
/// </remarks>
internal sealed class WrapWidth
{
    // In half-width columns: 18 to 70 characters. Narrower is a table's column, wider no page.
    private const int Narrowest = 36;
    private const int Widest = 140;
    private const int Ragged = 6;
    private const int FewestFullLines = 2;

    private readonly int margin;

    private WrapWidth(int margin, bool indented)
    {
        this.margin = margin;
        HasIndents = indented;
    }

    /// <summary>Whether paragraphs begin moved in, so that a line that is not goes on with the one before.</summary>
    public bool HasIndents { get; }

    public bool IsWrapped => margin > 0;

    public static WrapWidth Of(IReadOnlyList<SourceLine> lines)
    {
        var widest = lines.Count == 0 ? 0 : lines.Max(line => line.Width);
        var full = 0;
        for (var index = 0; index + 1 < lines.Count; index++)
        {
            // What is followed by a heading or a label may simply be done.
            if (lines[index].Width >= widest - Ragged && !Sentences.Closes(lines[index].Folded)
                && HeadingReader.TryRead(lines[index + 1].Folded) is null && !AttributionLabels.Begins(lines[index + 1].Folded))
            {
                full++;
            }
        }

        if (widest is < Narrowest or > Widest || full < FewestFullLines || full * 5 < lines.Count)
        {
            return new WrapWidth(0, indented: false);
        }

        var indented = lines.Count(line => line.Indent > 1);
        return new WrapWidth(widest, indented > 0 && indented < lines.Count && indented * 10 >= lines.Count);
    }

    /// <summary>Says whether a line reaches the margin, so that its sentence may go on in the next.</summary>
    public bool IsFull(SourceLine line) => IsWrapped && line.Width >= margin - Ragged;
}
