namespace GovDisclosure.Domain.Plans;

/// <content>Ends what stands under a heading once another heading, or the end of the plan, follows.</content>
internal sealed partial class PlanBodyReader
{
    /// <summary>Ends what stands under the last heading, because a heading of a level, or the end of the plan, follows.</summary>
    private void EndLeaf(HeadingLevel following)
    {
        var place = Outline.Place;
        var leadsOn = following > Outline.Level && place != default;
        if (pending.Count > 0)
        {
            List<Piece> words = [.. pending];
            pending.Clear();
            if (leadsOn && words.Count == 1 && title is { } own && own.Paragraph == words[0].Paragraph && IsTitleOnly(own, words[0]))
            {
                segments.Add(DocumentSegmentKind.Heading, words[0].Paragraph, words[0].Start, words[0].End);
            }
            else if (leadsOn)
            {
                waiting.SetAside(new TaskLeaf(place, words, IsTitle: false));
            }
            else
            {
                EndWith(new TaskLeaf(place, words, IsTitle: false));
            }
        }
        else if (title is { } alone && titleStandsAlone && alone.End > alone.Start && !leadsOn)
        {
            EndWith(new TaskLeaf(place, [alone], IsTitle: true));
        }

        title = null;
        titleStandsAlone = false;
        foreach (var lost in held)
        {
            Report(lost.Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, lost.Words.Text);
        }

        held.Clear();
    }

    private void EndWith(TaskLeaf leaf)
    {
        if (covering.For(leaf.Place) is { } cover)
        {
            tasks.Add(leaf.Place, leaf.Pieces, cover, leaf.IsTitle);
            covering.NoteTask(leaf.Place);
            lastAttributed = leaf.Pieces[^1].Paragraph;
        }
        else if (!new ClauseSplitter(known, tasks, covering, segments).TrySplit(leaf, out var left))
        {
            waiting.Add(leaf);
        }
        else if (left is not null)
        {
            waiting.Add(left);
        }
    }

    private static bool IsTitleOnly(Piece own, Piece words) =>
        own.Start == words.Start && Sentences.FirstEnd(words.Paragraph.Folded, own.Start) is var end && (end < 0 || end + 1 >= words.End);
}
