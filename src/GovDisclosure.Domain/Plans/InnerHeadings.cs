namespace GovDisclosure.Domain.Plans;

/// <summary>Finds headings that do not begin their paragraph.</summary>
internal static class InnerHeadings
{
    /// <summary>The first heading of the second level behind a section's title (一、推进权力公开(一)…); -1 for none.</summary>
    public static int BehindTitle(string folded, int start, int end)
    {
        var at = folded.IndexOf("(一)", start, end - start, StringComparison.Ordinal);
        return at > start ? at : -1;
    }

    /// <summary>The next heading between two places; -1 for none.</summary>
    /// <remarks>Only a number that follows the one before on its level, behind a sentence or an attribution, begins a heading there.</remarks>
    /// <param name="outline">The headings so far.</param>
    /// <param name="folded">The paragraph's folded words.</param>
    /// <param name="start">Where the words begin.</param>
    /// <param name="end">Where they end.</param>
    /// <param name="atBeginning">Whether the first place is the paragraph's own beginning, where a heading was looked for already.</param>
    public static int Next(PlanOutline outline, string folded, int start, int end, bool atBeginning)
    {
        for (var at = start; at >= 0 && at < end; at = Sentences.FirstEnd(folded, at) is >= 0 and var stop ? stop + 1 : -1)
        {
            if ((at > start || !atBeginning) && HeadingReader.TryRead(folded, at) is { } heading && heading.WordsStart <= end
                && outline.LevelOf(heading) is { } level && outline.Follows(level, heading.Ordinal))
            {
                return at;
            }
        }

        return -1;
    }
}
