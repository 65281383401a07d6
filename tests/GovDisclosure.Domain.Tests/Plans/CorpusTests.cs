using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Tests.Plans.Corpus;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>Examples of our own, in the ways in which provinces, cities and counties write; what each means is written beside it.</summary>
public sealed class CorpusTests
{
    private static readonly (string Name, string Text, ExpectedPlan Expected)[] Examples =
        [.. PlanFiles.Corpus("Corpus"), .. PlanFiles.Corpus("Corpus/HeldOut")];

    [Fact]
    public void Parse_Examples_ArePreciseAndComplete()
    {
        var scores = new Scores();
        foreach (var (name, text, expected) in Examples)
        {
            var plan = WorkPlanParser.Parse(PlanDocument.OfText(text), expected.Known);
            scores.Add(name, expected, plan);
            Assert.All(expected.Problems, kind => Assert.Contains(plan.Problems, problem => problem.Kind == kind));
        }

        foreach (var score in scores.All)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(score.ToString());
        }

        foreach (var mistake in scores.All.SelectMany(score => score.Mistakes))
        {
            TestContext.Current.TestOutputHelper!.WriteLine(mistake);
        }

        Assert.True(Examples.Length >= 25);
        Assert.Empty(scores.All.SelectMany(score => score.Mistakes));
        Assert.All(scores.All, score => Assert.Equal((1.0, 1.0), (score.Precision, score.Recall)));
    }

    [Fact]
    public void Parse_Examples_LoseNoCharacter() => Assert.All(Examples, example =>
    {
        var plan = WorkPlanParser.Parse(example.Text);

        Assert.Equal(example.Text, string.Concat(plan.Segments.Select(segment => example.Text.Substring(segment.Place.Offset, segment.Length))));
        Assert.True(PlanJson.TryRead(PlanJson.Write(plan), out _, out var error), error);
    });

    [Fact]
    public void Parse_Examples_KeepEachPhraseAndItsPlace() => Assert.All(Examples, example => Assert.All(
        WorkPlanParser.Parse(example.Text).Tasks,
        task => Assert.All(task.Deadlines, deadline =>
        {
            // A phrase may be wrapped over two lines: its first character stands where it says.
            Assert.Equal(deadline.Phrase[0], example.Text[deadline.Place!.Value.Offset]);
            Assert.True(deadline.TextOffset < 0 || task.Text.Substring(deadline.TextOffset, deadline.Phrase.Length) == deadline.Phrase);
        })));
}
