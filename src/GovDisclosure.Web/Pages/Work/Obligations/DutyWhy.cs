using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Web.Infrastructure.Duties;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>Why a duty is due on its day: on the page of the duty, and of a case that it is about.</summary>
/// <param name="Detail">The duty.</param>
/// <param name="Explanation">The days counted.</param>
/// <param name="View">The instant of all states on the page.</param>
public sealed record DutyWhy(ObligationDetail Detail, DeadlineExplanation Explanation, DutyView View)
{
    /// <summary>Whether the days are worth drawing: where they are counted. A period or a date is told in a sentence.</summary>
    public bool ShowsDays =>
        Detail is { From.TriggerOccurredAt: not null } || (Detail.Rule.IsTriggered && Detail.From is null) || Detail.Rule.WorkingDaysAfterPeriod is > 0;

    /// <summary>Whether a legal basis binds before the plan's own rule.</summary>
    public bool BindsByLaw => Explanation.Bases.Count > 0 && Explanation.Rule != Detail.Rule;

    /// <summary>The address of the same as JSON, for the agency that owes it.</summary>
    public string JsonHref => WorkLinks.DutyExplanation(Detail.Obligation.Id);

    /// <summary>The due instant that is explained: the city's, where a district set a part's own.</summary>
    public DateTimeOffset DueAt => Detail.From?.DueAt ?? Detail.Obligation.DueAt;

    /// <summary>Explains a duty by the calendar that gave it the due date that holds: the one in force, or the one of when it was closed.</summary>
    public static DutyWhy Of(ObligationDetail detail, DutyView view)
    {
        ArgumentNullException.ThrowIfNull(detail);
        ArgumentNullException.ThrowIfNull(view);
        return new DutyWhy(detail, detail.Clock is { } clock ? Explain(detail.Obligation, clock, view) : Explain(detail, view), view);
    }

    // By every basis that binds, with what was granted since, and by the newest calendar that gives the date in force: a later notice
    // did not move what was done by then.
    private static DeadlineExplanation Explain(ObligationRow duty, DutyClock clock, DutyView view)
    {
        var calendar = view.Calendars.NewestFirst.FirstOrDefault(calendar => clock.DueAt(calendar) == duty.DueAt) ?? view.Calendar;
        return new DeadlineExplainer(calendar).ExplainBinding(clock.Bases, duty.OccurrenceKey, clock.TriggeredAt, clock.Changes);
    }

    private static DeadlineExplanation Explain(ObligationDetail detail, DutyView view)
    {
        var duty = detail.Obligation;
        // The district set a part's own date; what can be explained is the city's.
        var from = detail.From;
        var start = from?.WindowStart ?? duty.WindowStart;
        var triggeredAt = from?.TriggerOccurredAt;
        var (calendar, due) = Counted(
            detail.Rule, triggeredAt is { } at ? BeijingTime.DateOf(at) : start, from?.DueAt ?? duty.DueAt, from?.OriginalDueAt ?? duty.OriginalDueAt, view);
        var occurrence = new Occurrence(duty.OccurrenceKey, start, due.DueOn, due, duty.RequiredCount, duty.Target);
        return new DeadlineExplainer(calendar).Explain(detail.Rule, occurrence, triggeredAt);
    }

    private static (WorkingDayCalendar Calendar, Due Due) Counted(DeadlineRule rule, DateOnly start, DateTimeOffset dueAt, DateTimeOffset originalDueAt, DutyView view)
    {
        var original = new Due(originalDueAt, IsProvisional: false);
        if (!CalendarMoves.DependsOnCalendar(rule))
        {
            return (view.Calendar, original);
        }

        // A date that was granted is nobody's count: then the original one is explained.
        var counted = view.Calendars.NewestFirst.Select(calendar => (Calendar: calendar, Due: new CalendarMoves(calendar).DueFrom(rule, start))).ToList();
        foreach (var wanted in (DateTimeOffset[])[dueAt, originalDueAt])
        {
            if (counted.FindIndex(found => found.Due.DueAt == wanted) is >= 0 and var index)
            {
                return counted[index];
            }
        }

        return (view.Calendar, original);
    }
}
