using CsCheck;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;
using static GovDisclosure.Domain.Tests.Plans.Comparison.Compared;

namespace GovDisclosure.Domain.Tests.Plans.Comparison;

public sealed class PlanComparisonProperties
{
    private static readonly string[] Clauses =
        ["公布重大建设项目信息", "做好政策解读", "发布抽检结果", "公开预算决算", "回应社会关切", "更新权力清单", "办好政府网站", "曝光违法企业", "公开环境质量", "推进学校信息公开"];

    private static readonly string[] Names = ["市工商局", "市环保局", "市财政局"];

    private static readonly Gen<DeadlineRule> Rules = Gen.OneOf(
        Gen.Int[1, 30].Select(days => Days(days)),
        Gen.Enum<PeriodUnit>().Select(unit => Every(unit)),
        Gen.Select(Gen.Enum<PeriodUnit>(), Gen.Int[1, 4], (unit, count) => Every(unit, count)),
        Gen.Int[1, 12].Select(month => By(2016, month, 15)),
        Gen.Int[1, 100].Select(figure => Target(figure)));

    private static readonly Gen<ComparableTask> Tasks =
        from number in Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3], (section, item) => $"{section}.1.{item}")
        from clauses in Gen.Int[0, Clauses.Length - 1].Select(index => Clauses[index]).Array[1, 6]
        from rules in Rules.Array[0, 3]
        from names in Gen.Select(Gen.Int[0, Names.Length - 1].Select(index => Names[index]), Gen.Enum<AssignmentRole>(), (name, role) => Named(name, role)).Array[1, 3]
        select Task(number, string.Join('，', clauses) + "。", rules) with { Assignments = names };

    private static readonly Gen<ComparablePlan> Plans = Tasks.Array[0, 12].Select(tasks => Plan(2016, tasks));

    [Fact]
    public void ThePlanItself_NothingChanged() => Plans.Sample(plan => Assert.False(PlanComparison.Between(plan, plan).HasChanges));

    [Fact]
    public void EachTask_OccursOnce() => Gen.Select(Plans, Plans).Sample((old, next) =>
    {
        var compared = PlanComparison.Between(old, next);

        Assert.Equal(Enumerable.Range(0, old.Tasks.Count), compared.Tasks.Where(task => task.OldIndex is not null).Select(task => task.OldIndex!.Value).Order());
        Assert.Equal(Enumerable.Range(0, next.Tasks.Count), compared.Tasks.Where(task => task.NewIndex is not null).Select(task => task.NewIndex!.Value));
        Assert.All(compared.Tasks, task =>
        {
            if (task is { Old: { } before, New: { } after })
            {
                Assert.Equal(before.Demands.Count, task.KeptDemands.Count + task.Retimed.Count(change => change.OldIndex is not null));
                Assert.Equal(after.Demands.Count, task.KeptDemands.Count + task.Retimed.Count(change => change.NewIndex is not null));
            }
        });
    });

    [Fact]
    public void TheOtherWayRound_IsTheOpposite() => Gen.Select(Plans, Plans).Sample((old, next) =>
    {
        var (forth, back) = (PlanComparison.Between(old, next), PlanComparison.Between(next, old));

        Assert.Equal(forth.Count(PlanChangeKind.Added), back.Count(PlanChangeKind.Removed));
        Assert.Equal(Matches(forth), Matches(back).Select(pair => (pair.New, pair.Old)).Order());
        var opposite = back.Tasks.Where(task => task.Old is not null && task.New is not null).ToDictionary(task => (task.NewIndex!.Value, task.OldIndex!.Value));
        foreach (var task in forth.Tasks.Where(task => task.Old is not null && task.New is not null))
        {
            Assert.Equal(
                task.Retimed.Select(change => (change.OldIndex, change.NewIndex, change.Shift)).OrderBy(change => change.OldIndex).ThenBy(change => change.NewIndex),
                opposite[(task.OldIndex!.Value, task.NewIndex!.Value)].Retimed
                    .Select(change => (OldIndex: change.NewIndex, NewIndex: change.OldIndex, Shift: PlanComparisonTests.Opposite(change.Shift)))
                    .OrderBy(change => change.OldIndex).ThenBy(change => change.NewIndex));
        }
    });

    private static IEnumerable<(int Old, int New)> Matches(PlanComparison compared) =>
        compared.Tasks.Where(task => task.OldIndex is not null && task.NewIndex is not null).Select(task => (task.OldIndex!.Value, task.NewIndex!.Value)).Order();
}
