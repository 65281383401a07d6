namespace GovDisclosure.Domain.Plans;

/// <summary>Tells whether words stand below a heading and need its attribution.</summary>
internal sealed class WhatIsBelow(KnownNames known)
{
    /// <summary>Whether a heading's one attribution is for what stands below: (一)推进监管公开(市场监管局牵头), with items or text that have none of their own.</summary>
    public bool IsFor(Paragraph paragraph, int start, IReadOnlyList<FoundAttribution> attributions, HeadingLevel level, Block? next) =>
        attributions.Count == 1 && attributions[0].End >= paragraph.Words.Length && attributions[0].Reading.Assignments.Count > 0
        && attributions[0].Start > start && Sentences.FirstEnd(paragraph.Folded[..attributions[0].Start], start) < 0 && Is(next, level);

    /// <summary>Whether the next block stands below a heading of a level and names nobody itself.</summary>
    public bool Is(Block? next, HeadingLevel level)
    {
        if (next is not Paragraph below)
        {
            return false;
        }

        if (HeadingReader.TryRead(below.Folded) is { } heading)
        {
            return heading.Level > level;
        }

        return AttributionFinder.Find(below.Words, 0, known).Count == 0 && GeneralDutyReader.Addressees(below.Words).Count == 0;
    }
}
