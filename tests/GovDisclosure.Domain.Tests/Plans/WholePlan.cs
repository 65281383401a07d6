using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>What holds of every text that is parsed: it comes out as it went in, each stretch for what it was taken for.</summary>
internal static class WholePlan
{
    public static void Assert(string text) => Assert(PlanDocument.OfText(text));

    public static void Assert(PlanDocument document)
    {
        var text = document.Text;
        var plan = WorkPlanParser.Parse(document);

        Xunit.Assert.Equal(text, string.Concat(plan.Segments.Select(segment => text.AsSpan(segment.Place.Offset, segment.Length).ToString())));
        foreach (var segment in plan.Segments)
        {
            AssertSegment(plan, segment, text.Substring(segment.Place.Offset, segment.Length));
        }

        Xunit.Assert.Equal(plan.Tasks.Count, plan.Tasks.DistinctBy(task => (task.Number, task.Sequence)).Count());
        Xunit.Assert.All(plan.Tasks.Where(task => !task.General), task => Xunit.Assert.NotEmpty(task.Assignments));
        Xunit.Assert.All(plan.Tasks.SelectMany(task => task.Deadlines), deadline =>
            Xunit.Assert.Equal(deadline.Phrase[0], text[deadline.Place!.Value.Offset]));
        Xunit.Assert.True(PlanJson.TryRead(PlanJson.Write(plan), out _, out var error), error);
    }

    private static void AssertSegment(ParsedPlan plan, DocumentSegment segment, string words)
    {
        switch (segment.Kind)
        {
            case DocumentSegmentKind.Layout:
                Xunit.Assert.All(words, c => Xunit.Assert.True(char.IsWhiteSpace(c) || c == '\uFEFF'));
                break;
            case DocumentSegmentKind.Unread or DocumentSegmentKind.PageNoise:
                Xunit.Assert.Contains(plan.Problems, problem => problem.Line == segment.Place.Line);
                break;
            case DocumentSegmentKind.TaskText:
                Xunit.Assert.Contains(plan.Tasks, task => !task.General && task.Text.Contains(words, StringComparison.Ordinal));
                break;
            case DocumentSegmentKind.GeneralDuty:
                // A duty wrapped over lines is several stretches.
                Xunit.Assert.Contains(plan.Tasks, task => task.General && task.Text.Contains(words, StringComparison.Ordinal));
                break;
            default:
                break;
        }
    }
}
