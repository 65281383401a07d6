using CsCheck;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Drafts;

namespace GovDisclosure.Domain.Tests.Plans.Drafts;

public sealed class PlanDraftEditsTests
{
    private const string Text = """
        河湾市2017年政务公开工作要点
        河政办发〔2017〕8号
        一、推进决策公开
        (一)推进政策解读。
        1. 文件公开后3个工作日内发布解读。每季度公布一次目录。(市财政局牵头，市审计局配合)
        2. 年底前公布清单。(市财政局负责)
        """;

    private static readonly PlanDraft Draft = PlanDraft.Of(WorkPlanParser.Parse(Text));

    [Fact]
    public void Split_AtASentence_EachKeepsItsPhrasesAndBothTheirAgencies()
    {
        var at = Draft.Plan.Tasks[0].Text.IndexOf("每季度", StringComparison.Ordinal);

        var tasks = Draft.Split(0, at).Plan.Tasks;

        Assert.Equal(Draft.Plan.Tasks.Count + 1, tasks.Count);
        Assert.Equal(Draft.Plan.Tasks[0].Text, tasks[0].Text + tasks[1].Text);
        Assert.Equal([DeadlineRuleKind.WorkingDaysAfterEvent], tasks[0].Deadlines.Select(deadline => deadline.Kind));
        Assert.All(tasks[1].Deadlines, deadline => Assert.Equal(deadline.Phrase, tasks[1].Text.Substring(deadline.TextOffset, deadline.Phrase.Length)));
        Assert.NotEmpty(tasks[1].Deadlines);
        Assert.Equal(tasks[0].Assignments, tasks[1].Assignments);
        Assert.Equal((1, 2, tasks[0].Number), (tasks[0].Sequence, tasks[1].Sequence, tasks[1].Number));
    }

    [Fact]
    public void Merge_OfASplit_IsTheTaskAgain()
    {
        var at = Draft.Plan.Tasks[0].Text.IndexOf("每季度", StringComparison.Ordinal);

        var again = Draft.Split(0, at).MergeWithNext(0).Plan.Tasks[0];

        Assert.Equal(Draft.Plan.Tasks[0].Text, again.Text.Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal(Draft.Plan.Tasks[0].Assignments, again.Assignments);
        Assert.Equal(Draft.Plan.Tasks[0].Deadlines.Select(deadline => deadline.Phrase), again.Deadlines.Select(deadline => deadline.Phrase));
        Assert.All(again.Deadlines, deadline => Assert.Equal(deadline.Phrase, again.Text.Substring(deadline.TextOffset, deadline.Phrase.Length)));
    }

    [Fact]
    public void Merge_WithTheNext_NamesEverybodyOnceInTheStrongestRole()
    {
        var merged = Draft.MergeWithNext(0).Plan.Tasks;

        Assert.Equal([("市财政局", AssignmentRole.Lead), ("市审计局", AssignmentRole.Cooperating)], merged[0].Assignments.Select(assignment => (assignment.Name, assignment.Role)));
        Assert.Equal(Draft.Plan.Tasks.Count - 1, merged.Count);
    }

    [Fact]
    public void WithTask_ACorrection_TakesNumberRolesAndTimes()
    {
        var edit = new TaskEdit("1.1.2", "年底前公布清单和目录。", "市财政局、市审计局", true, "各区政府，市统计局", "", [new("年底前", DeadlineRuleKind.FixedDate, null, null, null, new DateOnly(2017, 12, 31))]);

        var task = Draft.WithTask(0, edit).Plan.Tasks[0];

        Assert.Empty(TaskEditRules.Check(edit, Draft.Plan.Sections));
        Assert.Equal("1.1.2", task.Number);
        Assert.Equal(
            [("市财政局", AssignmentRole.JointLead, 1), ("市审计局", AssignmentRole.JointLead, 2), ("各区政府", AssignmentRole.Responsible, 1), ("市统计局", AssignmentRole.Responsible, 2)],
            task.Assignments.Select(assignment => (assignment.Name, assignment.Role, assignment.Ordinal)));
        Assert.Equal((0, new DateOnly(2017, 12, 31)), (task.Deadlines[0].TextOffset, task.Deadlines[0].Date));
        Assert.Equal([1, 2], Draft.WithTask(0, edit).Plan.Tasks.Where(other => other.Number == "1.1.2").Select(other => other.Sequence));
    }

    [Theory]
    [InlineData("1.2", "NumberShape")]
    [InlineData("9.1.1", "NumberUnknown")]
    [InlineData("1.7.1", "NumberUnknown")]
    public void Check_NumberThatTheHeadingsDoNotHave_IsRefused(string number, string code) =>
        Assert.Equal([code], TaskEditRules.Check(new TaskEdit(number, "文字", "", false, "", "", []), Draft.Plan.Sections).Select(violation => violation.Code));

    [Theory]
    [InlineData(DeadlineRuleKind.WorkingDaysAfterEvent, "CountMissing")]
    [InlineData(DeadlineRuleKind.MonthsAfterEvent, "CountMissing")]
    [InlineData(DeadlineRuleKind.Periodic, "PeriodMissing")]
    [InlineData(DeadlineRuleKind.FixedDate, "DateMissing")]
    [InlineData(DeadlineRuleKind.Target, "FigureMissing")]
    [InlineData(null, "RuleKindMissing")]
    public void Check_TimeThatLacksWhatItsKindNeeds_IsRefusedAtItsRow(DeadlineRuleKind? kind, string code)
    {
        var edit = new TaskEdit("0.0.0", "文字", "", false, "", "", [new("及时", DeadlineRuleKind.Qualitative, null, null, null, null), new("词", kind, null, null, null, null)]);

        var violation = Assert.Single(TaskEditRules.Check(edit, Draft.Plan.Sections));

        Assert.Equal(code, violation.Code);
        Assert.StartsWith("Deadlines[1].", violation.Field, StringComparison.Ordinal);
    }

    [Fact]
    public void Obstacles_OfAFreshDraft_AreItsHeadAndItsUnknownNames()
    {
        var resolver = new GovDisclosure.Domain.Agencies.AgencyResolver([new(Guid.NewGuid(), "市财政局", GovDisclosure.Domain.Agencies.AgencyNameKind.ShortName)]);
        var names = Draft.NamesUsed.ToDictionary(name => name, name => resolver.Resolve(name, new DateOnly(2017, 4, 1)));

        var obstacles = PlanDraftRules.Obstacles(Draft, names);
        var settled = Draft.WithHead(new PlanHeadEdit("题", "河政办发〔2017〕8号", "河湾市人民政府办公室", new DateOnly(2017, 4, 1), 2017))
            .WithName("市审计局", new NameChoice(null, new NewName(GovDisclosure.Domain.Agencies.AgencyKind.MunicipalDepartment, "Audit")));

        Assert.Equal([("HeadIncomplete", null), ("NameOpen", "市审计局")], obstacles.Select(obstacle => (obstacle.Code, obstacle.Name)));
        Assert.Empty(PlanDraftRules.Obstacles(settled, names));
    }

    [Fact]
    public void Edits_InAnyOrder_LoseNoWordAndKeepSequencesWhole() =>
        Gen.Select(Gen.Int[0, 3].Array[0, 12], Gen.Int[0, 60].Array[12]).Sample((steps, places) =>
        {
            var draft = Draft;
            for (var step = 0; step < steps.Length; step++)
            {
                var index = places[step] % draft.Plan.Tasks.Count;
                var task = draft.Plan.Tasks[index];
                var at = task.Text.Length == 0 ? 0 : places[step] % task.Text.Length;
                draft = steps[step] switch
                {
                    0 or 1 when PlanDraftEdits.CanSplit(task, at) => draft.Split(index, at),
                    2 when index + 1 < draft.Plan.Tasks.Count => draft.MergeWithNext(index),
                    _ => draft,
                };
            }

            static string Words(PlanDraft of) => string.Concat(of.Plan.Tasks.Select(task => task.Text)).Replace("\n", "", StringComparison.Ordinal);
            return Words(draft) == Words(Draft)
                && draft.Plan.Tasks.GroupBy(task => task.Number).All(group => group.Select(task => task.Sequence).SequenceEqual(Enumerable.Range(1, group.Count())));
        }, iter: 500);
}
