using GovDisclosure.Domain.Deadlines;
using static GovDisclosure.Domain.Tests.Calendars.China;

namespace GovDisclosure.Domain.Tests.Deadlines;

public sealed class OccurrencesTests
{
    private readonly Occurrences _occurrences = new(Calendar);
    private readonly DateOnly _issuedOn = Date("2016-05-28");

    [Fact]
    public void ForPlan_Monthly_OwesOneForEachMonthFromJune()
    {
        var occurrences = _occurrences.ForPlan(Rules.Each(PeriodUnit.Month), 2016, _issuedOn);

        Assert.Equal(7, occurrences.Count);
        Assert.Equal(
            new Occurrence("2016-06", Date("2016-06-01"), Date("2016-06-30"), Due.EndOf(Date("2016-06-30")), RequiredCount: 1, Target: null),
            occurrences[0]);
    }

    [Fact]
    public void ForPlan_MonthlyWithWorkingDaysAfter_DuesAfterTheWindow()
    {
        var september = _occurrences.ForPlan(Rules.Each(PeriodUnit.Month, workingDaysAfter: 5), 2016, _issuedOn)[3];

        Assert.Equal(("2016-09", Date("2016-09-30"), Date("2016-10-12")), (september.Key, september.WindowEnd, september.Due.DueOn));
    }

    [Fact]
    public void ForPlan_QuarterlyQuota_NeedsItsCountInEachQuarter()
    {
        var occurrences = _occurrences.ForPlan(Rules.Quota(PeriodUnit.Quarter, 2), 2016, _issuedOn);

        Assert.Equal([("2016-Q3", 2), ("2016-Q4", 2)], occurrences.Select(occurrence => (occurrence.Key, occurrence.RequiredCount)));
    }

    [Fact]
    public void ForPlan_YearlyQuota_CountsTheWholeYear()
    {
        var occurrence = Assert.Single(_occurrences.ForPlan(Rules.Quota(PeriodUnit.Year, 1), 2016, _issuedOn));

        Assert.Equal((Date("2016-01-01"), Date("2016-12-31")), (occurrence.WindowStart, occurrence.WindowEnd));
    }

    [Fact]
    public void ForPlan_FixedDate_KeepsItsKeyWhenTheDateIsCorrected()
    {
        var june = Assert.Single(_occurrences.ForPlan(Rules.By(Date("2016-06-30")), 2016, _issuedOn));
        var december = Assert.Single(_occurrences.ForPlan(Rules.By(Date("2016-12-31")), 2016, _issuedOn));

        Assert.Equal(new Occurrence("2016", _issuedOn, Date("2016-06-30"), Due.EndOf(Date("2016-06-30")), 1, Target: null), june);
        Assert.Equal(june.Key, december.Key);
    }

    [Fact]
    public void ForPlan_FixedDateBeforeTheIssue_IsOwedInAWindowThatIsNotUpsideDown()
    {
        var occurrence = Assert.Single(_occurrences.ForPlan(Rules.By(Date("2016-03-31")), 2016, _issuedOn));

        Assert.Equal((Date("2016-03-31"), Date("2016-03-31")), (occurrence.WindowStart, occurrence.WindowEnd));
    }

    [Fact]
    public void ForPlan_Target_IsDueAtTheYearsEndWithItsFigure()
    {
        var occurrence = Assert.Single(_occurrences.ForPlan(Rules.Reach(50), 2016, _issuedOn));

        Assert.Equal(("2016", Date("2016-12-31"), 50m), (occurrence.Key, occurrence.Due.DueOn, occurrence.Target));
    }

    [Fact]
    public void ForPlan_TriggeredRule_OwesNothingYet()
    {
        Assert.Empty(_occurrences.ForPlan(Rules.WorkingDays(20), 2016, _issuedOn));
        Assert.Empty(_occurrences.ForPlan(Rules.CalendarDays(7), 2016, _issuedOn));
        Assert.Empty(_occurrences.ForPlan(Rules.Hours(24), 2016, _issuedOn));
    }

    [Fact]
    public void ForPlan_QualitativeOrIncompleteRule_Throws()
    {
        DeadlineRule[] rules =
        [
            Rules.Promptly(),
            Rules.Each(PeriodUnit.Month) with { Period = null },
            Rules.Quota(PeriodUnit.Month, 0),
            Rules.Quota(PeriodUnit.Month, 1) with { MinCount = null },
            Rules.By(_issuedOn) with { Date = null },
            Rules.Reach(50) with { Value = null },
            Rules.Each(PeriodUnit.Month, workingDaysAfter: -1),
        ];

        Assert.All(rules, rule => Assert.Throws<ArgumentException>(nameof(rule), () => _occurrences.ForPlan(rule, 2016, _issuedOn)));
    }

    [Fact]
    public void ForTrigger_WorkingDays_RunsFromTheTriggersDay()
    {
        var occurrence = _occurrences.ForTrigger(Rules.WorkingDays(20), "case-1187", Date("2016-09-09"));

        Assert.Equal(
            new Occurrence("case-1187", Date("2016-09-09"), Date("2016-10-13"), Due.EndOf(Date("2016-10-13")), 1, Target: null),
            occurrence);
    }

    [Fact]
    public void ForTrigger_Hours_KeepsTheInstant()
    {
        var occurrence = _occurrences.ForTrigger(Rules.Hours(24), "flood", Instant("2016-07-20T01:10:00+08:00"));

        Assert.Equal(Date("2016-07-20"), occurrence.WindowStart);
        Assert.Equal(Date("2016-07-21"), occurrence.WindowEnd);
        Assert.Equal(Instant("2016-07-21T01:10:00+08:00"), occurrence.Due.DueAt);
    }

    [Fact]
    public void ForTrigger_WithoutAKey_Throws()
    {
        Assert.Throws<ArgumentException>(() => _occurrences.ForTrigger(Rules.WorkingDays(20), "", Date("2016-09-09")));
    }
}
