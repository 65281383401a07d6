using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>The grammar beyond the Beijing plan, on small texts.</summary>
public sealed class WorkPlanParserTests
{
    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Parse_OtherLineEndsAndAByteOrderMark_GiveTheSamePlan(string lineEnd)
    {
        var plan = WorkPlanParser.Parse("\uFEFF" + PlanFiles.BeijingText.ReplaceLineEndings(lineEnd));

        Assert.Equal(PlanJson.Write(PlanFiles.Beijing), PlanJson.Write(plan));
    }

    [Fact]
    public void Parse_FullWidthPunctuation_GivesTheSameTasks()
    {
        var text = PlanFiles.BeijingText.Replace(',', '\uFF0C').Replace('(', '\uFF08').Replace(')', '\uFF09').Replace(':', '\uFF1A');

        var plan = WorkPlanParser.Parse(text);

        Assert.Equal(PlanFiles.Beijing.Problems.Count, plan.Problems.Count);
        Assert.Equal(
            PlanFiles.Beijing.Tasks.Select(task => (task.Number, task.Sequence, task.General, task.Deadlines.Count)),
            plan.Tasks.Select(task => (task.Number, task.Sequence, task.General, task.Deadlines.Count)));
        Assert.Equal(
            PlanFiles.Beijing.Tasks.SelectMany(task => task.Assignments), plan.Tasks.SelectMany(task => task.Assignments));
    }

    [Fact]
    public void Parse_AnotherCitysHead_IsRead()
    {
        var plan = WorkPlanParser.Parse(
            "2019年某市政务公开工作要点\n某政办发[2019] 7 号\n某市人民政府办公室\n二〇一九年四月八日\n一、公开\n公开信息。(市教委负责)\n");

        Assert.Equal("2019年某市政务公开工作要点", plan.Title);
        Assert.Equal("某政办发[2019] 7 号", plan.DocumentNumber);
        Assert.Equal("某市人民政府办公室", plan.Issuer);
        Assert.Equal(new DateOnly(2019, 4, 8), plan.IssuedOn);
        Assert.Equal(2019, plan.Year);
        Assert.Empty(plan.Problems);
        Assert.Equal(("1.0.0", "公开信息。"), (plan.Tasks[0].Number, plan.Tasks[0].Text));
    }

    [Fact]
    public void Parse_ItemWithoutASubsection_StandsInSubsectionZero()
    {
        var plan = WorkPlanParser.Parse("一、公开\n1、公开名单。(市教委负责落实)。\n2\uFF0E公开流程。(市科委负责落实)");

        Assert.Equal(["1.0.1", "1.0.2"], plan.Tasks.Select(task => task.Number));
        Assert.Equal([0], plan.Sections[0].Subsections.Select(subsection => subsection.Ordinal));
        Assert.Equal(["公开名单", "公开流程"], plan.Sections[0].Subsections[0].Items.Select(item => item.Title));
    }

    [Fact]
    public void Parse_HeadingThatRunsOn_BeginsTheTask()
    {
        var plan = WorkPlanParser.Parse("一、公开\n(一)推进公开。及时公布。(市教委负责落实)");

        Assert.Equal("推进公开", plan.Sections[0].Subsections[0].Title);
        Assert.Equal(("1.1.0", "推进公开。及时公布。"), (plan.Tasks[0].Number, plan.Tasks[0].Text));
    }

    [Fact]
    public void Parse_TextWithoutAttribution_IsSetAsideWithItsLine()
    {
        var plan = WorkPlanParser.Parse("一、公开\n没有分工的话。\n二、解读\n解读政策。(市教委负责落实)");

        Assert.Contains(new ParseProblem(2, ParseProblemKind.UnattributedText, "没有分工的话。"), plan.Problems);
        Assert.Equal("解读政策。", Assert.Single(plan.Tasks).Text);
    }

    [Fact]
    public void Parse_SentenceOverTwoLines_IsOneAgainAcrossFurniture()
    {
        const string Text = "一、公开\n公开名单,\n扫描二维码 关注我们\n及时更新。(市教委负责落实)";

        var plan = WorkPlanParser.Parse(Text);

        var task = Assert.Single(plan.Tasks);
        Assert.Equal("公开名单,及时更新。", task.Text);
        var deadline = Assert.Single(task.Deadlines);
        Assert.Equal("及时", task.Text.Substring(deadline.TextOffset, 2));
        Assert.Equal(new SourcePlace(4, Text.IndexOf("及时", StringComparison.Ordinal)), deadline.Place);
        Assert.Equal([ParseProblemKind.PageNoise], plan.Problems.Where(problem => problem.Line > 1).Select(problem => problem.Kind));
    }

    [Fact]
    public void Parse_TaskOfTwoParagraphs_KeepsThemAndSaysSo()
    {
        const string Text = "一、公开\n公开名单。\n及时更新。(市教委负责落实)";

        var plan = WorkPlanParser.Parse(Text);

        var task = Assert.Single(plan.Tasks);
        Assert.Equal("公开名单。\n及时更新。", task.Text);
        Assert.Equal(new SourcePlace(3, Text.IndexOf("及时", StringComparison.Ordinal)), Assert.Single(task.Deadlines).Place);
        Assert.Equal([ParseProblemKind.TaskSpansLines], plan.Problems.Where(problem => problem.Line > 1).Select(problem => problem.Kind));
    }

    [Fact]
    public void Parse_LastTaskWithoutItsAttribution_IsNoGeneralDuty()
    {
        var plan = WorkPlanParser.Parse("一、公开\n公开名单。(市教委负责落实)\n做好解读。");

        Assert.DoesNotContain(plan.Tasks, task => task.General);
        Assert.Contains(new ParseProblem(3, ParseProblemKind.UnattributedText, "做好解读。"), plan.Problems);
    }

    [Theory]
    [InlineData("一、公开\n三、解读", ParseProblemKind.NumberingGap, 2)]
    [InlineData("一、", ParseProblemKind.EmptyHeading, 1)]
    [InlineData("一、公开\n(市教委负责落实)", ParseProblemKind.AttributionWithoutText, 2)]
    [InlineData("一、公开\n数周内公开。(市教委负责落实)", ParseProblemKind.UnreadTimePhrase, 2)]
    [InlineData("只有一句话。", ParseProblemKind.UnattributedText, 1)]
    [InlineData("2016年13月40日", ParseProblemKind.MissingIssueDate, 1)]
    public void Parse_WhatIsOdd_IsAProblemWithItsLine(string text, ParseProblemKind kind, int line) =>
        Assert.Contains(WorkPlanParser.Parse(text).Problems, problem => problem.Kind == kind && problem.Line == line);

    [Fact]
    public void Parse_Nothing_GivesAnEmptyPlan()
    {
        var plan = WorkPlanParser.Parse(string.Empty);

        Assert.Empty(plan.Tasks);
        Assert.Empty(plan.Sections);
        Assert.Empty(plan.Segments);
    }
}
