using System.Globalization;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>What a rule demands, in the reader's language and built from its values alone.</summary>
internal sealed class RuleWords(IStringLocalizer<DutyText> text, PortalFormat format)
{
    public string Of(DeadlineRule rule) => rule.Kind switch
    {
        DeadlineRuleKind.WorkingDaysAfterEvent => After("WorkingDays", rule),
        DeadlineRuleKind.CalendarDaysAfterEvent => After("Days", rule),
        DeadlineRuleKind.HoursAfterEvent => After("Hours", rule),
        DeadlineRuleKind.MonthsAfterEvent => After("Months", rule),
        DeadlineRuleKind.YearsAfterEvent => After("Years", rule),
        DeadlineRuleKind.WorkingDaysBeforeEvent => text[rule.Value == 1 ? "Rule.Before.One" : "Rule.Before.Other", Number(rule.Value ?? 0)],
        DeadlineRuleKind.Periodic => Grace(text[$"Rule.Each.{rule.Period}"], rule),
        DeadlineRuleKind.Quota => Grace(AtLeast(rule), rule),
        DeadlineRuleKind.FixedDate when rule.Date is { } date => text["Rule.ByDate", format.DayWithYear(date)],
        DeadlineRuleKind.Target when rule.Value is { } value => text["Rule.Target", Number(value)],
        _ => text["Rule.NoTime"],
    };

    /// <summary>作出行政处罚决定之日起; the penalty decision: what starts the clock, as the rule's sentence needs it.</summary>
    public string Event(TriggerKind? kind) => text[kind is { } known ? $"Event.{known}" : "Event.Any"];

    private string After(string unit, DeadlineRule rule)
    {
        var count = rule.Value ?? 0;
        var key = count switch { 0 => "Zero", 1 => "One", _ => "Other" };
        return text[$"Rule.{unit}.{key}", Event(rule.Event), Number(count)];
    }

    private string AtLeast(DeadlineRule rule) => rule.MinCount switch
    {
        null or <= 1 => text[$"Rule.AtLeastOnce.{rule.Period}"],
        2 => text[$"Rule.AtLeastTwice.{rule.Period}"],
        { } count => text[$"Rule.AtLeast.{rule.Period}", count],
    };

    private string Grace(string words, DeadlineRule rule) => rule switch
    {
        { WorkingDaysAfterPeriod: > 0 and var days } => text["Rule.Grace", words, format.WorkingDays(days)],
        { DayOfNextMonth: { } day } => text["Rule.DayOfNextMonth", words, day],
        _ => words,
    };

    // 20 and not 20.0000, which is how the database keeps it.
    private static string Number(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
