using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Tests.Calendars;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>What words may be taken to demand, and what a change leaves to be done within the year.</summary>
public sealed class AssumedRuleRulesTests
{
    private static readonly DateOnly Issued = new(2016, 5, 28);

    [Theory]
    [InlineData("及时", DeadlineRuleKind.WorkingDaysAfterEvent, 15, null, null)]
    [InlineData("及时", DeadlineRuleKind.WorkingDaysAfterEvent, 0, null, "WorkingDaysOutOfRange")]
    [InlineData("及时", DeadlineRuleKind.WorkingDaysAfterEvent, 61, null, "WorkingDaysOutOfRange")]
    [InlineData("及时", DeadlineRuleKind.WorkingDaysAfterEvent, null, null, "WorkingDaysOutOfRange")]
    [InlineData("及时", DeadlineRuleKind.FixedDate, null, null, "KindNotForWord")]
    [InlineData("定期", DeadlineRuleKind.Periodic, null, PeriodUnit.Month, null)]
    [InlineData("定期", DeadlineRuleKind.Periodic, null, null, "PeriodMissing")]
    [InlineData("定期", DeadlineRuleKind.WorkingDaysAfterEvent, 20, null, "KindNotForWord")]
    [InlineData("适时", DeadlineRuleKind.FixedDate, null, null, null)]
    [InlineData("年底前", DeadlineRuleKind.Periodic, null, PeriodUnit.Month, "KindNotForWord")]
    [InlineData("定期", DeadlineRuleKind.HoursAfterEvent, 24, null, "KindNotForWord")]
    public void Check_KindForTheWord_AndItsValue(string word, DeadlineRuleKind kind, int? value, PeriodUnit? period, string? code) =>
        Assert.Equal(code, AssumedRuleRules.Check(word, kind, value, period, "口径").SingleOrDefault()?.Code);

    [Fact]
    public void Remaining_Monthly_OnlyMonthsThatBeginAfterToday()
    {
        var rule = new DeadlineRule { Kind = DeadlineRuleKind.Periodic, Phrase = "定期", Period = PeriodUnit.Month, Assumed = true };

        var left = AssumedRuleRules.Remaining(rule, 2016, Issued, new DateOnly(2016, 9, 1), China.Calendar);

        Assert.Equal(["2016-10", "2016-11", "2016-12"], left.Select(occurrence => occurrence.Key));
    }

    [Theory]
    [InlineData("2016-08-10", 1)]
    [InlineData("2016-12-31", 0)]
    public void Remaining_ByYearsEnd_OwedFromTomorrow(string today, int count)
    {
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        var rule = new DeadlineRule { Kind = DeadlineRuleKind.FixedDate, Phrase = "适时", Date = new DateOnly(2016, 12, 31), Assumed = true };

        var left = AssumedRuleRules.Remaining(rule, 2016, Issued, day, China.Calendar);

        Assert.Equal(count, left.Count);
        Assert.All(left, occurrence => Assert.Equal(day.AddDays(1), occurrence.WindowStart));
    }

    [Fact]
    public void Remaining_WaitingForATrigger_Nothing()
    {
        var rule = new DeadlineRule
        {
            Kind = DeadlineRuleKind.WorkingDaysAfterEvent,
            Phrase = "及时",
            Value = 15,
            Event = TriggerKind.InformationChanged,
            Assumed = true,
        };

        Assert.Empty(AssumedRuleRules.Remaining(rule, 2016, Issued, Issued, China.Calendar));
    }
}
