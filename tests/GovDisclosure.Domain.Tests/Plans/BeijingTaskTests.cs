using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>Single tasks of the Beijing plan, word for word.</summary>
public sealed class BeijingTaskTests
{
    [Fact]
    public void Parse_PenaltyTask_HasItsClockAndItsGroup()
    {
        var task = PlanFiles.BeijingTask("1.2.3");

        Assert.Equal(
            "推进制售假冒伪劣商品和侵犯知识产权行政处罚案件信息公开。除涉及需依法保护的商业秘密和个人隐私的案件外,适用于一般查办程序的制售假冒伪劣商品和侵犯知识产权行政处罚案件,"
            + "在作出行政处罚决定之日起20个工作日内,以相关部门门户网站为主渠道,依法主动公开案件名称、被处罚单位或个人名称,以及主要违法事实和处罚种类、依据、结果等,"
            + "并将案件信息录入北京市打击侵权假冒“两法衔接”信息共享平台。",
            task.Text);
        Assert.Equal("市打击侵犯知识产权和制售假冒伪劣商品工作领导小组各成员单位分别负责落实", task.Attribution);
        Assert.Equal(
            [new("市打击侵犯知识产权和制售假冒伪劣商品工作领导小组各成员单位", AssignmentRole.Responsible, 1)], task.Assignments);
        var deadline = Assert.Single(task.Deadlines);
        Assert.Equal(
            ("20个工作日内", DeadlineRuleKind.WorkingDaysAfterEvent, 20m, "作出行政处罚决定"),
            (deadline.Phrase, deadline.Kind, deadline.Value, deadline.Event));
    }

    [Fact]
    public void Parse_SecondTaskOfAnItem_BeginsAfterTheAttributionBefore()
    {
        var task = PlanFiles.BeijingTask("1.2.3", 2);

        Assert.Equal("绘制并公开专利行政执法事项流程图,在市知识产权局网站公开专利执法结果。", task.Text);
        Assert.Equal("市知识产权局负责落实", task.Attribution);
        Assert.Equal([new("市知识产权局", AssignmentRole.Responsible, 1)], task.Assignments);
        Assert.Empty(task.Deadlines);
    }

    [Fact]
    public void Parse_TaskDirectlyInASubsection_HasNoItemAndNoTailAmongItsNames()
    {
        var task = PlanFiles.BeijingTask("2.4.0");

        Assert.StartsWith("建设市公共资源交易平台,", task.Text, StringComparison.Ordinal);
        Assert.Equal(
            "市发展改革委、市政务服务办牵头,市住房城乡建设委、市财政局、市国资委、市国土局等公共资源交易监管部门负责落实", task.Attribution);
        Assert.Equal(["市发展改革委", "市政务服务办"], Names(task, AssignmentRole.Lead));
        Assert.Equal(["市住房城乡建设委", "市财政局", "市国资委", "市国土局"], Names(task, AssignmentRole.Responsible));
        Assert.Equal("及时", Assert.Single(task.Deadlines).Phrase);
    }

    [Fact]
    public void Parse_WaterTask_IsHalfYearlyThreeTimes()
    {
        var task = PlanFiles.BeijingTask("3.1.0", 3);

        Assert.StartsWith("公开本市城市建成区黑臭水体名单、责任人等信息,", task.Text, StringComparison.Ordinal);
        Assert.Equal(["市水务局"], Names(task, AssignmentRole.Responsible));
        Assert.Equal(3, task.Deadlines.Count);
        Assert.All(task.Deadlines, deadline => Assert.Equal(("每半年", PeriodUnit.HalfYear), (deadline.Phrase, deadline.Period)));
    }

    [Fact]
    public void Parse_EmergencyTask_IsToBeMetInHours()
    {
        var task = PlanFiles.BeijingTask("5.2.0", 2);

        Assert.Equal(["市委宣传部", "市政府新闻办", "市政府办公厅"], Names(task, AssignmentRole.Lead));
        Assert.Equal(["各区政府", "市政府各部门"], Names(task, AssignmentRole.Responsible));
        Assert.Equal(["及时", "24小时内"], task.Deadlines.Select(deadline => deadline.Phrase));
        Assert.Equal((24m, "特别重大、重大突发事件发生"), (task.Deadlines[1].Value, task.Deadlines[1].Event));
    }

    [Fact]
    public void Parse_WebsiteTask_IsWeeklyAndMoreTimelyIsNoDeadline()
    {
        var task = PlanFiles.BeijingTask("6.2.1");

        Assert.Contains("更加及时的回应关切", task.Text, StringComparison.Ordinal);
        var deadline = Assert.Single(task.Deadlines);
        Assert.Equal(
            ("每周至少更新1次", DeadlineRuleKind.Quota, PeriodUnit.Week, 1),
            (deadline.Phrase, deadline.Kind, deadline.Period, deadline.MinCount));
    }

    [Fact]
    public void Parse_TrainingTask_HasATarget()
    {
        var task = PlanFiles.BeijingTask("6.3.0");

        var deadline = Assert.Single(task.Deadlines);
        Assert.Equal(("培训率不低于50%", DeadlineRuleKind.Target, 50m), (deadline.Phrase, deadline.Kind, deadline.Value));
        Assert.Equal(["市政府办公厅", "市人力社保局"], Names(task, AssignmentRole.Lead));
    }

    [Theory]
    [InlineData("4.1.1", "市、区政府常务会议和部门办公会议议定的重大决策事项")]
    [InlineData("5.1.1", "文件公开")]
    public void Parse_ThreeDayClocks_SayWhatStartsThem(string number, string trigger) =>
        Assert.Equal(trigger, PlanFiles.BeijingTask(number).Deadlines.Single(deadline => deadline.Value == 3).Event);

    [Fact]
    public void Parse_ThisYearsEdition_IsDueAtTheYearsEnd()
    {
        var deadline = Assert.Single(PlanFiles.BeijingTask("1.1.0").Deadlines);

        Assert.Equal(
            ("2016年版", DeadlineRuleKind.FixedDate, new DateOnly(2016, 12, 31)), (deadline.Phrase, deadline.Kind, deadline.Date));
    }

    private static IEnumerable<string> Names(ParsedTask task, AssignmentRole role) =>
        task.Assignments.Where(assignment => assignment.Role == role).Select(assignment => assignment.Name);
}
