using System.Diagnostics.CodeAnalysis;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>What a task's words demand in time, as data (时限要求). One task may carry several.</summary>
/// <remarks>
/// Whether a law's 日 means working days depends on the law and on the number (行政处罚法(2021) art. 85: exactly 2, 3, 5 and 7 days);
/// that is settled when the rule is written down, by choosing its <see cref="Kind"/>.
/// </remarks>
public sealed record DeadlineRule
{
    /// <summary>Which of the members below matter, and how the due instant is found.</summary>
    public required DeadlineRuleKind Kind { get; init; }

    /// <summary>The words that the rule was read from: 20个工作日内.</summary>
    public required string Phrase { get; init; }

    /// <summary>
    /// For the kinds that follow an event, a whole number of working days or calendar days, where 0 means the same day, or of hours,
    /// at least 1; for <see cref="DeadlineRuleKind.Target"/> the figure to reach, in the unit of the phrase (percent).
    /// </summary>
    public decimal? Value { get; init; }

    /// <summary>The period in which a periodic duty or a quota falls due.</summary>
    public PeriodUnit? Period { get; init; }

    /// <summary>For a quota, how many disclosures each period needs, at least 1.</summary>
    public int? MinCount { get; init; }

    /// <summary>For a periodic duty or a quota, how many working days after its period the duty may still be done; null and 0 mean none.</summary>
    public int? WorkingDaysAfterPeriod { get; init; }

    /// <summary>For <see cref="DeadlineRuleKind.FixedDate"/>, the last day, in Beijing.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>For the kinds that follow an event, what starts the clock; null where the phrase does not tell.</summary>
    public TriggerKind? Event { get; init; }

    /// <summary>Whether the words give no number (及时) and the office's default stands in; always shown as such.</summary>
    public bool Assumed { get; init; }

    /// <summary>The instrument and article behind the rule, where there is one besides the plan: 国发〔2014〕6号.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Whether occurrences come from triggers and not from the plan's year.</summary>
    public bool IsTriggered => Kind is DeadlineRuleKind.WorkingDaysAfterEvent
        or DeadlineRuleKind.CalendarDaysAfterEvent
        or DeadlineRuleKind.HoursAfterEvent;

    /// <summary>The count of days or hours of a triggered rule.</summary>
    /// <exception cref="ArgumentException">It is missing, too small or not whole.</exception>
    internal int CountAfterEvent => Value is { } value and <= int.MaxValue && value >= LeastCount && decimal.IsInteger(value)
        ? (int)value
        : throw Incomplete("a whole number of days, 0 or more, or of hours, 1 or more");

    /// <summary>The period of a periodic duty or quota.</summary>
    /// <exception cref="ArgumentException">It is missing.</exception>
    internal PeriodUnit RequiredPeriod => Period ?? throw Incomplete("a period");

    // No hours at all would end a window before it starts.
    private int LeastCount => Kind == DeadlineRuleKind.HoursAfterEvent ? 1 : 0;

    [SuppressMessage("Usage", "CA2208:Instantiate argument exceptions correctly", Justification = "The rule is the argument of the caller.")]
    [SuppressMessage("Usage", "MA0015:Specify the parameter name in ArgumentException", Justification = "The rule is the argument of the caller.")]
    internal ArgumentException Incomplete(string missing) => new($"The rule \"{Phrase}\" ({Kind}) needs {missing}.", "rule");
}
