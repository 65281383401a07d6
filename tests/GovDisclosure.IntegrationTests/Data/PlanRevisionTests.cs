using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Plans;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.IntegrationTests.Admin;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>A plan is revised in August: what is done is kept, what is open moves, and every past day answers as it did.</summary>
public sealed class PlanRevisionTests(OwnPortal own) : IClassFixture<OwnPortal>
{
    private const string Quarterly = "每季度公布一次重大建设项目批准和实施信息。（市教委牵头，市水务局负责）";
    private const string Summary = "年底前公布食品药品安全监督抽检工作总结。（市教委负责）";
    private const string Monthly = "每月公布空气质量和水环境质量状况。（市水务局负责）";
    private const string Readings = "文件公开后3个工作日内发布政策解读。（市教委负责）";

    // Agencies that no reform renames: the years of these plans are many.
    private const string Education = "jiaowei";
    private const string Water = "shuiwu";

    [Fact]
    public async Task Revise_StricterQuota_CarriesOverWhatWasPublishedAndLeavesThePastAlone()
    {
        var desk = new RevisionDesk(own, 2017);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly.Replace("一次", "不少于2次", StringComparison.Ordinal), Summary, Monthly, Readings));
        var third = Of(await desk.DutiesAsync(plan, Water, desk.Published), "2017-Q3");
        await desk.LogAsync(Water, third.Id, new DateOnly(2017, 7, 20));
        var before = await desk.FiguresAsync(plan, new DateOnly(2017, 8, 14));

        var result = await desk.ReviseAsync(desk.Text("90", Quarterly.Replace("一次", "不少于3次", StringComparison.Ordinal), Summary, Monthly, Readings));

        // The third and the fourth quarter, of two agencies.
        Assert.Equal((0, 4, 0), (result.Counts!.Made, result.Counts.Continued, result.Counts.Ended));
        var duties = await desk.DutiesAsync(plan, Water, desk.Revised);
        var old = Assert.Single(duties, duty => duty.Id == third.Id);
        var next = Assert.Single(duties, duty => duty.OccurrenceKey == "2017-Q3" && duty.Id != third.Id);
        Assert.Equal(ObligationDisposition.Cancelled, old.Disposition);
        Assert.Equal((1, 3, third.WindowStart, ObligationDisposition.Open), (next.PublishedCount, next.RequiredCount, next.WindowStart, next.Disposition));
        Assert.Equal(before, await desk.FiguresAsync(plan, new DateOnly(2017, 8, 14)));
        Assert.Contains(await desk.HistoryAsync(Water, third.Id), entry => entry is { Kind: HistoryKind.EndedByRevision, Note: "京政办发〔2017〕90号" });
        Assert.Contains(await desk.HistoryAsync(Water, next.Id), entry => entry is { Kind: HistoryKind.MadeByRevision, Note: "京政办发〔2017〕90号" });

        await desk.LogAsync(Water, next.Id, new DateOnly(2017, 8, 20));
        await desk.LogAsync(Water, next.Id, new DateOnly(2017, 9, 20));
        Assert.Equal(ObligationState.FulfilledOnTime, Of(await desk.DutiesAsync(plan, Water, new DateOnly(2017, 9, 21)), "2017-Q3", next.Id).State);
    }

    [Fact]
    public async Task Revise_MonthlyBecomesWeekly_DoneAndOverdueStayAndTheRestIsAskedAnew()
    {
        var desk = new RevisionDesk(own, 2018);
        var plan = await desk.PublishAsync(desk.Text("31", Monthly, Summary));
        var made = await desk.DutiesAsync(plan, Water, desk.Published);
        await desk.LogAsync(Water, Of(made, "2018-08").Id, new DateOnly(2018, 8, 3));

        var result = await desk.ReviseAsync(desk.Text("90", Monthly.Replace("每月", "每周", StringComparison.Ordinal), Summary));

        var duties = (await desk.DutiesAsync(plan, Water, desk.Revised)).ToDictionary(duty => duty.OccurrenceKey);
        Assert.Equal(ObligationState.Overdue, duties["2018-07"].State);
        Assert.Equal(ObligationState.FulfilledOnTime, duties["2018-08"].State);
        Assert.Equal(["2018-09", "2018-10", "2018-11", "2018-12"], duties.Values.Where(duty => duty.State == ObligationState.Cancelled).Select(duty => duty.OccurrenceKey));
        var weeks = duties.Values.Where(duty => duty.OccurrenceKey.Contains('W', StringComparison.Ordinal)).ToList();
        Assert.Equal("2018-W33", weeks.MinBy(week => week.DueAt)!.OccurrenceKey);
        Assert.All(weeks, week => Assert.True(week.WindowStart >= desk.From));
        Assert.Equal((weeks.Count, 0, 4), (result.Counts!.Made, result.Counts.Continued, result.Counts.Ended));
    }

    [Fact]
    public async Task Revise_DateMovedAfterItWasDone_IsNotAskedAgain_EvenByALaterRevision()
    {
        var desk = new RevisionDesk(own, 2019);
        var plan = await desk.PublishAsync(desk.Text("31", Summary, Monthly));
        await desk.LogAsync(Education, (await desk.DutiesAsync(plan, Education, desk.Published)).Single().Id, new DateOnly(2019, 7, 3));

        await desk.ReviseAsync(desk.Text("90", Summary.Replace("年底前", "11月底前", StringComparison.Ordinal), Monthly));
        await desk.ReviseAsync(desk.Text("91", Summary.Replace("年底前", "10月底前", StringComparison.Ordinal), Monthly), today: desk.Revised.AddDays(1));

        Assert.Equal(ObligationState.FulfilledOnTime, Assert.Single(await desk.DutiesAsync(plan, Education, desk.Revised.AddDays(1))).State);
    }

    [Fact]
    public async Task Revise_OthersNamed_DroppedEndsAddedOwesRoleMovesAndComesBack()
    {
        var desk = new RevisionDesk(own, 2020);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly, Monthly));
        var open = Of(await desk.DutiesAsync(plan, Education, desk.Published), "2020-Q4");
        var moved = Of(await desk.DutiesAsync(plan, Water, desk.Published), "2020-Q4");

        var first = await desk.ReviseAsync(desk.Text("90", Quarterly.Replace("市教委牵头，市水务局负责", "市水务局牵头，市民政局负责", StringComparison.Ordinal), Monthly));

        // The third and the fourth quarter; but who is new owes only the one that begins after the day.
        Assert.Equal((1, 0, 2, 2, 0), (first.Counts!.Made, first.Counts.Continued, first.Counts.Ended, first.Counts.Moved, first.Counts.Told));
        Assert.Equal(ObligationState.Cancelled, Of(await desk.DutiesAsync(plan, Education, desk.Revised), "2020-Q4", open.Id).State);
        Assert.Equal(AssignmentRole.Lead, Of(await desk.DutiesAsync(plan, Water, desk.Revised), "2020-Q4", moved.Id).Role);
        Assert.Equal(AssignmentRole.Responsible, Of(await desk.DutiesAsync(plan, Water, desk.Revised.AddDays(-1)), "2020-Q4", moved.Id).Role);
        Assert.Contains(await desk.HistoryAsync(Water, moved.Id), entry => entry is { Kind: HistoryKind.RoleChangedByRevision, Role: AssignmentRole.Lead });
        Assert.Equal(["2020-Q4"], (await desk.DutiesAsync(plan, "minzheng", desk.Revised)).Select(duty => duty.OccurrenceKey));

        var second = await desk.ReviseAsync(
            desk.Text("91", Quarterly.Replace("市水务局负责", "市民政局负责", StringComparison.Ordinal), Monthly), new DateOnly(2020, 9, 1), today: new DateOnly(2020, 9, 1));

        var back = Of(await desk.DutiesAsync(plan, Education, new DateOnly(2020, 9, 1)), "2020-Q4", open.Id);
        Assert.Equal((ObligationDisposition.Open, open.DueAt), (back.Disposition, back.DueAt));
        Assert.Equal((2, 2), (second.Counts!.Reopened, second.Counts.Ended));
        Assert.Contains(await desk.HistoryAsync(Education, open.Id), entry => entry.Kind == HistoryKind.ReopenedByRevision);
    }

    [Fact]
    public async Task Revise_TaskGoneAndAnotherNew_PublicPlanSaysSo()
    {
        var desk = new RevisionDesk(own, 2021);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly, Summary, Monthly));
        await desk.LogAsync(Water, Of(await desk.DutiesAsync(plan, Water, desk.Published), "2021-05").Id, new DateOnly(2021, 5, 9));

        var result = await desk.ReviseAsync(desk.Text("90", Quarterly, Summary, "#3.11月底前公开部门权力清单和责任清单。（市财政局负责）"));

        var duties = (await desk.DutiesAsync(plan, Water, desk.Revised)).Where(duty => duty.OccurrenceKey.Length == 7 && !duty.OccurrenceKey.Contains('Q', StringComparison.Ordinal))
            .ToDictionary(duty => duty.OccurrenceKey, duty => duty.State);
        Assert.Equal((ObligationState.FulfilledOnTime, ObligationState.Overdue, ObligationState.Cancelled), (duties["2021-05"], duties["2021-06"], duties["2021-08"]));
        Assert.Equal(1, result.Counts!.Made);
        Assert.Equal(new DateOnly(2021, 8, 10), Assert.Single(await desk.DutiesAsync(plan, "caizheng", desk.Revised)).WindowStart);

        await using var db = await desk.OfficeAsync();
        var page = (await new PlanQueries(db).FindAsync(2021, CancellationToken.None))!;
        Assert.Equal(3, page.AttributedTasks);
        Assert.Contains("空气质量", Assert.Single(page.Ended).Task.Text, StringComparison.Ordinal);
        Assert.Equal("京政办发〔2021〕90号", Assert.Single(page.Revisions).DocumentNumber);
    }

    [Fact]
    public async Task Revise_OtherWordsSameDemand_DutiesGoOnWithANoteAndTheWordsOfBefore()
    {
        var desk = new RevisionDesk(own, 2022);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly, Summary));
        var before = await desk.DutiesAsync(plan, Education, desk.Published);

        var result = await desk.ReviseAsync(desk.Text("90", Quarterly.Replace("批准和实施", "招投标、批准和实施", StringComparison.Ordinal), Summary));

        Assert.Equal((0, 0, 0, 4), (result.Counts!.Made, result.Counts.Continued, result.Counts.Ended, result.Counts.Told));
        var after = await desk.DutiesAsync(plan, Education, desk.Revised);
        Assert.Equal(before.Select(duty => (duty.Id, duty.DueAt)), after.Select(duty => (duty.Id, duty.DueAt)));
        Assert.Contains(await desk.HistoryAsync(Education, Of(after, "2022-Q3").Id), entry => entry.Kind == HistoryKind.RewordedByRevision);
        await using var db = await desk.AgencyAsync(Education);
        var wording = Assert.Single(await db.TaskWordings.Where(row => row.TaskId == Of(after, "2022-Q3").TaskId).ToListAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("招投标", wording.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_TaskMovedToAnotherSection_GoesOnWithWhatWasPublished()
    {
        var desk = new RevisionDesk(own, 2023);
        var twice = Quarterly.Replace("一次", "不少于2次", StringComparison.Ordinal);
        var plan = await desk.PublishAsync(desk.Text("31", twice, Summary));
        var third = Of(await desk.DutiesAsync(plan, Education, desk.Published), "2023-Q3");
        await desk.LogAsync(Education, third.Id, new DateOnly(2023, 7, 20));

        var result = await desk.ReviseAsync(desk.Text("90", Summary, "#二、推进执行公开", "#（一）重点领域", $"#1.{twice}"));

        Assert.Equal((0, 4), (result.Counts!.Made, result.Counts.Continued));
        var next = Assert.Single(await desk.DutiesAsync(plan, Education, desk.Revised), duty => duty.OccurrenceKey == "2023-Q3" && duty.Disposition == ObligationDisposition.Open);
        Assert.Equal((1, 2), (next.PublishedCount, next.RequiredCount));
        Assert.NotEqual(third.TaskId, next.TaskId);
        await using var db = await desk.OfficeAsync();
        Assert.Equal(["推进决策公开", "推进执行公开"], (await new PlanQueries(db).FindAsync(2023, CancellationToken.None))!.Sections.Select(section => section.Title));
    }

    [Fact]
    public async Task Revise_GrantedDateAndOpenRequest_DateStaysRequestFallsAway()
    {
        var desk = new RevisionDesk(own, 2024);
        var twice = Quarterly.Replace("一次", "不少于2次", StringComparison.Ordinal);
        var plan = await desk.PublishAsync(desk.Text("31", twice, Monthly));
        var granted = Of(await desk.DutiesAsync(plan, Water, desk.Published), "2024-Q3");
        var asked = Of(await desk.DutiesAsync(plan, Education, desk.Published), "2024-Q3");
        await desk.AskAsync(Water, granted.Id, new DateOnly(2024, 10, 11), new DateOnly(2024, 8, 1));
        await desk.GrantAsync(granted.Id, new DateOnly(2024, 8, 2));
        await desk.AskAsync(Education, asked.Id, new DateOnly(2024, 10, 11), new DateOnly(2024, 8, 1));

        await desk.ReviseAsync(desk.Text("90", Quarterly.Replace("一次", "不少于3次", StringComparison.Ordinal), Monthly));

        var next = Assert.Single(await desk.DutiesAsync(plan, Water, desk.Revised), duty => duty.OccurrenceKey == "2024-Q3" && duty.Disposition == ObligationDisposition.Open);
        Assert.Equal(BeijingTime.EndOf(new DateOnly(2024, 10, 11)), next.DueAt);
        Assert.Contains(await desk.HistoryAsync(Education, asked.Id), entry => entry is { Kind: HistoryKind.RequestEnded, ActorName: null, Note: "京政办发〔2024〕90号" });
    }

    [Fact]
    public async Task Revise_DutyPassedDown_PartsEndWithTheirWhole()
    {
        var desk = new RevisionDesk(own, 2015);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly.Replace("市水务局", "东城区", StringComparison.Ordinal), Summary));
        var whole = Of(await desk.DutiesAsync(plan, "dongcheng", desk.Published), "2015-Q4");
        var part = await desk.PassAsync("dongcheng", whole, new DateOnly(2015, 7, 1));

        await desk.ReviseAsync(desk.Text("90", Quarterly.Replace("市水务局", "东城区", StringComparison.Ordinal).Replace("一次", "不少于2次", StringComparison.Ordinal), Summary));

        var duty = Assert.Single(await desk.DutiesAsync(plan, part.Unit, desk.Revised));
        Assert.Equal((part.Id, ObligationState.Cancelled), (duty.Id, duty.State));
        Assert.Equal(ObligationState.Upcoming, Assert.Single(await desk.DutiesAsync(plan, part.Unit, desk.Revised.AddDays(-1))).State);
        Assert.Contains(await desk.HistoryAsync(part.Unit, part.Id), entry => entry.Kind == HistoryKind.WholeReleased);
    }

    [Fact]
    public async Task Revise_SameDraftAgainOrAtOnce_HappensOnce()
    {
        var desk = new RevisionDesk(own, 2025);
        var plan = await desk.PublishAsync(desk.Text("31", Quarterly, Summary));
        var draft = await desk.DraftAsync(desk.Text("90", Quarterly.Replace("每季度", "每月", StringComparison.Ordinal), Summary));

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.ReviseAsync(draft, seen: 0)));
        var figures = await desk.FiguresAsync(plan, desk.Revised);
        var again = await desk.ReviseAsync(draft, seen: 0);
        var same = await desk.ReviseAsync(desk.Text("92", Quarterly.Replace("每季度", "每月", StringComparison.Ordinal), Summary));

        Assert.All(results, result => Assert.True(result.IsDone, result.Code));
        Assert.Single(results, result => result.Counts is not null);
        Assert.True(again is { IsDone: true, Counts: null });
        Assert.Equal("NothingChanged", same.Code);
        Assert.Equal(figures, await desk.FiguresAsync(plan, desk.Revised));
        await using var db = await desk.OfficeAsync();
        Assert.Equal(1, await db.PlanRevisions.CountAsync(row => row.PlanId == plan, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Revise_TwoDraftsAtOnce_OneIsToldThatItsPreviewIsStale()
    {
        var desk = new RevisionDesk(own, 2026);
        await desk.PublishAsync(desk.Text("31", Quarterly, Summary));
        var one = await desk.DraftAsync(desk.Text("90", Quarterly.Replace("每季度", "每月", StringComparison.Ordinal), Summary));
        var other = await desk.DraftAsync(desk.Text("91", Quarterly.Replace("每季度", "每周", StringComparison.Ordinal), Summary));

        var results = await Task.WhenAll(desk.ReviseAsync(one, seen: 0), desk.ReviseAsync(other, seen: 0));

        Assert.Single(results, result => result.IsDone);
        Assert.Equal("Stale", Assert.Single(results, result => !result.IsDone).Code);
    }

    [Fact]
    public async Task Revise_DayOutsideItsBounds_IsRefused()
    {
        var desk = new RevisionDesk(own, 2027);
        await desk.PublishAsync(desk.Text("31", Quarterly, Summary));
        var draft = await desk.DraftAsync(desk.Text("90", Quarterly.Replace("每季度", "每月", StringComparison.Ordinal), Summary));

        Assert.Equal("EffectiveFromTooEarly", Assert.Single((await desk.ReviseAsync(draft, new DateOnly(2027, 4, 4))).Violations).Code);
        Assert.Equal("EffectiveFromInFuture", Assert.Single((await desk.ReviseAsync(draft, desk.Revised.AddDays(1))).Violations).Code);
        Assert.True((await desk.ReviseAsync(draft, new DateOnly(2027, 4, 5))).IsDone);
    }

    private static ObligationRow Of(IEnumerable<ObligationRow> duties, string key, Guid? id = null) => Assert.Single(duties, duty => duty.OccurrenceKey == key && (id is null || duty.Id == id));
}
