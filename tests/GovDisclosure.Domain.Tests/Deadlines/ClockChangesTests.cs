using CsCheck;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Tests.Calendars;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class ClockChangesTests
{
    private static readonly Gen<ClockStop[]> Stops =
        Gen.Select(Gen.Int[0, 120], Gen.Int[0, 25]).Select((after, length) => (after, length)).Array[0, 4]
            .Select(pairs => pairs.Select(pair => new ClockStop(
                Date("2016-08-01").AddDays(pair.after), Date("2016-08-01").AddDays(pair.after + pair.length))).ToArray());

    private static readonly Gen<DateOnly> Starts = Gen.Int[0, 90].Select(days => Date("2016-07-20").AddDays(days));

    private readonly DueDateCalculator _calculator = new(Calendar);

    /// <summary>条例(2019) art. 33: 20 working days and 20 more are 40 from receipt.</summary>
    [Fact]
    public void DueAfter_Extended20And20_Is40FromTheStart()
    {
        var due = _calculator.DueAfter(Rules.WorkingDays(20), Date("2019-06-03"), Extended(20));

        Assert.Equal(Date("2019-07-02"), due.Original.DueOn);
        Assert.Equal(_calculator.DueAfter(Rules.WorkingDays(40), Date("2019-06-03")), due.Current);
        Assert.Equal(Date("2019-07-30"), due.Current.DueOn);
    }

    [Fact]
    public void DueAfter_AnyExtensions_AddToTheCount() =>
        Gen.Select(AnyDates, Gen.Int[0, 60], Gen.Int[1, 40].Array[1, 4]).Sample((from, count, more) =>
            _calculator.DueAfter(Rules.WorkingDays(count), from, Extended(more)).Current.DueOn == NaiveCalendar.AddWorkingDays(from, count + more.Sum())
            && _calculator.DueAfter(Rules.WorkingDays(count), from, Extended(more)).Original == _calculator.DueAfter(Rules.WorkingDays(count), from),
            iter: 500);

    [Fact]
    public void DueAfter_HoursAndMonthsExtended_AddInTheirUnit()
    {
        var at = Instant("2016-10-01T09:00:00+08:00");

        Assert.Equal(at.AddHours(72), _calculator.DueAfter(Rules.Hours(48), at, Extended(24)).Current.DueAt);
        Assert.Equal(Date("2016-04-30"), _calculator.DueAfter(Rules.Months(1), Date("2016-01-31"), Extended(2)).Current.DueOn.AddDays(-3)); // May 3, after Labour Day
        Assert.Equal(_calculator.DueAfter(Rules.Hours(48), at), _calculator.DueAfter(Rules.Hours(48), at, ClockChanges.None).Current);
    }

    [Theory]
    [InlineData("2016-09-12", "2016-09-14", "2016-10-18")] // three working days before the holiday
    [InlineData("2016-09-15", "2016-09-17", "2016-10-13")] // a stop over days off takes nothing
    [InlineData("2016-09-15", "2016-09-18", "2016-10-14")] // but the make-up Sunday
    [InlineData("2016-09-01", "2016-09-09", "2016-10-13")] // over before the clock starts
    [InlineData("2016-10-14", "2016-12-31", "2016-10-13")] // begins when it has run out
    [InlineData("2016-10-13", "2016-10-13", "2016-10-14")] // the last day itself
    public void DueAfter_AStop_ShiftsByItsWorkingDays(string from, string to, string expected)
    {
        var due = _calculator.DueAfter(Rules.WorkingDays(20), Date("2016-09-09"), Stopped(new ClockStop(Date(from), Date(to))));

        Assert.Equal((Date("2016-10-13"), Date(expected)), (due.Original.DueOn, due.Current.DueOn));
    }

    /// <summary>The oracle walks from day to day and does not count where the clock stands still.</summary>
    [Fact]
    public void DueAfter_AnyStopsAndExtension_EqualsTheOracle() =>
        Gen.Select(Starts, Gen.Int[0, 40], Stops, Gen.Int[0, 20]).Sample((from, count, stops, more) =>
        {
            var changes = new ClockChanges(more > 0 ? [new PeriodExtension(more)] : [], stops);
            var date = from;
            for (var left = count + more; left > 0;)
            {
                date = date.AddDays(1);
                left -= NaiveCalendar.IsWorkingDay(date) && !IsStopped(date, stops) ? 1 : 0;
            }

            return _calculator.DueAfter(Rules.WorkingDays(count), from, changes).Current.DueOn == date;
        }, iter: 3000);

    [Fact]
    public void DueAfter_CalendarDaysWithAnyStops_EqualsTheOracle() =>
        Gen.Select(Starts, Gen.Int[0, 60], Stops).Sample((from, count, stops) =>
        {
            var date = from;
            for (var left = count; left > 0;)
            {
                date = date.AddDays(1);
                left -= IsStopped(date, stops) ? 0 : 1;
            }

            // Nothing is counted when the count is nothing, and then only days off make the day move.
            while (!NaiveCalendar.IsWorkingDay(date) || (stops.Length > 0 && IsStopped(date, stops)))
            {
                date = date.AddDays(1);
            }

            return _calculator.DueAfter(Rules.CalendarDays(count), from, Stopped(stops)).Current.DueOn == date;
        }, iter: 3000);

    [Fact]
    public void DueAfter_MoreStopsOrLonger_IsNeverEarlier() =>
        Gen.Select(Starts, Gen.Int[0, 40], Stops).Sample((from, count, stops) =>
            _calculator.DueAfter(Rules.WorkingDays(count), from, Stopped(stops)).Current.DueAt
                >= _calculator.DueAfter(Rules.WorkingDays(count), from, Stopped([.. stops.Skip(1)])).Current.DueAt, iter: 1000);

    [Fact]
    public void DueAfter_StoppedIntoTheNextYear_IsProvisional()
    {
        var due = _calculator.DueAfter(Rules.WorkingDays(3), Date("2026-12-21"), Stopped(new ClockStop(Date("2026-12-22"), Date("2026-12-31"))));

        Assert.Equal((false, true), (due.Original.IsProvisional, due.Current.IsProvisional));
    }

    [Fact]
    public void Check_BeyondTheCapOrOutOfOrder_NamesTheRule()
    {
        var rule = Rules.WorkingDays(20) with { ExtensionCap = 20 };
        string[] Broken(ClockChanges changes, DeadlineRule by) => [.. changes.Check(by).Select(violation => violation.Code)];

        Assert.Empty(Broken(Extended(20), rule));
        Assert.Equal(["ExtensionBeyondCap"], Broken(Extended(15, 6), rule));
        Assert.Equal(["ExtensionTooSmall"], Broken(Extended(0), rule));
        Assert.Equal(["StopEndsBeforeItStarts"], Broken(Stopped(new ClockStop(Date("2016-10-02"), Date("2016-10-01"))), rule));
        Assert.Equal(["StopNeedsDays"], Broken(Stopped(new ClockStop(Date("2016-10-01"), Date("2016-10-01"))), Rules.Months(1)));
        Assert.Equal(["ExtensionNeedsPeriod"], Broken(Extended(1), Rules.WorkingDaysBefore(7)));
        Assert.Throws<ArgumentException>("changes", () => _calculator.DueAfter(rule, Date("2016-09-09"), Extended(21)));
    }

    [Fact]
    public void DueUnderEach_PenaltyOf2020_KeepsBothAndTheSevenBind()
    {
        DeadlineRule[] rules =
        [
            Rules.WorkingDays(20) with { LegalBasis = "国发〔2014〕6号", InForceFrom = Date("2014-06-01") },
            Rules.WorkingDays(7) with { LegalBasis = "国办发〔2018〕118号", InForceFrom = Date("2018-12-05") },
        ];

        var due = _calculator.DueUnderEach(rules, Date("2020-09-15"));

        Assert.Equal([Date("2020-10-19"), Date("2020-09-24")], due.All.Select(basis => basis.Due.DueOn));
        Assert.Equal("国办发〔2018〕118号", due.Binding.Rule.LegalBasis);
        Assert.Equal("国发〔2014〕6号", Assert.Single(_calculator.DueUnderEach(rules, Date("2016-09-09")).All).Rule.LegalBasis);
        Assert.Throws<ArgumentException>("rules", () => _calculator.DueUnderEach(rules, Date("2014-05-31")));
    }

    [Fact]
    public void DueUnderEach_AnyRules_BindsByTheEarliest() =>
        Gen.Select(AnyDates, Gen.Select(Gen.Int[0, 60], Gen.Bool).Array[1, 5]).Sample((from, counts) =>
        {
            var rules = counts.Select(count => count.Item2 ? Rules.WorkingDays(count.Item1) : Rules.CalendarDays(count.Item1)).ToList();
            var due = _calculator.DueUnderEach(rules, from);
            return due.All.Select(basis => basis.Rule).SequenceEqual(rules)
                && due.All.All(basis => basis.Due == _calculator.DueAfter(basis.Rule, from) && basis.Due.DueAt >= due.Binding.Due.DueAt);
        }, iter: 500);

    private static ClockChanges Extended(params int[] counts) => new([.. counts.Select(count => new PeriodExtension(count))], []);

    private static ClockChanges Stopped(params ClockStop[] stops) => new([], stops);

    private static bool IsStopped(DateOnly date, ClockStop[] stops) => Array.Exists(stops, stop => date >= stop.From && date <= stop.To);
}
