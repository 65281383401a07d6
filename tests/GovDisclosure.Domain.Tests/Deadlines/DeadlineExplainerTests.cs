using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Tests.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class DeadlineExplainerTests
{
    private readonly Occurrences _occurrences = new(Calendar);
    private readonly DeadlineExplainer _explainer = new(Calendar);

    [Fact]
    public void Explain_TheModelPenaltyCase_TellsTheWholeCount()
    {
        var explanation = Explain(Rules.WorkingDays(20), "2016-09-09");

        Assert.Equal((Date("2016-09-09"), Date("2016-10-13")), (explanation.TriggeredOn, explanation.DueOn));
        Assert.Equal(
            [
                new HolidaySpan("中秋节", Date("2016-09-15"), Date("2016-09-17"), "国办发明电〔2015〕18号"),
                new HolidaySpan("国庆节", Date("2016-10-01"), Date("2016-10-07"), "国办发明电〔2015〕18号"),
            ],
            explanation.SkippedHolidays);
        Assert.Equal([Date("2016-09-18"), Date("2016-10-08"), Date("2016-10-09")], explanation.CountedMakeUpDays.Select(day => day.Date));
        Assert.Equal([Date("2016-09-10"), Date("2016-09-11"), Date("2016-09-24"), Date("2016-09-25")], explanation.SkippedWeekendDays);
        Assert.Equal(["国办发明电〔2015〕18号"], explanation.Notices);
        Assert.True(explanation.AgreesWithOccurrence);
        Assert.False(explanation.IsProvisional);
    }

    [Fact]
    public void Explain_TheModelPenaltyCase_DrawsFromMonday()
    {
        var grid = Explain(Rules.WorkingDays(20), "2016-09-09").Weeks;

        Assert.Equal(6, grid.Head.Count);
        Assert.Null(grid.Omitted);
        Assert.Equal(Date("2016-09-05"), grid.Head[0].Monday);
        Assert.Equal([null, null, null, null, CountRole.Start, CountRole.Skipped, CountRole.Skipped], grid.Head[0].Days.Select(day => day?.Role));
        Assert.Equal([1, 2, 3, null, null, null, 4], grid.Head[1].Days.Select(day => day!.Number));
        Assert.Equal([CountRole.Counted, CountRole.Counted, CountRole.Counted, CountRole.Due, null, null, null], grid.Head[^1].Days.Select(day => day?.Role));
    }

    [Fact]
    public void Explain_NoticesAmended_NamesEachOnce()
    {
        Assert.Equal(["国办发明电〔2019〕16号", "国办发明电〔2020〕1号"], Explain(Rules.WorkingDays(5), "2020-01-23").Notices);
    }

    [Fact]
    public void Explain_CalendarDaysThatRoll_NamesWhatTheyRollOver()
    {
        var explanation = Explain(Rules.CalendarDays(7), "2016-09-24");

        Assert.Equal(Date("2016-10-08"), explanation.DueOn);
        Assert.Equal((Date("2016-10-01"), 7), (explanation.LastCounted!.Day.Date, explanation.LastCounted.Number));
        Assert.Equal(new HolidaySpan("国庆节", Date("2016-10-01"), Date("2016-10-07"), "国办发明电〔2015〕18号"), Assert.Single(explanation.SkippedHolidays));
        Assert.Equal(6, explanation.Days.Count(day => day.Role == CountRole.RolledOver));
        Assert.Equal(Date("2016-10-08"), Assert.Single(explanation.CountedMakeUpDays).Date);
        Assert.Empty(explanation.SkippedWeekendDays); // the weekend of the 24th is counted like other days
    }

    [Fact]
    public void Explain_Hours_LetsAllDaysPass()
    {
        var triggeredAt = Instant("2016-10-01T09:30:00+08:00");
        var explanation = _explainer.Explain(Rules.Hours(24), _occurrences.ForTrigger(Rules.Hours(24), "flood", triggeredAt), triggeredAt);

        Assert.Equal(triggeredAt, explanation.TriggeredAt);
        Assert.Equal([CountRole.Start, CountRole.Due], explanation.Days.Select(day => day.Role));
        Assert.Empty(explanation.SkippedHolidays);
        Assert.Empty(explanation.Notices);
        Assert.Equal(Instant("2016-10-02T09:30:00+08:00"), explanation.Due.DueAt);
    }

    [Fact]
    public void Explain_Period_ShowsItAndItsLastDay()
    {
        var rule = Rules.Each(PeriodUnit.Month);
        var explanation = _explainer.Explain(rule, _occurrences.ForPlan(rule, 2016, Date("2016-05-28"))[0]);

        Assert.Equal("2016-06", explanation.Period?.Key);
        Assert.Equal((Date("2016-06-01"), Date("2016-06-30")), (explanation.Days[0].Day.Date, explanation.Days[^1].Day.Date));
        Assert.Equal(CountRole.Due, explanation.Days[^1].Role);
        Assert.Null(explanation.LastCounted);
        Assert.Null(explanation.TriggeredOn);
    }

    [Fact]
    public void Explain_WorkingDaysAfterAPeriod_CountsFromItsEnd()
    {
        var rule = Rules.Each(PeriodUnit.Month, workingDaysAfter: 5);
        var explanation = _explainer.Explain(rule, _occurrences.ForPlan(rule, 2016, Date("2016-05-28"))[3]);

        Assert.Equal((Date("2016-09-30"), CountRole.Start), (explanation.Days[0].Day.Date, explanation.Days[0].Role));
        Assert.Equal((Date("2016-10-12"), 5), (explanation.DueOn, explanation.LastCounted!.Number));
        Assert.Equal("国庆节", Assert.Single(explanation.SkippedHolidays).Name);
    }

    [Fact]
    public void Explain_Year_ShowsItsEdgesAndSaysWhatItLeavesOut()
    {
        var rule = Rules.Quota(PeriodUnit.Year, 1);
        var explanation = _explainer.Explain(rule, Assert.Single(_occurrences.ForPlan(rule, 2016, Date("2016-05-28"))));

        Assert.Equal(366, explanation.Days.Count);
        Assert.Equal((WeekGrid.EdgeWeeks, WeekGrid.EdgeWeeks), (explanation.Weeks.Head.Count, explanation.Weeks.Tail.Count));
        Assert.Equal(new OmittedWeeks(Date("2016-01-25"), Date("2016-12-04"), FirstNumber: null, LastNumber: null), explanation.Weeks.Omitted);
    }

    [Fact]
    public void Explain_FixedDateOrTarget_EndsWithTheWindow()
    {
        DeadlineRule[] rules = [Rules.By(Date("2016-06-30")), Rules.Reach(50)];

        Assert.All(rules, rule =>
        {
            var occurrence = Assert.Single(_occurrences.ForPlan(rule, 2016, Date("2016-05-28")));
            Assert.True(_explainer.Explain(rule, occurrence).AgreesWithOccurrence);
        });
    }

    [Fact]
    public void Explain_OccurrenceOfAnOlderCalendar_SaysThatItDiffers()
    {
        var before = new WorkingDayCalendar(
            Entries.Where(entry => entry.Notice != "国发明电〔2015〕1号"), Calendar.FirstYear, Calendar.LastYear);
        var rule = Rules.WorkingDays(3);
        var occurrence = new Occurrences(before).ForTrigger(rule, "case", Date("2015-09-02"));

        var explanation = _explainer.Explain(rule, occurrence);

        Assert.Equal((Date("2015-09-07"), Date("2015-09-08")), (occurrence.Due.DueOn, explanation.DueOn));
        Assert.False(explanation.AgreesWithOccurrence);
    }

    [Fact]
    public void Explain_PastTheLastNotice_MarksTheDays()
    {
        var explanation = Explain(Rules.WorkingDays(2), "2026-12-30");

        Assert.True(explanation.IsProvisional);
        Assert.Equal([false, false, true], explanation.Days.Select(day => day.IsProvisional));
    }

    [Fact]
    public void Explain_WrongArguments_Throws()
    {
        var occurrence = _occurrences.ForTrigger(Rules.WorkingDays(3), "case", Date("2016-09-09"));

        Assert.Throws<ArgumentException>("rule", () => _explainer.Explain(Rules.Promptly(), occurrence));
        Assert.Throws<ArgumentException>("rule", () => _explainer.Explain(Rules.Hours(24), occurrence));
        Assert.Throws<ArgumentException>("triggeredAt", () => _explainer.Explain(Rules.WorkingDays(3), occurrence, Instant("2016-09-09T16:00:00Z")));
    }

    /// <summary>The reader's check: counting the days that the explanation shows gives the due day again.</summary>
    [Fact]
    public void Explain_AnyCountOfDays_LetsTheReaderFindTheDueDayAgain() =>
        Gen.Select(AnyDates, Gen.Int[0, 150], Gen.Bool).Sample((from, count, isWorkingDays) =>
        {
            var rule = isWorkingDays ? Rules.WorkingDays(count) : Rules.CalendarDays(count);
            var explanation = _explainer.Explain(rule, _occurrences.ForTrigger(rule, "trigger", from));

            Assert.Equal(from, explanation.Days[0].Day.Date);
            Assert.Equal(explanation.DueOn, explanation.Days[^1].Day.Date);
            Assert.Equal(CountRole.Due, Assert.Single(explanation.Days, day => day.Role == CountRole.Due || day.Day.Date == explanation.DueOn).Role);
            Assert.Equal(Enumerable.Range(1, count), explanation.Days.Select(day => day.Number).OfType<int>());
            for (var i = 1; i < explanation.Days.Count; i++)
            {
                Assert.Equal(from.AddDays(i), explanation.Days[i].Day.Date);
                Assert.True(!isWorkingDays || explanation.Days[i].Number is not null == NaiveCalendar.IsWorkingDay(from.AddDays(i)));
            }

            Assert.True(explanation.LastCounted is not { Role: CountRole.Counted } last || !NaiveCalendar.IsWorkingDay(last.Day.Date));
        });

    [Fact]
    public void Explain_AnyCountOfDays_DrawsEveryDayOnceOrOmitsIt() =>
        Gen.Select(AnyDates, Gen.Int[0, 150]).Sample((from, count) =>
        {
            var rule = Rules.WorkingDays(count);
            var explanation = _explainer.Explain(rule, _occurrences.ForTrigger(rule, "trigger", from));
            var grid = explanation.Weeks;
            var omitted = explanation.Days.Where(day => grid.Omitted is { } gap && day.Day.Date >= gap.First && day.Day.Date <= gap.Last).ToList();
            var drawn = grid.Head.SelectMany(week => week.Days).OfType<ExplainedDay>()
                .Concat(omitted)
                .Concat(grid.Tail.SelectMany(week => week.Days).OfType<ExplainedDay>());

            Assert.Equal(explanation.Days, drawn);
            Assert.InRange(grid.Head.Count + grid.Tail.Count, 1, WeekGrid.MaxWeeks);
            Assert.All(grid.Head.Concat(grid.Tail), week => Assert.Equal((DayOfWeek.Monday, 7), (week.Monday.DayOfWeek, week.Days.Count)));
            Assert.Equal((omitted.FirstOrDefault(day => day.Number is not null)?.Number, omitted.LastOrDefault(day => day.Number is not null)?.Number), (grid.Omitted?.FirstNumber, grid.Omitted?.LastNumber));
        });

    private DeadlineExplanation Explain(DeadlineRule rule, string triggeredOn) =>
        _explainer.Explain(rule, _occurrences.ForTrigger(rule, "trigger", Date(triggeredOn)));
}
