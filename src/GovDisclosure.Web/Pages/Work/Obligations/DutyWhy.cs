using GovDisclosure.Data.Obligations;
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

    /// <summary>Explains a duty. It keeps its occurrence; the calendar of today explains it.</summary>
    public static DutyWhy Of(ObligationDetail detail, DutyView view)
    {
        ArgumentNullException.ThrowIfNull(detail);
        ArgumentNullException.ThrowIfNull(view);
        return new DutyWhy(detail, detail.Clock is { } clock ? Explain(detail.Obligation, clock, view) : Explain(detail, view), view);
    }

    // By every basis that binds, with what was granted since.
    private static DeadlineExplanation Explain(ObligationRow duty, DutyClock clock, DutyView view) =>
        new DeadlineExplainer(view.Calendar).ExplainBinding(clock.Bases, duty.OccurrenceKey, clock.TriggeredAt, clock.Changes);

    private static DeadlineExplanation Explain(ObligationDetail detail, DutyView view)
    {
        var duty = detail.Obligation;
        // The district set a part's own date; what can be explained is the city's.
        var from = detail.From;
        var occurrence = new Occurrence(
            duty.OccurrenceKey, from?.WindowStart ?? duty.WindowStart, from?.WindowEnd ?? duty.WindowEnd,
            new Due(from?.OriginalDueAt ?? duty.OriginalDueAt, IsProvisional: false), duty.RequiredCount, duty.Target);
        return new DeadlineExplainer(view.Calendar).Explain(detail.Rule, occurrence, from?.TriggerOccurredAt);
    }
}
