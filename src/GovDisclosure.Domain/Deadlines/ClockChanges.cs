namespace GovDisclosure.Domain.Deadlines;

/// <summary>What happened to a clock after it started: more time, and stretches in which it did not run.</summary>
/// <param name="Extensions">What was granted, in the order of granting.</param>
/// <param name="Stops">The stops in any order; where two cover a day, it is left out once.</param>
public sealed record ClockChanges(IReadOnlyList<PeriodExtension> Extensions, IReadOnlyList<ClockStop> Stops)
{
    /// <summary>A clock to which nothing happened.</summary>
    public static ClockChanges None { get; } = new([], []);

    /// <summary>What the extensions add in all.</summary>
    /// <exception cref="OverflowException">The sum is beyond every calendar.</exception>
    public int ExtendedBy => Extensions.Sum(extension => extension.Count);

    /// <summary>Returns every rule that the changes would break under <paramref name="rule"/>.</summary>
    /// <remarks>政府信息公开条例(2019) art. 33: at most 20 working days more; 行政许可法 art. 42: at most 10.</remarks>
    public IEnumerable<RuleViolation> Check(DeadlineRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (Extensions.Any(extension => extension.Count < 1))
        {
            yield return new("ExtensionTooSmall");
        }
        else if (Extensions.Sum(extension => (long)extension.Count) > (rule.ExtensionCap ?? int.MaxValue))
        {
            yield return new("ExtensionBeyondCap", Field: null, rule.ExtensionCap ?? int.MaxValue);
        }

        if (Stops.Any(stop => stop.To < stop.From))
        {
            yield return new("StopEndsBeforeItStarts");
        }

        if (Stops.Count > 0 && rule.Kind is not (DeadlineRuleKind.WorkingDaysAfterEvent or DeadlineRuleKind.CalendarDaysAfterEvent))
        {
            yield return new("StopNeedsDays");
        }

        if (Extensions.Count > 0 && (!rule.IsTriggered || rule.Kind == DeadlineRuleKind.WorkingDaysBeforeEvent))
        {
            yield return new("ExtensionNeedsPeriod");
        }
    }
}
