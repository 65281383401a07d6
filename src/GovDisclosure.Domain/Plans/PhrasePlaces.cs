namespace GovDisclosure.Domain.Plans;

/// <summary>Finds again where phrases stand in a task's text, for a plan that came without its source.</summary>
internal static class PhrasePlaces
{
    /// <summary>The demands with their offsets in the text; -1 for a phrase that is not there.</summary>
    /// <remarks>The text is read again to tell 及时 from the 及时 in 不及时; a phrase that a person has written differently is looked up as it is.</remarks>
    public static IReadOnlyList<ParsedDeadline> InText(string text, int? year, IReadOnlyList<ParsedDeadline> deadlines)
    {
        var known = DeadlinePhraseReader.Read(text, year).Deadlines.ToList();
        var placed = new List<ParsedDeadline>(deadlines.Count);
        foreach (var deadline in deadlines)
        {
            var match = known.Find(candidate => candidate.Kind == deadline.Kind && candidate.Phrase == deadline.Phrase);
            if (match is not null)
            {
                known.Remove(match);
            }

            placed.Add(deadline with { TextOffset = match?.TextOffset ?? text.IndexOf(deadline.Phrase, StringComparison.Ordinal) });
        }

        return placed;
    }
}
