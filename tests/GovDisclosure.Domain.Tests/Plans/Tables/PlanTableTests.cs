using CsCheck;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Domain.Tests.Plans.Tables;

/// <summary>A plan leaves as a task table and comes back as the same plan.</summary>
public sealed class PlanTableTests
{
    private static readonly (string Name, ParsedPlan Plan)[] Plans =
    [
        ("beijing-2016", PlanFiles.Beijing),
        .. PlanFiles.Corpus("Corpus").Concat(PlanFiles.Corpus("Corpus/HeldOut"))
            .Select(example => (example.Name, WorkPlanParser.Parse(PlanDocument.OfText(example.Text), example.Expected.Known))),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_EveryExample_ComesBackAsTheSamePlan(bool headingColumns)
    {
        Assert.True(Plans.Length > 50);
        Assert.All(Plans, example => AssertSame(example.Plan, headingColumns));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_AnyPlan_ComesBackAsTheSamePlan(bool headingColumns) => RandomPlans.Any.Sample(plan => AssertSame(plan, headingColumns), iter: 2000);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Write_Beijing_HasALineForEachTaskAndKeepsPlaces(bool headingColumns)
    {
        var table = PlanTableWriter.Write(PlanFiles.Beijing, headingColumns);
        var document = Document(table);

        WholePlan.Assert(document);
        Assert.Equal(PlanFiles.Beijing.Tasks.Count, table.Lines.Count(line => line.Level is null));
        Assert.All(WorkPlanParser.Parse(document).Tasks, task => Assert.StartsWith(task.Text, document.Text[task.Place!.Value.Offset..], StringComparison.Ordinal));
    }

    [Fact]
    public void Write_PenaltyTask_ReadsAsAnOfficialWouldWriteIt()
    {
        var table = PlanTableWriter.Write(PlanFiles.Beijing, headingColumns: true);
        var line = table.Lines.First(line => line.Level is null && line.Cells[1] == "1.2.3-1").Cells;

        Assert.Equal("北京市2016年政务公开工作要点任务分解表", table.Title);
        Assert.Equal(("发文字号", "京政办发〔2016〕26号"), (table.Facts[0].Key, table.Facts[0].Value));
        Assert.Equal(["序号", "编号", "章", "节", "项", "任务内容", "牵头单位", "责任单位", "配合单位", "完成时限", "责任分工", "时限口径"], table.Columns);
        Assert.StartsWith("一、", line[2], StringComparison.Ordinal);
        Assert.StartsWith("（二）", line[3], StringComparison.Ordinal);
        Assert.StartsWith("3．", line[4], StringComparison.Ordinal);
        Assert.Contains("20个工作日内", line[9], StringComparison.Ordinal);
        Assert.Contains("工作日时限；数值：20；起算：作出行政处罚决定", line[11], StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ATableWithALineThatDoesNotFit_IsReadAsAnybodys()
    {
        var table = PlanTableWriter.Write(PlanFiles.Beijing, headingColumns: true);
        var lines = table.Lines.Select((line, index) => index == 3 ? line with { Cells = [.. line.Cells.Select((cell, column) => column == 1 ? "第三项" : cell)] } : line).ToList();

        var document = Document(table with { Lines = lines });

        WholePlan.Assert(document);
        Assert.Equal(
            PlanFiles.Beijing.Tasks.Count(task => task.Assignments.Count > 0), WorkPlanParser.Parse(document).Tasks.Count);
    }

    [Fact]
    public void Read_WordsChangedAndNotTheirTime_SaysSo()
    {
        var table = PlanTableWriter.Write(OneTask(), headingColumns: false);
        var lines = table.Lines.Select(line => line.Level is null ? line with { Cells = [.. line.Cells.Select(cell => cell == "及时公开。" ? "公开。" : cell)] } : line);

        var plan = WorkPlanParser.Parse(Document(table with { Lines = [.. lines] }));

        Assert.Equal("及时", Assert.Single(plan.Tasks.Single().Deadlines).Phrase);
        Assert.Equal((ParseProblemKind.UnreadTimePhrase, "及时"), (Assert.Single(plan.Problems).Kind, plan.Problems[0].Excerpt));
    }

    [Fact]
    public void Read_ALineCopiedAndAColumnMoved_CountsAnew()
    {
        var table = PlanTableWriter.Write(PlanFiles.Beijing, headingColumns: false);
        var lines = table.Lines.Append(table.Lines.Last(line => line.Level is null)).Select(line => line.Level is null ? line with { Cells = [.. line.Cells.Reverse(), "新列"] } : line);

        var plan = WorkPlanParser.Parse(Document(table with { Columns = [.. table.Columns.Reverse(), "备忘"], Lines = [.. lines] }));

        Assert.Equal(PlanFiles.Beijing.Tasks.Count + 1, plan.Tasks.Count);
        Assert.Equal(plan.Tasks.Count, plan.Tasks.DistinctBy(task => (task.Number, task.Sequence)).Count());
        Assert.Equal(PlanFiles.Beijing.Tasks[^1].Sequence + 1, plan.Tasks[^1].Sequence);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("'=1+1")]
    [InlineData("''-1")]
    [InlineData("'公开")]
    [InlineData("＝公开")]
    public void FormulaGuard_WhatAnExportGuards_ComesBackAsItWas(string text)
    {
        var written = FormulaGuard.Protect(text);
        var guarded = "=+-@＝＋－＠".Contains(written[0], StringComparison.Ordinal) ? "'" + written : written;

        Assert.Equal(text, FormulaGuard.TakeOff(guarded));
        Assert.Equal(text, FormulaGuard.TakeOff(written));
    }

    [Theory]
    [InlineData("市教委、市财政局", "市教委", "市财政局")]
    [InlineData("县（市、区）政府，市财政局；市编办", "县（市、区）政府", "市财政局", "市编办")]
    [InlineData("“各区、县”、市教委", "各区、县", "市教委")]
    [InlineData("“一网通办”专班、市教委", "“一网通办”专班", "市教委")]
    public void Names_AsAPersonWritesThem_AreRead(string cell, params string[] names)
    {
        var table = PlanTableWriter.Write(OneTask(), headingColumns: false);
        var line = table.Lines.Single(line => line.Level is null);

        var plan = WorkPlanParser.Parse(Document(table with { Lines = [line with { Cells = [.. line.Cells.Select((words, index) => index == 3 ? cell : words)] }] }));

        Assert.Equal(names, plan.Tasks.Single().Assignments.Where(assignment => assignment.Role == AssignmentRole.Lead).Select(assignment => assignment.Name));
    }

    [Fact]
    public void Differences_OfPlansThatDiffer_SayWhere()
    {
        var plan = OneTask();
        var task = plan.Tasks[0];

        Assert.Empty(PlanSameness.Differences(plan, plan with { DocumentNumber = "", Problems = [new ParseProblem(1, ParseProblemKind.PageNoise, "")] }));
        Assert.Equal("year", Assert.Single(PlanSameness.Differences(plan, plan with { Year = 2017 })).Where);
        Assert.Equal("task 1.1.1-1 Lead", Assert.Single(PlanSameness.Differences(plan, plan with { Tasks = [task with { Assignments = [new("市财政局", AssignmentRole.Lead, 1)] }] })).Where);
        Assert.Equal(
            "task 1.1.1-1 deadline 1",
            Assert.Single(PlanSameness.Differences(plan, plan with { Tasks = [task with { Deadlines = [task.Deadlines[0] with { Kind = DeadlineRuleKind.Target }] }] })).Where);
        Assert.NotEmpty(PlanSameness.Differences(plan, plan with { Tasks = [] }));
        Assert.NotEmpty(PlanSameness.Differences(plan, plan with { Sections = [] }));
    }

    private static ParsedPlan OneTask() => new(
        "要点", null, null, null, 2016, [new(1, "公开", [new(1, "监管", [new(1, "处罚")])])],
        [new(1, 1, 1, 1, false, "及时公开。", "市教委牵头", [new("市教委", AssignmentRole.Lead, 1)], [new("及时", DeadlineRuleKind.Qualitative, null, null, null, null, null, 0, null)], null)],
        [], []);

    private static void AssertSame(ParsedPlan plan, bool headingColumns)
    {
        var document = Document(PlanTableWriter.Write(plan, headingColumns));
        var read = WorkPlanParser.Parse(document);

        Assert.Empty(PlanSameness.Differences(plan, read));
        Assert.Equal(document.Text, string.Concat(read.Segments.Select(segment => document.Text.Substring(segment.Place.Offset, segment.Length))));
    }

    // As a reader of files hands it on: a title and lines, then the table.
    private static PlanDocument Document(PlanTaskTable table)
    {
        var document = new PlanDocumentBuilder().AddParagraph(table.Title);
        foreach (var (label, value) in table.Facts)
        {
            document.AddParagraph($"{label}：{value}");
        }

        return document.AddTable(table.Lines.Select(line => (IReadOnlyList<string?>)[.. line.Cells]).Prepend([.. table.Columns])).Build();
    }
}
