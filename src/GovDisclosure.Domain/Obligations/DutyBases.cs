using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Legal;

namespace GovDisclosure.Domain.Obligations;

/// <summary>Which rules bind a duty at once: what the plan says, and what the law of the trigger's day says besides.</summary>
public static class DutyBases
{
    /// <summary>The plan's rule first, then each legal basis for the same kind of trigger that is in force on its day.</summary>
    /// <remarks>
    /// The basis that the plan's rule itself rests on, with the same number, is not named twice. A rule that follows a publication, and not
    /// an event that somebody enters, has only itself.
    /// </remarks>
    /// <param name="rule">The plan's rule.</param>
    /// <param name="register">The legal bases.</param>
    /// <param name="triggeredOn">The trigger's day, in Beijing.</param>
    public static IReadOnlyList<DeadlineRule> Of(DeadlineRule rule, LegalRegister register, DateOnly triggeredOn)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(register);
        return rule is { Event: { } kind, Starts: ClockStart.Event } && rule.Kind != DeadlineRuleKind.WorkingDaysBeforeEvent
            ? [rule, .. register.RulesFor(kind, triggeredOn).Where(basis => !RestsOn(rule, basis))]
            : [rule];
    }

    private static bool RestsOn(DeadlineRule rule, DeadlineRule basis) =>
        rule.Kind == basis.Kind && rule.Value == basis.Value && rule.LegalBasis is { Length: > 0 } named
        && (named.Contains(InstrumentOf(basis), StringComparison.Ordinal) || basis.LegalBasis!.Contains(named, StringComparison.Ordinal));

    // 政府信息公开条例（2019年）第二十六条 is cited as 政府信息公开条例 by a plan.
    private static string InstrumentOf(DeadlineRule basis)
    {
        var citation = basis.LegalBasis ?? "";
        var end = citation.IndexOfAny(['（', '第']);
        return end > 0 ? citation[..end] : citation;
    }
}
