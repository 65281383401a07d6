using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

public sealed class TaskRuleBuilderTests
{
    private static readonly ParsedPlan Plan = ReferenceData.ReadPlan();
    private static readonly TaskRuleBuilder Builder = ReferenceData.ReadRules();

    [Fact]
    public void Build_EachTaskOfTheRealPlan_HasARuleThatOccurrencesUnderstand() =>
        Assert.All(Plan.Tasks, task =>
        {
            var rules = Builder.Build(task, 2016);
            Assert.NotEmpty(rules);
            Assert.All(rules, rule => Assert.NotEqual(DeadlineRuleKind.Qualitative, rule.Rule.Kind));
            Assert.Equal(Enumerable.Range(1, rules.Count), rules.Select(rule => rule.Ordinal));
        });

    [Fact]
    public void Build_PenaltyCases_StartTheClockWithTheDecisionAndCiteTheirBasis()
    {
        var rule = Assert.Single(Build("1.2.3", 1)).Rule;

        Assert.Equal((DeadlineRuleKind.WorkingDaysAfterEvent, 20m, TriggerKind.PenaltyDecision), (rule.Kind, rule.Value, rule.Event));
        Assert.Equal("国发〔2014〕6号", rule.LegalBasis);
        Assert.False(rule.Assumed);
    }

    [Theory]
    [InlineData("4.1.1", 1, TriggerKind.MeetingDecision)]
    [InlineData("5.1.1", 1, TriggerKind.PolicyDocument)]
    [InlineData("5.2.0", 2, TriggerKind.Emergency)]
    public void Build_EventRules_KnowTheirTrigger(string number, int sequence, TriggerKind expected) =>
        Assert.Contains(Build(number, sequence), rule => rule.Rule.Event == expected && !rule.Rule.Assumed);

    [Fact]
    public void Build_TaskWithoutANumber_IsOwedAsAWholeByYearsEndAndSaysSo()
    {
        var whole = Build("6.1.1", 1)[0];

        Assert.Equal((DeadlineRuleKind.FixedDate, new DateOnly(2016, 12, 31), true, ""), (whole.Rule.Kind, whole.Rule.Date, whole.Rule.Assumed, whole.Clause));
    }

    [Fact]
    public void Build_TheSameWordTwice_IsOneDefault() =>
        Assert.Single(Build("1.2.1", 1), rule => rule.Rule.Phrase == "及时");

    [Fact]
    public void Build_ThreeHalfYearlyDuties_StayThreeWithTheirOwnClauses()
    {
        var rules = Build("3.1.0", 3).Where(rule => rule.Rule.Period == PeriodUnit.HalfYear).ToList();

        Assert.Equal(3, rules.Count);
        Assert.Equal(3, rules.Select(rule => rule.Clause).Distinct().Count());
        Assert.All(rules, rule => Assert.Contains(rule.Rule.Phrase, rule.Clause, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_Clauses_AreShortAndVerbatim() =>
        Assert.All(
            Plan.Tasks.SelectMany(task => Builder.Build(task, 2016).Select(rule => (task, rule))).Where(pair => pair.rule.Clause.Length > 0),
            pair =>
            {
                Assert.Contains(pair.rule.Clause, pair.task.Text, StringComparison.Ordinal);
                Assert.InRange(pair.rule.Clause.Length, 1, 120);
            });

    private static IReadOnlyList<TaskDeadlineRule> Build(string number, int sequence) =>
        Builder.Build(Plan.Tasks.Single(task => task.Number == number && task.Sequence == sequence), 2016);
}
