using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>What the municipal office takes a word without a number to demand (推定), until it decides otherwise for a task.</summary>
/// <param name="Word">The word: 及时, 定期, 适时, 实时, 持续; or 年底前 for a task that says nothing of time.</param>
/// <param name="Kind">What is demanded.</param>
/// <param name="Value">The number of days, where the kind takes one.</param>
/// <param name="Period">The period, where the kind takes one.</param>
/// <param name="Trigger">What starts the clock, where the kind takes one.</param>
/// <param name="Basis">Where the default comes from.</param>
public sealed record AssumedRule(string Word, DeadlineRuleKind Kind, decimal? Value, PeriodUnit? Period, TriggerKind? Trigger, string Basis)
{
    /// <summary>The word under which the default for a task that says nothing of time is kept.</summary>
    public const string WholeTask = "年底前";
}

/// <summary>The instrument behind a number that a plan repeats, such as the 20 working days of 国发〔2014〕6号.</summary>
/// <param name="Trigger">What starts the clock.</param>
/// <param name="Kind">The kind of rule.</param>
/// <param name="Value">The number.</param>
/// <param name="Basis">The instrument.</param>
public sealed record LegalBasis(TriggerKind Trigger, DeadlineRuleKind Kind, decimal Value, string Basis);
