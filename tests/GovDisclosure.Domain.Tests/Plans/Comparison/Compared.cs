using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Comparison;

namespace GovDisclosure.Domain.Tests.Plans.Comparison;

/// <summary>Short ways to write plans that are compared.</summary>
internal static class Compared
{
    public const string Words = "每季度公布一次重大建设项目批准和实施信息，做好政策解读工作。";

    public static ComparablePlan Plan(int year, params ComparableTask[] tasks) =>
        new($"{year}年政务公开工作要点", $"办发〔{year}〕1号", new DateOnly(year, 3, 1), year, tasks);

    public static ComparableTask Task(string number, string text, params DeadlineRule[] rules) =>
        new(number, 1, number[0] - '0', "章", false, text, "市工商局牵头", [Named("市工商局")], [.. rules.Select(rule => new ComparableDemand(rule, text))]);

    public static ComparableAssignment Named(string name, AssignmentRole role = AssignmentRole.Lead, string? holder = null) => new(name, holder ?? name, role);

    public static DeadlineRule Days(int days, DeadlineRuleKind kind = DeadlineRuleKind.WorkingDaysAfterEvent) =>
        new() { Kind = kind, Phrase = $"{days}个工作日内", Value = days, Event = TriggerKind.PolicyDocument };

    public static DeadlineRule Every(PeriodUnit period, int? count = null, int? after = null) => new()
    {
        Kind = count is null ? DeadlineRuleKind.Periodic : DeadlineRuleKind.Quota,
        Phrase = "每" + period,
        Period = period,
        MinCount = count,
        WorkingDaysAfterPeriod = after,
    };

    public static DeadlineRule By(int year, int month, int day) => new() { Kind = DeadlineRuleKind.FixedDate, Phrase = $"{month}月{day}日前", Date = new DateOnly(year, month, day) };

    public static DeadlineRule Target(decimal figure) => new() { Kind = DeadlineRuleKind.Target, Phrase = $"不低于{figure}%", Value = figure };
}
