namespace GovDisclosure.Domain.Plans;

/// <summary>Finds out whether a document's lines were wrapped at a width, and at which.</summary>
/// <remarks>
/// In wrapped text many lines reach almost to the same margin and stop in the middle of a sentence; in text with one line a paragraph,
/// the longest line is alone. Signs that may not stand at a margin, and letters half as wide, leave lines a little short of it.
/// </remarks>
internal sealed class WrapWidth
{
    // In half-width columns: 12 to 70 characters. Narrower is a table's column, wider no page.
    private const int Narrowest = 24;
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

    public static WrapWidth Of(IReadOnlyCollection<SourceLine> lines)
    {
        var unfinished = lines.Where(line => !Sentences.Closes(line.Folded) && HeadingReader.TryRead(line.Folded) is null).ToList();
        var widest = lines.Count == 0 ? 0 : lines.Max(line => line.Width);
        var full = unfinished.Count(line => line.Width >= widest - Ragged);
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
