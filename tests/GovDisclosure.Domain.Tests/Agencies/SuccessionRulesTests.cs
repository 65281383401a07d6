using CsCheck;
using GovDisclosure.Domain.Agencies;

namespace GovDisclosure.Domain.Tests.Agencies;

public sealed class SuccessionRulesTests
{
    private static readonly DateOnly Reform = new(2018, 11, 1);

    // 市规划委 and 市国土局 became 市规划国土委 in 2016, and that 市规划自然资源委 in 2018.
    private static readonly SuccessionLink[] Planning =
    [
        new("市规划委", "市规划国土委", new DateOnly(2016, 7, 1), false),
        new("市国土局", "市规划国土委", new DateOnly(2016, 7, 1), false),
        new("市规划国土委", "市规划自然资源委", Reform, false),
    ];

    [Theory]
    [InlineData("市工商局", "市市场监管局", "2018-11-01", null)]
    [InlineData("市工商局", "市工商局", "2018-11-01", "SucceedsItself")]
    [InlineData("市规划委", "市发展改革委", "2018-11-01", "AlreadySucceeded")]
    [InlineData("市规划自然资源委", "市规划委", "2019-01-01", "SuccessionCircle")]
    [InlineData("市规划自然资源委", "市自然资源局", "2018-11-01", "BeforeItsOwnBeginning")]
    [InlineData("市测绘院", "市规划国土委", "2018-11-01", "SuccessorSucceeded")]
    [InlineData("市测绘院", "市规划国土委", "2018-10-31", null)]
    public void Check_OneMore_StaysOneLineForwardInTime(string old, string next, string from, string? code) =>
        Assert.Equal(code, SuccessionRules.Check(new SuccessionDraft([old], next, Day(from), ""), Planning).FirstOrDefault()?.Code);

    [Theory]
    [InlineData("2018-10-31", SuccessionState.Announced)]
    [InlineData("2018-11-01", SuccessionState.Due)]
    public void StateOf_ByTheDay(string today, SuccessionState state) => Assert.Equal(state, SuccessionRules.StateOf(false, false, Reform, Day(today)));

    [Fact]
    public void StateOf_DoneOrWithdrawn_WhateverTheDay()
    {
        Assert.Equal(SuccessionState.CarriedOut, SuccessionRules.StateOf(true, false, Reform, Reform.AddDays(-1)));
        Assert.Equal(SuccessionState.Withdrawn, SuccessionRules.StateOf(false, true, Reform, Reform));
    }

    [Fact]
    public void CheckCarryOut_WhatStandsAgainstIt_IsSaid()
    {
        var facts = new SuccessionFacts(Reform, ["市规划国土委"], false, "市规划自然资源委", null, false);

        Assert.Equal(["SuccessionNotDue", "EarlierSuccessionFirst"], Codes(facts, Planning, Reform.AddDays(-1)));
        Assert.Empty(Codes(facts, [.. Planning.Select(link => link.EffectiveFrom == Reform ? link : link with { IsCarriedOut = true })], Reform));
        Assert.Equal(["SuccessorNotInRegister"], Codes(facts with { Predecessors = ["市工商局"], Successor = null }, Planning, Reform));
        Assert.Equal(["PredecessorNotInRegister"], Codes(facts with { Predecessors = [], PredecessorsMissing = true }, Planning, Reform));
        Assert.Equal(["PredecessorHasSubUnits"], Codes(facts with { Predecessors = ["东城区"], HaveSubUnits = true }, Planning, Reform));
        Assert.Equal(["SuccessorEnded"], Codes(facts with { Predecessors = ["市工商局"], SuccessorEnds = Reform.AddDays(-1) }, Planning, Reform));
        Assert.Equal(
            ["SuccessorAlreadySucceeded"],
            Codes(facts with { Predecessors = ["市测绘院"], Successor = "市规划国土委" }, [.. Planning.Select(link => link with { IsCarriedOut = true })], Reform));
    }

    [Fact]
    public void After_AChain_IsEverybodyInOrder() => Assert.Equal(["市规划国土委", "市规划自然资源委"], SuccessionRules.After("市规划委", Planning));

    [Fact]
    public void Check_WhateverIsEntered_NeverMakesACircleNorGoesBackInTime()
    {
        var one = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 300]);
        one.Array[0, 25].Sample(all =>
        {
            var standing = new List<SuccessionLink>();
            foreach (var (old, next, day) in all)
            {
                var draft = new SuccessionDraft([$"机关{old}"], $"机关{next}", new DateOnly(2016, 1, 1).AddDays(day), "");
                if (!SuccessionRules.Check(draft, standing).Any())
                {
                    standing.Add(new SuccessionLink(draft.Predecessors[0], draft.Successor, draft.EffectiveFrom, false));
                }
            }

            foreach (var link in standing)
            {
                var after = SuccessionRules.After(link.Predecessor, standing);
                Assert.DoesNotContain(link.Predecessor, after);
                Assert.Equal(after.Distinct(), after);
                Assert.Single(standing, other => other.Predecessor == link.Predecessor);
                Assert.All(standing.Where(other => other.Predecessor == link.Successor), next => Assert.True(next.EffectiveFrom > link.EffectiveFrom));
            }
        });
    }

    private static IEnumerable<string> Codes(SuccessionFacts facts, SuccessionLink[] standing, DateOnly today) =>
        SuccessionRules.CheckCarryOut(facts, standing, today).Select(violation => violation.Code);

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
