using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>What a duty is called.</summary>
/// <param name="Words">The trigger's title, the plan's clause or the task's title: Chinese in either language.</param>
/// <param name="Period">Its period with brackets around it, in the reader's language; empty where the words alone name it.</param>
public sealed record DutyTitle(string Words, string Period)
{
    /// <summary>Both together, where the language of the parts cannot be marked: in a page title, in an option of a list.</summary>
    public override string ToString() => Words + Period;
}

/// <summary>A duty in words: its name, its period, its rule, its role, its state and how far its due day is.</summary>
public sealed class DutyWords(
    IStringLocalizer<DutyText> text, IStringLocalizer<SharedText> shared, PortalFormat format, PortalClockInfo clock)
{
    // The general duties of the closing paragraph have no number of their own in the plan.
    private const string GeneralNumber = "0.0.0";

    private const int ShortTitle = 30;

    private readonly PeriodWords _periods = new(text, format, clock.Today.Year);
    private readonly RuleWords _rules = new(text, format);

    /// <summary>The trigger's title, else the clause or the task's title with the period in brackets: …（第42周）; … (week 42).</summary>
    /// <remarks>A whole year gets no brackets: the plan is the year's.</remarks>
    /// <param name="triggerTitle">The trigger's title; null or empty where the plan alone demands it.</param>
    /// <param name="clause">The clause that the rule is about; empty where it is the whole task.</param>
    /// <param name="taskTitle">The task's title.</param>
    /// <param name="occurrenceKey">The occurrence: a period's key, or the key of a trigger.</param>
    public DutyTitle Title(string? triggerTitle, string clause, string taskTitle, string occurrenceKey)
    {
        if (!string.IsNullOrEmpty(triggerTitle))
        {
            return new DutyTitle(triggerTitle, "");
        }

        var words = clause.Length > 0 ? clause : taskTitle;
        var period = DatePeriod.TryParse(occurrenceKey, out var found) && found.Unit != PeriodUnit.Year ? format.Bracketed(_periods.Short(found)) : "";
        return new DutyTitle(words, period);
    }

    /// <summary>2016年第42周（10月17日—10月23日）; week 42 of 2016 (17–23 Oct). Null where the key names no period.</summary>
    public string? Period(string occurrenceKey) => DatePeriod.TryParse(occurrenceKey, out var period) ? _periods.Long(period) : null;

    /// <summary>第42周; week 42. With the year where it is not the current one; null where the key names no period.</summary>
    public string? ShortPeriod(string occurrenceKey) => DatePeriod.TryParse(occurrenceKey, out var period) ? _periods.Short(period) : null;

    /// <summary>10月17日—10月23日; 17–23 Oct.</summary>
    public string Range(DatePeriod period) => _periods.Range(period);

    /// <summary>总体要求; General duties: those of the plan's closing paragraph.</summary>
    public string General => text["General"];

    /// <summary>Whether a task's number is the one of the general duties, which the plan itself does not number.</summary>
    public static bool IsGeneral(string taskNumber) => taskNumber == GeneralNumber;

    /// <summary>1.2.3; 总体要求 for the general duties.</summary>
    public string TaskNumber(string taskNumber) => IsGeneral(taskNumber) ? General : taskNumber;

    /// <summary>A task's title where it only says which task: a long one is cut, with an ellipsis that says so.</summary>
    public static string Shorten(string title) => title.Length > ShortTitle ? $"{title[..(ShortTitle - 1)]}…" : title;

    /// <summary>作出行政处罚决定之日起20个工作日内; within 20 working days of the penalty decision.</summary>
    /// <remarks>Pages put the plan's own phrase beside it, and <see cref="Assumed"/> where the rule says so.</remarks>
    public string Rule(DeadlineRule rule) => _rules.Of(rule);

    /// <summary>推定; assumed: the plan gives no number, so that the office's default stands in.</summary>
    public string Assumed => text["Rule.Assumed"];

    /// <summary>牵头; lead.</summary>
    public string Role(AssignmentRole role) => text[$"Role.{role}"];

    /// <summary>限定日期; By a date: a kind of rule, to choose by.</summary>
    public string Kind(DeadlineRuleKind kind) => text[$"Kind.{kind}"];

    /// <summary>已逾期; Overdue.</summary>
    public string State(ObligationState state) => shared[$"State.{state}"];

    /// <summary>逾期 4 个工作日; 还有 2 个工作日; 今天到期; 迟 3 个工作日完成: the state with its distance, seen from today.</summary>
    /// <remarks>Days run as in law: the due day does not count as late, today does not count as left.</remarks>
    public string Distance(ObligationState state, DateTimeOffset dueAt, DateTimeOffset? fulfilledAt, WorkingDayCalendar calendar, DateOnly today)
    {
        var dueOn = new Due(dueAt, IsProvisional: false).DueOn;
        return state switch
        {
            ObligationState.Overdue => Overdue(calendar.WorkingDaysBetween(dueOn, today)),
            ObligationState.DueSoon or ObligationState.Upcoming or ObligationState.Extended => Left(calendar, dueOn, today),
            ObligationState.FulfilledOnTime => text["Distance.OnTime"],
            ObligationState.FulfilledLate when fulfilledAt is { } published => Late(calendar.WorkingDaysBetween(dueOn, BeijingTime.DateOf(published)), state),
            _ => State(state),
        };
    }

    private string Overdue(int days) => days > 0 ? format.WorkingDaysOverdue(days) : text["Distance.OverdueBarely"];

    private string Late(int days, ObligationState state) => days > 0 ? text["Distance.Late", format.WorkingDays(days)] : State(state);

    private string Left(WorkingDayCalendar calendar, DateOnly dueOn, DateOnly today)
    {
        var days = calendar.WorkingDaysBetween(today, dueOn);

        // Only days off are left, as on the Saturday before a Sunday: none of them is a working day, but it is not today either.
        return days <= 0 && dueOn > today
            ? text["Distance.Left", format.Days(dueOn.DayNumber - today.DayNumber)]
            : format.WorkingDaysLeft(days);
    }
}
