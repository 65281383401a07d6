using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>The rule that stands in for a word without a number (及时, 定期), over a stretch of recorded time; administrators set it.</summary>
public sealed class AssumedRuleDefault
{
    /// <summary>The word as plans write it.</summary>
    public required string Word { get; init; }

    /// <summary>The instant from which it holds.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The instant from which another holds; <see langword="null"/> for the present one.</summary>
    public DateTimeOffset? ValidTo { get; set; }

    /// <summary>The kind of rule.</summary>
    public required DeadlineRuleKind Kind { get; init; }

    /// <summary>The number of working or calendar days after the trigger, where the kind has one.</summary>
    public decimal? Value { get; init; }

    /// <summary>The period, where the kind has one.</summary>
    public PeriodUnit? Period { get; init; }

    /// <summary>What starts the clock, where something does.</summary>
    public TriggerKind? Event { get; init; }

    /// <summary>The instrument behind it, or that it is the office's own view.</summary>
    public required string Basis { get; init; }

    /// <summary>Who set it, at the time.</summary>
    public required string ActorName { get; init; }
}
