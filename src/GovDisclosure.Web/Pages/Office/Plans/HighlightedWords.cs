using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>A task's words cut where phrases of time begin and end, so that a page can mark them in place.</summary>
public static class HighlightedWords
{
    /// <summary>The stretches in order; together they are the text.</summary>
    public static IEnumerable<(string Words, bool IsPhrase)> Of(ParsedTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var at = 0;
        foreach (var deadline in task.Deadlines.Where(deadline => deadline.TextOffset >= 0).OrderBy(deadline => deadline.TextOffset))
        {
            var (start, end) = (deadline.TextOffset, deadline.TextOffset + deadline.Phrase.Length);
            // Phrases that overlap are marked once; one that a correction moved out of the text is not marked.
            if (start < at || end > task.Text.Length)
            {
                continue;
            }

            if (start > at)
            {
                yield return (task.Text[at..start], false);
            }

            yield return (task.Text[start..end], true);
            at = end;
        }

        if (at < task.Text.Length)
        {
            yield return (task.Text[at..], false);
        }
    }
}
