namespace GovDisclosure.Domain.Plans;

/// <summary>Reads what a kept task's words demand in time, as the parser did when it read its document.</summary>
public static class TaskDeadlines
{
    /// <summary>The demands in the task's text, line by line, then those in its attribution.</summary>
    /// <param name="text">The task's words.</param>
    /// <param name="attribution">The words that name who does it.</param>
    /// <param name="year">The plan's year.</param>
    public static IReadOnlyList<ParsedDeadline> Read(string text, string? attribution, int? year)
    {
        ArgumentNullException.ThrowIfNull(text);
        var deadlines = new List<ParsedDeadline>();
        var offset = 0;
        foreach (var line in text.Split('\n'))
        {
            deadlines.AddRange(DeadlinePhraseReader.Read(line, year).Deadlines.Select(deadline => deadline with { TextOffset = offset + deadline.TextOffset }));
            offset += line.Length + 1;
        }

        foreach (var words in attribution?.Split('\n').Select(Words.Of) ?? [])
        {
            foreach (var (start, end, labelled) in AttributionReader.TryRead(words, KnownNames.None)?.Times ?? [])
            {
                var stretch = words.Slice(start, end);
                var reading = labelled ? DeadlinePhraseReader.ReadField(stretch, year) : DeadlinePhraseReader.Read(stretch, year);
                deadlines.AddRange(reading.Deadlines.Select(deadline => deadline with { TextOffset = -1 }));
            }
        }

        return deadlines;
    }
}
