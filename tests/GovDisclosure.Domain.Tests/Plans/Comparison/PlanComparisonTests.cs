using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;
using static GovDisclosure.Domain.Tests.Plans.Comparison.Compared;

namespace GovDisclosure.Domain.Tests.Plans.Comparison;

public sealed class PlanComparisonTests
{
    private const string Other = "及时发布食品药品安全监督抽检结果，曝光违法企业名单。";

    private static readonly ComparablePlan Before = Plan(2016, Task("1.1.1", Words, Every(PeriodUnit.Quarter)), Task("1.1.2", Other, Days(20)));

    [Fact]
    public void Between_ThePlanItself_NothingChanged()
    {
        var same = PlanComparison.Between(Before, Before);

        Assert.False(same.HasChanges);
        Assert.Equal(2, same.Count(PlanChangeKind.Unchanged));
    }

    [Fact]
    public void Between_SameWordsElsewhere_OnlyRenumbered()
    {
        var moved = PlanComparison.Between(Before, Plan(2016, Task("1.1.1", Other, Days(20)), Task("2.1.1", Words, Every(PeriodUnit.Quarter))));

        Assert.Equal([[PlanChangeKind.Renumbered], [PlanChangeKind.Renumbered]], moved.Tasks.Select(task => task.Kinds));
        Assert.Equal([(1, 0), (0, 1)], moved.Tasks.Select(task => (task.OldIndex!.Value, task.NewIndex!.Value)));
    }

    [Fact]
    public void Between_TextRewrittenUnderItsNumber_IsRewordedAndNotAnother()
    {
        var reworded = PlanComparison.Between(Before, Plan(2016, Before.Tasks[0] with { Text = "每月公布一次重大建设项目批准信息，并做好政策解读。" }, Before.Tasks[1]));

        Assert.Equal([[PlanChangeKind.Reworded], [PlanChangeKind.Unchanged]], reworded.Tasks.Select(task => task.Kinds));
    }

    [Fact]
    public void Between_TaskGoneAndAnotherNew_EachStandsWhereItStood()
    {
        var next = Plan(2016, Before.Tasks[1], Task("1.1.3", "建立政府网站信息内容保障机制。", By(2016, 12, 31)));

        var changed = PlanComparison.Between(Before, next);

        Assert.Equal([PlanChangeKind.Removed, PlanChangeKind.Unchanged, PlanChangeKind.Added], changed.Tasks.SelectMany(task => task.Kinds));
        Assert.Equal(Words, Assert.Single(changed.Of(PlanChangeKind.Removed)).Old!.Text);
    }

    [Fact]
    public void Between_OthersNamed_SaysWhoCameWentAndChangedRole()
    {
        var old = Before.Tasks[0] with { Assignments = [Named("市工商局"), Named("市环保局", AssignmentRole.Responsible), Named("市财政局", AssignmentRole.Responsible)] };
        var next = old with { Assignments = [Named("市环保局"), Named("市水务局", AssignmentRole.Responsible), Named("市财政局", AssignmentRole.Responsible)] };

        var change = Assert.Single(PlanComparison.Between(Plan(2016, old), Plan(2016, next)).Tasks);

        Assert.Equal([PlanChangeKind.Reassigned], change.Kinds);
        Assert.Equal(
            [
                ("市环保局", AssignmentRole.Responsible, AssignmentRole.Lead),
                ("市水务局", null, AssignmentRole.Responsible),
                ("市工商局", (AssignmentRole?)AssignmentRole.Lead, (AssignmentRole?)null),
            ],
            change.Reassigned.Select(row => (row.Name, row.OldRole, row.NewRole)));
    }

    [Fact]
    public void Between_SameAgencyUnderAnotherName_IsNoChange()
    {
        var old = Before.Tasks[0] with { Assignments = [Named("市工商局", holder: "A")] };
        var next = old with { Assignments = [Named("市工商行政管理局", holder: "A")] };

        Assert.False(PlanComparison.Between(Plan(2016, old), Plan(2017, next)).HasChanges);
    }

    public static TheoryData<DeadlineRule, DeadlineRule, DemandShift> Shifts => new()
    {
        { Days(20), Days(10), DemandShift.Stricter },
        { Days(20), Days(20, DeadlineRuleKind.CalendarDaysAfterEvent), DemandShift.Stricter },
        { Days(3), Days(3, DeadlineRuleKind.HoursAfterEvent), DemandShift.Stricter },
        { Days(3), Days(3) with { Event = TriggerKind.PenaltyDecision }, DemandShift.Other },
        { Days(3, DeadlineRuleKind.WorkingDaysBeforeEvent), Days(7, DeadlineRuleKind.WorkingDaysBeforeEvent), DemandShift.Stricter },
        { Every(PeriodUnit.Quarter), Every(PeriodUnit.Month), DemandShift.Stricter },
        { Every(PeriodUnit.Quarter), Every(PeriodUnit.Quarter, 2), DemandShift.Stricter },
        { Every(PeriodUnit.Year, 4), Every(PeriodUnit.Quarter), DemandShift.Stricter },
        { Every(PeriodUnit.Quarter, after: 10), Every(PeriodUnit.Quarter, after: 5), DemandShift.Stricter },
        { Every(PeriodUnit.Month) with { DayOfNextMonth = 10 }, Every(PeriodUnit.Month) with { DayOfNextMonth = 5 }, DemandShift.Stricter },
        { By(2016, 12, 31), Every(PeriodUnit.Quarter), DemandShift.Stricter },
        { By(2016, 12, 31), By(2016, 6, 30), DemandShift.Stricter },
        { By(2016, 12, 31), By(2016, 12, 31) with { Assumed = true }, DemandShift.Other },
        { Target(50), Target(60), DemandShift.Stricter },
    };

    [Theory]
    [MemberData(nameof(Shifts))]
    public void Between_DemandChanged_SaysWhichWay(DeadlineRule old, DeadlineRule next, DemandShift shift)
    {
        var forth = Assert.Single(PlanComparison.Between(Plan(2016, Task("1.1.1", Words, old)), Plan(2016, Task("1.1.1", Words, next))).Tasks);
        var back = Assert.Single(PlanComparison.Between(Plan(2016, Task("1.1.1", Words, next)), Plan(2016, Task("1.1.1", Words, old))).Tasks);

        Assert.Equal(shift, Assert.Single(forth.Retimed).Shift);
        Assert.Equal(Opposite(shift), Assert.Single(back.Retimed).Shift);
    }

    [Fact]
    public void Between_TwoYears_TheSameDayOfTheYearIsTheSameDemand()
    {
        var next = PlanComparison.Between(
            Plan(2016, Task("1.1.1", Words, By(2016, 6, 30)), Task("1.1.2", Other, By(2016, 6, 30))),
            Plan(2017, Task("1.1.1", Words, By(2017, 6, 30)), Task("1.1.2", Other, By(2017, 9, 30))));

        Assert.Equal([[PlanChangeKind.Unchanged], [PlanChangeKind.Laxer]], next.Tasks.Select(task => task.Kinds));
    }

    [Fact]
    public void Between_OnceInEachPeriodSaidOtherwise_IsTheSameDemand() => Assert.Equal(
        [PlanChangeKind.Unchanged],
        Assert.Single(PlanComparison.Between(
            Plan(2016, Task("1.1.1", Words, Every(PeriodUnit.Quarter))), Plan(2016, Task("1.1.1", Words, Every(PeriodUnit.Quarter, 1)))).Tasks).Kinds);

    [Fact]
    public void Between_DemandsCameAndWent_NewIsStricterGoneIsLaxer()
    {
        var changed = Assert.Single(PlanComparison.Between(
            Plan(2016, Task("1.1.1", Words, Every(PeriodUnit.Quarter), Target(50))),
            Plan(2016, Task("1.1.1", Words, Days(3), Every(PeriodUnit.Quarter)))).Tasks);

        Assert.Equal([(0, 1)], changed.KeptDemands);
        Assert.Equal([(null, (int?)0, DemandShift.Stricter), ((int?)1, null, DemandShift.Laxer)], changed.Retimed.Select(row => (row.OldIndex, row.NewIndex, row.Shift)));
        Assert.Equal([PlanChangeKind.Stricter, PlanChangeKind.Laxer], changed.Kinds);
    }

    [Fact]
    public void Between_HundredsOfTasks_MatchesEach()
    {
        // Each text of characters of its own, as long as a task of a real plan. No clock is asserted; a hang would show.
        ComparableTask[] tasks = [.. Enumerable.Range(0, 500).Select(index => Task($"1.1.{index}", string.Concat(Enumerable.Range(0, 200).Select(at => (char)(0x4E00 + (((index * 7919) + (at * at * 31)) % 20000))))))];

        var compared = PlanComparison.Between(Plan(2016, tasks), Plan(2017, [.. tasks.Reverse()]));

        Assert.Equal(500, compared.Tasks.Count);
        Assert.All(compared.Tasks, task => Assert.Equal(task.Old!.Text, task.New!.Text));
    }

    [Fact]
    public void Between_RealPlanWithoutOneTaskUnderOtherNumbers_OnlyThatOneIsGone()
    {
        var plan = ComparablePlan.Of(ReferenceData.ReadPlan(), ReferenceData.ReadRules(), _ => null);
        for (var gone = 0; gone < plan.Tasks.Count; gone++)
        {
            var index = gone;
            var left = plan.Tasks.Where((_, at) => at != index).Reverse().Select((task, at) => task with { Number = $"9.9.{at}" }).ToList();

            var compared = PlanComparison.Between(plan, plan with { Tasks = left });

            Assert.Equal(gone, Assert.Single(compared.Of(PlanChangeKind.Removed)).OldIndex);
            Assert.All(compared.Tasks.Where(task => task.New is not null), task => Assert.Equal([PlanChangeKind.Renumbered], task.Kinds));
        }
    }

    internal static DemandShift Opposite(DemandShift shift) => shift switch
    {
        DemandShift.Stricter => DemandShift.Laxer,
        DemandShift.Laxer => DemandShift.Stricter,
        _ => shift,
    };
}
