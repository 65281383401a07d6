using GovDisclosure.Data.Obligations;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Duties;

namespace GovDisclosure.Web.Pages.Work.Obligations;

/// <summary>Why a duty is due on its day: on the page of the duty, and of a case that it is about.</summary>
/// <param name="Detail">The duty.</param>
/// <param name="Explanation">The days counted.</param>
/// <param name="View">The instant of all states on the page.</param>
public sealed record DutyWhy(ObligationDetail Detail, DeadlineExplanation Explanation, DutyView View)
{
    /// <summary>Whether the days are worth drawing: where they are counted. A period or a date is told in a sentence.</summary>
    public bool ShowsDays => Detail.Rule.IsTriggered || Detail.Rule.WorkingDaysAfterPeriod is > 0;

    /// <summary>Explains a duty. It keeps its occurrence; the calendar of today explains it.</summary>
    public static DutyWhy Of(ObligationDetail detail, DutyView view)
    {
        ArgumentNullException.ThrowIfNull(detail);
        ArgumentNullException.ThrowIfNull(view);
        var duty = detail.Obligation;
        var occurrence = new Occurrence(
            duty.OccurrenceKey, duty.WindowStart, duty.WindowEnd, new Due(duty.OriginalDueAt, IsProvisional: false), duty.RequiredCount, duty.Target);
        return new DutyWhy(detail, new DeadlineExplainer(view.Calendar).Explain(detail.Rule, occurrence, detail.Trigger?.OccurredAt), view);
    }
}
