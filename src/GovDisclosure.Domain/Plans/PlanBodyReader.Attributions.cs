namespace GovDisclosure.Domain.Plans;

/// <content>What an attribution is for: the words before it, the task before it, what a heading covers, or items that wait.</content>
internal sealed partial class PlanBodyReader
{
    private void ReadAttribution(PlacedAttribution attribution, bool ownLine, Block? next)
    {
        firstLeads |= attribution.Found.Reading.SaysOrderBelow;
        if (firstLeads && !attribution.Found.Reading.HasRoleWords)
        {
            attribution = attribution with { Found = attribution.Found with { Reading = attribution.Found.Reading.WithFirstLeading() } };
        }

        var reading = attribution.Found.Reading;
        lastLabelled = ownLine && AttributionLabels.Begins(attribution.Words.Folded) && reading.Assignments.Count > 0 ? reading.Assignments[^1].Role : null;
        segments.Add(DocumentSegmentKind.Attribution, attribution.Paragraph, attribution.Found.Start, attribution.Found.End);
        tasks.ReportDoubts(attribution);
        if (reading.Assignments.Count > 0 && (reading.Scope is not null || (ownLine && CoversSiblings())))
        {
            EndLeaf(HeadingLevel.Section);
            AddTasks(waiting.Take(reading.Scope, Outline.Place), [.. held, attribution]);
            return;
        }

        if (reading.Assignments.Count == 0)
        {
            // A line of time alone goes with the names before it, or with those still to come.
            if (pending.Count == 0 && lastGroup > 0)
            {
                tasks.ExtendLast(lastGroup, attribution);
            }
            else
            {
                held.Add(attribution);
            }

            return;
        }

        if (pending.Count > 0)
        {
            AddTask(Outline.Place, [.. pending], attribution, isTitle: false);
            pending.Clear();
        }
        else if (lastGroup > 0 && lastPlace == Outline.Place)
        {
            tasks.ExtendLast(lastGroup, attribution);
        }
        else if (title is { } words && words.End > words.Start && titleStandsAlone)
        {
            if (Outline.Level is var level && ownLine && below.Is(next, level))
            {
                Cover(level, attribution.Paragraph, attribution.Found, marked: true);
                return;
            }

            if (level == HeadingLevel.Section)
            {
                Report(attribution.Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, attribution.Words.Text);
            }

            AddTask(Outline.Place, [words], attribution, isTitle: true);
        }
        else
        {
            Report(attribution.Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, attribution.Words.Text);
        }

        lastAttributed = attribution.Paragraph;
    }

    private void AddTask(OutlinePlace place, IReadOnlyList<Piece> pieces, PlacedAttribution attribution, bool isTitle)
    {
        tasks.Add(place, pieces, [.. held, attribution], isTitle);
        held.Clear();
        (lastGroup, lastPlace) = (1, Outline.Place);
        lastAttributed = attribution.Paragraph;
        title = null;
        covering.NoteTask(place);
    }

    private void AddTasks(List<TaskLeaf> leaves, IReadOnlyList<PlacedAttribution> attributions)
    {
        held.Clear();
        foreach (var leaf in leaves)
        {
            tasks.Add(leaf.Place, leaf.Pieces, attributions, leaf.IsTitle);
            covering.NoteTask(leaf.Place);
        }

        if (leaves.Count == 0)
        {
            Report(attributions[^1].Paragraph.LineNumber, ParseProblemKind.AttributionWithoutText, attributions[^1].Words.Text);
            return;
        }

        (lastGroup, lastPlace) = (leaves.Count, Outline.Place);
        lastAttributed = attributions[^1].Paragraph;
    }

    // Items without any attribution, and then one on a line of its own: it is for all of them.
    private bool CoversSiblings() =>
        (pending.Count > 0 || (title is not null && titleStandsAlone)) && lastGroup == 0
        && !covering.HasTask(Outline.Place) && waiting.HasSibling(Outline.Place) && Outline.Place != default;

    private void Cover(HeadingLevel level, Paragraph paragraph, FoundAttribution found, bool marked = false)
    {
        var placed = new PlacedAttribution(paragraph, found);
        if (!marked)
        {
            segments.Add(DocumentSegmentKind.Heading, paragraph, title!.Start, found.Start);
            segments.Add(DocumentSegmentKind.Attribution, paragraph, found.Start, found.End);
            tasks.ReportDoubts(placed);
        }

        covering.Enter(level, [.. held, placed]);
        held.Clear();
        title = null;
        titleStandsAlone = false;
        pending.Clear();
    }
}
