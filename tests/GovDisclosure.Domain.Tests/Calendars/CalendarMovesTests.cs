using CsCheck;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Calendars;

/// <summary>Which rules follow the calendar, and that a notice moves exactly those due dates that a count by hand would.</summary>
public sealed class CalendarMovesTests
{
    private static readonly DeadlineRuleKind[] Counted =
    [
        DeadlineRuleKind.WorkingDaysAfterEvent, DeadlineRuleKind.CalendarDaysAfterEvent, DeadlineRuleKind.MonthsAfterEvent, DeadlineRuleKind.YearsAfterEvent,
        DeadlineRuleKind.WorkingDaysBeforeEvent,
    ];

    private static readonly Gen<CalendarNoticeDay> AnyDay = Gen.Select(Gen.Int[0, 365], Gen.Int[0, 2]).Select((offset, kind) =>
    {
        var date = new DateOnly(2016, 1, 1).AddDays(offset);
        var isWeekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return new CalendarNoticeDay(date, kind == 0 ? NoticeDayKind.Ordinary : kind == 1 && isWeekend ? NoticeDayKind.MakeUpWorkday : NoticeDayKind.Holiday, "试验");
    });

    private static readonly Gen<CalendarNoticeDraft> AnyNotice = AnyDay.List[1, 12].Select(days =>
        new CalendarNoticeDraft("试〔2016〕1号", 2016, Date("2016-01-01"), "", [.. days.DistinctBy(day => day.Date)]));

    private static readonly Gen<DeadlineRule> AnyRule = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 30]).Select((kind, value) => new DeadlineRule { Kind = Counted[kind], Phrase = "", Value = value });

    [Theory]
    [InlineData(DeadlineRuleKind.WorkingDaysAfterEvent, true)]
    [InlineData(DeadlineRuleKind.CalendarDaysAfterEvent, true)]
    [InlineData(DeadlineRuleKind.MonthsAfterEvent, true)]
    [InlineData(DeadlineRuleKind.YearsAfterEvent, true)]
    [InlineData(DeadlineRuleKind.WorkingDaysBeforeEvent, true)]
    [InlineData(DeadlineRuleKind.HoursAfterEvent, false)]
    [InlineData(DeadlineRuleKind.Periodic, false)]
    [InlineData(DeadlineRuleKind.Quota, false)]
    [InlineData(DeadlineRuleKind.FixedDate, false)]
    [InlineData(DeadlineRuleKind.Target, false)]
    [InlineData(DeadlineRuleKind.Qualitative, false)]
    public void DependsOnCalendar_ByKind_IsWhatIsCounted(DeadlineRuleKind kind, bool expected)
    {
        Assert.Equal(expected, CalendarMoves.DependsOnCalendar(new DeadlineRule { Kind = kind, Phrase = "", Period = PeriodUnit.Month, Value = 1 }));
    }

    [Theory]
    [InlineData(5, null, false, true)]
    [InlineData(0, null, false, false)]
    [InlineData(null, 10, true, true)]
    [InlineData(null, 10, false, false)]
    public void DependsOnCalendar_APeriod_ByWhatComesAfterIt(int? workingDays, int? dayOfNextMonth, bool rolls, bool expected)
    {
        var rule = new DeadlineRule { Kind = DeadlineRuleKind.Periodic, Phrase = "", Period = PeriodUnit.Month, WorkingDaysAfterPeriod = workingDays, DayOfNextMonth = dayOfNextMonth, RollsOffDaysOff = rolls };

        Assert.Equal(expected, CalendarMoves.DependsOnCalendar(rule));
        Assert.Equal(expected, Moves(rule, Date("2016-09-01"), Calendar, Off("2016-10-10")));
    }

    /// <summary>The oracle walks the days one by one: a due date moves exactly where the walk ends elsewhere.</summary>
    [Fact]
    public void DueFrom_AnyNoticeAndRule_MovesExactlyWhereAWalkEndsElsewhere()
    {
        Gen.Select(AnyNotice, AnyRule, Gen.Int[-40, 400]).Sample((draft, rule, offset) =>
        {
            var start = Date("2016-01-01").AddDays(offset);
            var versions = new CalendarVersions(Calendar, [draft.ToNotice(Calendar)]);
            var after = versions.Latest;
            return new CalendarMoves(Calendar).DueFrom(rule, start).DueOn == Walk(rule, start, Calendar)
                && new CalendarMoves(after).DueFrom(rule, start).DueOn == Walk(rule, start, after);
        }, iter: 5000);
    }

    [Fact]
    public void Without_AnyNotice_IsTheCalendarBefore()
    {
        Gen.Select(AnyNotice, AnyNotice).Sample((first, second) =>
        {
            var one = first.ToNotice(Calendar);
            var versions = new CalendarVersions(Calendar, [one]).With(second.ToNotice(Calendar));
            var undone = versions.Without(versions.All[^1].Notices[0]);
            var reference = new CalendarVersions(Calendar, [one]).Latest;
            return Enumerable.Range(0, 366).Select(Date("2016-01-01").AddDays).All(day =>
                undone.Latest.Describe(day) == reference.Describe(day)
                && undone.KnownBefore(undone.All[^1].KnownFrom).Describe(day) == versions.Latest.Describe(day));
        }, iter: 500);
    }

    /// <summary>The three real notices that changed announced days, over the calendar as it was known until then.</summary>
    [Theory]
    [InlineData("2015-05-13", "2015-09-01", 5, "2015-09-08", "2015-09-09")]
    [InlineData("2015-05-13", "2015-08-01", 5, "2015-08-07", "2015-08-07")]
    [InlineData("2019-03-22", "2019-04-26", 3, "2019-05-02", "2019-04-30")]
    [InlineData("2020-01-26", "2020-01-23", 5, "2020-02-05", "2020-02-07")]
    public void DueFrom_RealNotices_MovesWhatTheyMoved(string issuedOn, string start, int count, string before, string after)
    {
        var versions = Data.Calendars.NoticeFile.ReadVersions();
        var rule = new DeadlineRule { Kind = DeadlineRuleKind.WorkingDaysAfterEvent, Phrase = "", Value = count };

        Assert.Equal(Date(before), new CalendarMoves(versions.KnownOn(Date(issuedOn).AddDays(-1))).DueFrom(rule, Date(start)).DueOn);
        Assert.Equal(Date(after), new CalendarMoves(versions.KnownOn(Date(issuedOn))).DueFrom(rule, Date(start)).DueOn);
    }

    [Fact]
    public void MayUndo_AYearThatAnotherBuildsOn_Not()
    {
        var year = new CalendarNoticeDraft("甲", 2027, Date("2026-11-01"), "", [new(Date("2027-01-01"), NoticeDayKind.Holiday, "元旦")]).ToNotice(Calendar);
        var alone = new CalendarVersions(Calendar, [year]);
        var amended = alone.With(new CalendarNoticeDraft("乙", 2027, Date("2026-11-01"), "", [new(Date("2027-05-03"), NoticeDayKind.Holiday, "劳动节")]).ToNotice(alone.Latest));

        Assert.True(alone.MayUndo(year));
        Assert.False(amended.MayUndo(year));
        Assert.Throws<ArgumentException>(() => amended.Without(year));
        Assert.False(alone.MayLoad(year));
        Assert.Equal(2026, alone.Without(year).Latest.LastYear);
    }

    private static WorkingDayCalendar Off(string day) =>
        new CalendarVersions(Calendar, [new HolidayNotice("甲", Date("2016-01-01"), null, [new CalendarEntry(Date(day), CalendarDayKind.Holiday, "试验", "甲")])]).Latest;

    private static bool Moves(DeadlineRule rule, DateOnly start, WorkingDayCalendar before, WorkingDayCalendar after) =>
        CalendarMoves.DependsOnCalendar(rule) && new CalendarMoves(before).DueFrom(rule, start) != new CalendarMoves(after).DueFrom(rule, start);

    private static DateOnly Walk(DeadlineRule rule, DateOnly start, WorkingDayCalendar calendar)
    {
        var count = (int)rule.Value!.Value;
        var day = start;
        switch (rule.Kind)
        {
            case DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.WorkingDaysBeforeEvent:
                var step = rule.Kind == DeadlineRuleKind.WorkingDaysAfterEvent ? 1 : -1;
                while (count > 0)
                {
                    day = day.AddDays(step);
                    count -= calendar.IsWorkingDay(day) ? 1 : 0;
                }

                return day;
            default:
                day = rule.Kind switch
                {
                    DeadlineRuleKind.CalendarDaysAfterEvent => start.AddDays(count),
                    DeadlineRuleKind.MonthsAfterEvent => start.AddMonths(count),
                    _ => start.AddYears(count),
                };
                while (!calendar.IsWorkingDay(day))
                {
                    day = day.AddDays(1);
                }

                return day;
        }
    }
}
