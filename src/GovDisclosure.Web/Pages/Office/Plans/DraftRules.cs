using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Plans;

namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>Shows what a phrase was understood as, in the words of the portal's own rules.</summary>
public static class DraftRules
{
    /// <summary>The rule that the phrase will be; <see langword="null"/> for a word without a number, where the office's default will stand.</summary>
    public static DeadlineRule? Of(ParsedDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.Kind == DeadlineRuleKind.Qualitative || deadline is { Kind: DeadlineRuleKind.FixedDate, Date: null } ? null : new DeadlineRule
        {
            Kind = deadline.Kind,
            Phrase = deadline.Phrase,
            Value = deadline.Value,
            Period = deadline.Period,
            MinCount = deadline.MinCount,
            Date = deadline.Date,
            WorkingDaysAfterPeriod = deadline.WorkingDaysAfterPeriod,
            DayOfNextMonth = deadline.DayOfNextMonth,
            Event = DeadlineRule.TriggeredKinds.Contains(deadline.Kind) ? EventWords.KindOf(deadline.Event) : null,
        };
    }
}
