using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Tests.Deadlines;

/// <summary>Rules as the plan of Beijing for 2016 words them.</summary>
internal static class Rules
{
    public static DeadlineRule WorkingDays(int count) => new()
    {
        Kind = DeadlineRuleKind.WorkingDaysAfterEvent,
        Phrase = $"{count}个工作日内",
        Value = count,
        Event = TriggerKind.PenaltyDecision,
    };

    public static DeadlineRule CalendarDays(int count) => new()
    {
        Kind = DeadlineRuleKind.CalendarDaysAfterEvent,
        Phrase = $"{count}日内",
        Value = count,
        Event = TriggerKind.PenaltyDecision,
    };

    public static DeadlineRule Hours(int count) => new()
    {
        Kind = DeadlineRuleKind.HoursAfterEvent,
        Phrase = $"{count}小时内",
        Value = count,
        Event = TriggerKind.Emergency,
    };

    public static DeadlineRule Months(int count) => WorkingDays(count) with { Kind = DeadlineRuleKind.MonthsAfterEvent, Phrase = $"{count}个月内" };

    public static DeadlineRule Years(int count) => WorkingDays(count) with { Kind = DeadlineRuleKind.YearsAfterEvent, Phrase = $"{count}年内" };

    public static DeadlineRule WorkingDaysBefore(int count) =>
        WorkingDays(count) with { Kind = DeadlineRuleKind.WorkingDaysBeforeEvent, Phrase = $"举行听证的{count}日前", Event = null };

    public static DateOnly DueOn(this Occurrence occurrence) => occurrence.Due.DueOn;

    public static DeadlineRule Each(PeriodUnit period, int? workingDaysAfter = null) => new()
    {
        Kind = DeadlineRuleKind.Periodic,
        Phrase = "按月",
        Period = period,
        WorkingDaysAfterPeriod = workingDaysAfter,
    };

    public static DeadlineRule Quota(PeriodUnit period, int minCount) => new()
    {
        Kind = DeadlineRuleKind.Quota,
        Phrase = $"每季度不少于{minCount}次",
        Period = period,
        MinCount = minCount,
    };

    public static DeadlineRule By(DateOnly date) => new() { Kind = DeadlineRuleKind.FixedDate, Phrase = "年底前", Date = date };

    public static DeadlineRule Reach(decimal percent) => new()
    {
        Kind = DeadlineRuleKind.Target,
        Phrase = $"培训率不低于{percent}%",
        Value = percent,
    };

    public static DeadlineRule Promptly() => new() { Kind = DeadlineRuleKind.Qualitative, Phrase = "及时" };
}
