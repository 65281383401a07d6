using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>京政办发〔2016〕26号, counted by hand.</summary>
public sealed class BeijingPlanTests
{
    private static readonly ParsedPlan Plan = PlanFiles.Beijing;
    private static readonly ParsedTask[] Attributed = [.. Plan.Tasks.Where(task => !task.General)];

    [Fact]
    public void Parse_Head_SaysWhatWhoAndWhen()
    {
        Assert.Equal("北京市2016年政务公开工作要点", Plan.Title);
        Assert.Equal("京政办发〔2016〕26号", Plan.DocumentNumber);
        Assert.Equal("北京市人民政府办公厅", Plan.Issuer);
        Assert.Equal(new DateOnly(2016, 5, 28), Plan.IssuedOn);
        Assert.Equal(2016, Plan.Year);
    }

    [Fact]
    public void Parse_Headings_AreCounted()
    {
        Assert.Equal(6, Plan.Sections.Count);
        Assert.Equal(24, Plan.Sections.Sum(section => section.Subsections.Count));
        Assert.Equal(31, Plan.Sections.SelectMany(section => section.Subsections).Sum(subsection => subsection.Items.Count));
    }

    [Theory]
    [InlineData(1, 2, 1, "推进食品药品监管执法信息公开")]
    [InlineData(1, 2, 3, "推进制售假冒伪劣商品和侵犯知识产权行政处罚案件信息公开")]
    [InlineData(6, 2, 4, "办好政府公报,着力提升规章、规范性文件的发布质量和时效,发挥好标准文本的指导和服务作用")]
    public void Parse_ItemTitle_IsItsFirstSentence(int section, int subsection, int item, string title)
    {
        var items = Plan.Sections.Single(s => s.Ordinal == section).Subsections.Single(s => s.Ordinal == subsection).Items;

        Assert.Equal(title, items.Single(i => i.Ordinal == item).Title);
    }

    [Fact]
    public void Parse_AttributedTasks_AreSixtyOfTheTextsOwnWords()
    {
        Assert.Equal(60, Attributed.Length);
        Assert.All(Attributed, task =>
        {
            Assert.Contains($"{task.Text}({task.Attribution})", PlanFiles.BeijingText, StringComparison.Ordinal);
            Assert.Equal(task.Text, PlanFiles.BeijingText.Substring(task.Place!.Value.Offset, task.Text.Length));
        });
        Assert.Equal(Plan.Tasks.Count, Plan.Tasks.DistinctBy(task => (task.Number, task.Sequence)).Count());
    }

    [Fact]
    public void Parse_Mentions_Are80LeadsAnd91Responsible()
    {
        var roles = Attributed.SelectMany(task => task.Assignments).CountBy(assignment => assignment.Role).ToDictionary();

        Assert.Equal(80, roles[AssignmentRole.Lead] + roles[AssignmentRole.JointLead]);
        Assert.Equal(91, roles[AssignmentRole.Responsible]);
        Assert.False(roles.ContainsKey(AssignmentRole.Cooperating));
        Assert.Equal(5, Attributed.Count(task => task.Assignments.Any(assignment => assignment.Role == AssignmentRole.JointLead)));
    }

    [Fact]
    public void Parse_Names_Are42AgenciesAnd6Groups()
    {
        var names = Attributed.SelectMany(task => task.Assignments).Select(assignment => assignment.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(
            ["各区政府", "相关区政府", "市政府各部门", "市政府相关部门", "市相关单位", "市打击侵犯知识产权和制售假冒伪劣商品工作领导小组各成员单位"],
            names.Where(AgencyListReader.IsGroupPhrase).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(42, names.Count(name => !AgencyListReader.IsGroupPhrase(name)));
    }

    [Theory]
    [InlineData(DeadlineRuleKind.WorkingDaysAfterEvent, 20, null, null, 1)]
    [InlineData(DeadlineRuleKind.WorkingDaysAfterEvent, 3, null, null, 2)]
    [InlineData(DeadlineRuleKind.HoursAfterEvent, 24, null, null, 1)]
    [InlineData(DeadlineRuleKind.Periodic, null, PeriodUnit.Month, null, 3)]
    [InlineData(DeadlineRuleKind.Periodic, null, PeriodUnit.Quarter, null, 1)]
    [InlineData(DeadlineRuleKind.Periodic, null, PeriodUnit.HalfYear, null, 3)]
    [InlineData(DeadlineRuleKind.Quota, null, PeriodUnit.Quarter, 2, 1)]
    [InlineData(DeadlineRuleKind.Quota, null, PeriodUnit.Year, 1, 1)]
    [InlineData(DeadlineRuleKind.Quota, null, PeriodUnit.Week, 1, 1)]
    [InlineData(DeadlineRuleKind.Quota, null, PeriodUnit.Year, 2, 1)]
    [InlineData(DeadlineRuleKind.Target, 50, null, null, 1)]
    [InlineData(DeadlineRuleKind.Target, 4, null, null, 1)]
    [InlineData(DeadlineRuleKind.FixedDate, null, null, null, 1)]
    [InlineData(DeadlineRuleKind.Qualitative, null, null, null, 36)]
    public void Parse_TimePhrases_AreCounted(DeadlineRuleKind kind, int? value, PeriodUnit? period, int? minCount, int times)
    {
        var deadlines = Plan.Tasks.SelectMany(task => task.Deadlines);

        Assert.Equal(
            times, deadlines.Count(d => d.Kind == kind && d.Value == value && d.Period == period && d.MinCount == minCount));
    }

    [Fact]
    public void Parse_TimePhrases_AreNoOthers() => Assert.Equal(54, Plan.Tasks.Sum(task => task.Deadlines.Count));

    [Theory]
    [InlineData("及时", 24)]
    [InlineData("定期", 9)]
    [InlineData("适时", 1)]
    [InlineData("实时", 1)]
    [InlineData("持续", 1)]
    public void Parse_QualitativeWords_AreCounted(string word, int times) =>
        Assert.Equal(times, Plan.Tasks.SelectMany(task => task.Deadlines).Count(deadline => deadline.Phrase == word));

    [Fact]
    public void Parse_EveryPhrase_StandsWhereItSays() =>
        Assert.All(Plan.Tasks, task => Assert.All(task.Deadlines, deadline =>
        {
            var place = deadline.Place!.Value;
            Assert.Equal(deadline.Phrase, task.Text.Substring(deadline.TextOffset, deadline.Phrase.Length));
            Assert.Equal(deadline.Phrase, PlanFiles.BeijingText.Substring(place.Offset, deadline.Phrase.Length));
            Assert.Equal(PlanFiles.BeijingText.AsSpan(0, place.Offset).Count('\n') + 1, place.Line);
        }));

    [Fact]
    public void Parse_ClosingParagraph_LaysGeneralDutiesOnEverybody()
    {
        var general = Plan.Tasks.Where(task => task.General).ToArray();

        Assert.Equal(6, general.Length);
        Assert.All(general, task =>
        {
            Assert.Null(task.Attribution);
            Assert.Equal("0.0.0", task.Number);
            Assert.EndsWith("。", task.Text, StringComparison.Ordinal);
        });
        Assert.All(general[..5], task => Assert.Equal(
            [new("各区政府", AssignmentRole.Responsible, 1), new("市政府各部门", AssignmentRole.Responsible, 2)], task.Assignments));
        Assert.Equal([new("市政府办公厅", AssignmentRole.Responsible, 1)], general[5].Assignments);
        Assert.Equal("年内至少听取2次", Assert.Single(general[0].Deadlines).Phrase);
        Assert.Equal("所占分值权重不低于4%", Assert.Single(general[3].Deadlines).Phrase);
    }

    [Fact]
    public void Parse_Problems_AreTheOpenListAndThePageNoise() =>
        Assert.Equal(
            [
                new(34, ParseProblemKind.OpenEnumeration, "市住房城乡建设委、市财政局、市国资委、市国土局等公共资源交易监管部门负责落实"),
                new(86, ParseProblemKind.PageNoise, "扫描二维码 关注我们"),
            ],
            Plan.Problems);
}
