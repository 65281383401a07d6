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
    /// For the kinds that follow or precede an event, a whole number: of working days or calendar days, where 0 means the same day, or of
    /// hours, months, years or working days before, at least 1; for <see cref="DeadlineRuleKind.Target"/> the figure to reach, in the unit of the phrase (percent).
    /// </summary>
    public decimal? Value { get; init; }

    /// <summary>The period in which a periodic duty or a quota falls due.</summary>
    public PeriodUnit? Period { get; init; }

    /// <summary>For a quota, how many disclosures each period needs, at least 1.</summary>
    public int? MinCount { get; init; }

    /// <summary>For a periodic duty or a quota, how many working days after its period the duty may still be done; null and 0 mean none.</summary>
    public int? WorkingDaysAfterPeriod { get; init; }

    /// <summary>
    /// For a periodic duty or a quota of whole months, the day of the month after the period by whose end it may still be done, 1 to 31:
    /// 次月10日前. The month's last day stands in for a day that it does not have. Null means that the period's own end counts.
    /// </summary>
    public int? DayOfNextMonth { get; init; }

    /// <summary>
    /// Whether <see cref="DayOfNextMonth"/> rolls forward off a day off. Its words decide: a period does (民法典 art. 203), a date does
    /// not. Periods after an event always roll and need no mark.
    /// </summary>
    public bool RollsOffDaysOff { get; init; }

    /// <summary>For <see cref="DeadlineRuleKind.FixedDate"/>, the last day, in Beijing; for a target, the same, null for the year's end.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>For the kinds that follow an event, what starts the clock; null where the phrase does not tell.</summary>
    public TriggerKind? Event { get; init; }

    /// <summary>For the kinds that follow an event, whether that is an event entered, the last publication, or another's.</summary>
    public ClockStart Starts { get; init; }

    /// <summary>How much extensions may add in all, in the rule's own unit; null where no article says.</summary>
    public int? ExtensionCap { get; init; }

    /// <summary>The first day on which the rule is in force, in Beijing; null for always before <see cref="InForceTo"/>.</summary>
    public DateOnly? InForceFrom { get; init; }

    /// <summary>The last day on which the rule is in force; null where no end is known.</summary>
    public DateOnly? InForceTo { get; init; }

    /// <summary>Whether the words give no number (及时) and the office's default stands in; always shown as such.</summary>
    public bool Assumed { get; init; }

    /// <summary>The instrument and article behind the rule, where there is one besides the plan: 国发〔2014〕6号.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Whether occurrences come from triggers and not from the plan's year.</summary>
    public bool IsTriggered => TriggeredKinds.Contains(Kind);

    /// <summary>The kinds whose occurrences come from triggers.</summary>
    public static IReadOnlyList<DeadlineRuleKind> TriggeredKinds { get; } =
    [
        DeadlineRuleKind.WorkingDaysAfterEvent,
        DeadlineRuleKind.CalendarDaysAfterEvent,
        DeadlineRuleKind.HoursAfterEvent,
        DeadlineRuleKind.MonthsAfterEvent,
        DeadlineRuleKind.YearsAfterEvent,
        DeadlineRuleKind.WorkingDaysBeforeEvent,
    ];

    /// <summary>Whether the rule holds for what happens on <paramref name="day"/>.</summary>
    /// <remarks>The law of the event's day decides, also where a later version is in force when the period ends.</remarks>
    public bool IsInForceOn(DateOnly day) => (InForceFrom is not { } from || day >= from) && (InForceTo is not { } to || day <= to);

    /// <summary>The count of days, hours, months or years of a triggered rule.</summary>
    /// <exception cref="ArgumentException">It is missing, too small or not whole.</exception>
    internal int CountAfterEvent => Value is { } value and <= int.MaxValue && value >= LeastCount && decimal.IsInteger(value)
        ? (int)value
        : throw Incomplete("a whole number: 0 or more days, or 1 or more hours, months, years or working days before");

    /// <summary>The period of a periodic duty or quota.</summary>
    /// <exception cref="ArgumentException">It is missing.</exception>
    internal PeriodUnit RequiredPeriod => Period ?? throw Incomplete("a period");

    // No hours at all would end a window before it starts; the other units have no use for none.
    private int LeastCount => Kind is DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.CalendarDaysAfterEvent ? 0 : 1;

    [SuppressMessage("Usage", "CA2208:Instantiate argument exceptions correctly", Justification = "The rule is the argument of the caller.")]
    [SuppressMessage("Usage", "MA0015:Specify the parameter name in ArgumentException", Justification = "The rule is the argument of the caller.")]
    internal ArgumentException Incomplete(string missing) => new($"The rule \"{Phrase}\" ({Kind}) needs {missing}.", "rule");
}
