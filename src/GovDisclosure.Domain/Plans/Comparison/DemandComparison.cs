using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Comparison;

/// <summary>Compares what two versions of a task demand in time.</summary>
internal static class DemandComparison
{
    private const int WeeksOfAYear = 52;
    private const double DaysOfAWorkingDay = 7.0 / 5;

    /// <summary>The demands that stayed, by their places, and those that changed.</summary>
    /// <param name="old">The old demands.</param>
    /// <param name="next">The new demands.</param>
    /// <param name="years">How many years the new plan is later: the same day of its own year is the same date.</param>
    public static (IReadOnlyList<(int Old, int New)> Kept, IReadOnlyList<DemandChange> Changes) Compare(
        IReadOnlyList<ComparableDemand> old, IReadOnlyList<ComparableDemand> next, int years)
    {
        var kept = Pair(old.Count, next.Count, (left, right) => Same(old[left].Rule, next[right].Rule, years)
            ? 1 + new TextSimilarity(old[left].Clause).To(new TextSimilarity(next[right].Clause))
            : null);
        var goneFrom = Enumerable.Range(0, old.Count).Except(kept.Select(pair => pair.Old)).ToList();
        var newTo = Enumerable.Range(0, next.Count).Except(kept.Select(pair => pair.New)).ToList();
        var changed = Pair(goneFrom.Count, newTo.Count, (left, right) => Kinship(old[goneFrom[left]], next[newTo[right]]))
            .Select(pair => (Old: goneFrom[pair.Old], New: newTo[pair.New])).ToList();
        return (kept,
        [
            .. changed.Select(pair => new DemandChange(pair.Old, pair.New, old[pair.Old], next[pair.New], ShiftOf(old[pair.Old].Rule, next[pair.New].Rule, years)))
                .Concat(newTo.Except(changed.Select(pair => pair.New)).Select(added => new DemandChange(null, added, null, next[added], DemandShift.Stricter)))
                .OrderBy(change => change.NewIndex)
                .Concat(goneFrom.Except(changed.Select(pair => pair.Old)).Select(gone => new DemandChange(gone, null, old[gone], null, DemandShift.Laxer))),
        ]);
    }

    // The best pairs first; of equals those that stand nearer to the beginning. The other way round gives the same pairs.
    private static List<(int Old, int New)> Pair(int old, int next, Func<int, int, double?> score)
    {
        var pairs = new List<(int Old, int New)>();
        var candidates =
            from left in Enumerable.Range(0, old)
            from right in Enumerable.Range(0, next)
            let fit = score(left, right)
            where fit is not null
            orderby fit descending, left + right
            select (Old: left, New: right);
        foreach (var candidate in candidates)
        {
            if (!pairs.Exists(pair => pair.Old == candidate.Old || pair.New == candidate.New))
            {
                pairs.Add(candidate);
            }
        }

        return pairs;
    }

    // Whether one can have become the other, and how likely.
    private static double? Kinship(ComparableDemand old, ComparableDemand next)
    {
        var (before, after) = (FamilyOf(old.Rule), FamilyOf(next.Rule));
        var isComparable = before == after || (before <= Family.Date && after <= Family.Date);
        return isComparable
            ? (before == after ? 2 : 0) + (old.Rule.Event == next.Rule.Event ? 1 : 0) + new TextSimilarity(old.Clause).To(new TextSimilarity(next.Clause))
            : null;
    }

    private static bool Same(DeadlineRule old, DeadlineRule next, int years) =>
        Plain(old) with { Date = old.Date?.AddYears(years), Phrase = next.Phrase, LegalBasis = next.LegalBasis } == Plain(next);

    // 每季度 and 每季度一次 ask for the same.
    private static DeadlineRule Plain(DeadlineRule rule) => rule with
    {
        Kind = rule is { Kind: DeadlineRuleKind.Quota, MinCount: 1 } ? DeadlineRuleKind.Periodic : rule.Kind,
        MinCount = rule.MinCount == 1 ? null : rule.MinCount,
        WorkingDaysAfterPeriod = rule.WorkingDaysAfterPeriod ?? 0,
    };

    private static DemandShift ShiftOf(DeadlineRule old, DeadlineRule next, int years) => (FamilyOf(old), FamilyOf(next)) switch
    {
        (Family.Clock, Family.Clock) when old.Event == next.Event && old.Starts == next.Starts => Falling(DaysOf(old), DaysOf(next)),
        (Family.Date, Family.Date) => Falling(old.Date?.AddYears(years).DayNumber, next.Date?.DayNumber),
        (Family.Target, Family.Target) => Both(Falling(next.Value, old.Value), Falling(old.Date?.AddYears(years).DayNumber, next.Date?.DayNumber)),
        (Family.Recurring, Family.Recurring) => Recurring(old, next),
        (Family.Date, Family.Recurring) or (Family.Recurring, Family.Date) => Falling(TimesOf(next), TimesOf(old)),
        _ => DemandShift.Other,
    };

    // How often in a year comes first, then how often it has to be proved, then how long after the period it may be done.
    private static DemandShift Recurring(DeadlineRule old, DeadlineRule next) =>
        TimesOf(old) != TimesOf(next) ? Falling(TimesOf(next), TimesOf(old))
        : old.Period != next.Period ? Falling(PeriodsOf(next), PeriodsOf(old))
        : Falling(RespiteOf(old), RespiteOf(next));

    // What falls makes it stricter.
    private static DemandShift Falling<T>(T? old, T? next)
        where T : struct, IComparable<T> => (old, next) switch
        {
            ({ } before, { } after) => after.CompareTo(before) switch { < 0 => DemandShift.Stricter, > 0 => DemandShift.Laxer, _ => DemandShift.Other },
            (null, not null) => DemandShift.Stricter,
            (not null, null) => DemandShift.Laxer,
            _ => DemandShift.Other,
        };

    private static DemandShift Both(DemandShift one, DemandShift other) =>
        one == DemandShift.Other || one == other ? other : other == DemandShift.Other ? one : DemandShift.Other;

    private static double? DaysOf(DeadlineRule rule) => (double?)rule.Value * rule.Kind switch
    {
        DeadlineRuleKind.HoursAfterEvent => 1.0 / 24,
        DeadlineRuleKind.WorkingDaysAfterEvent => DaysOfAWorkingDay,
        DeadlineRuleKind.MonthsAfterEvent => 30,
        DeadlineRuleKind.YearsAfterEvent => 365,
        DeadlineRuleKind.WorkingDaysBeforeEvent => -DaysOfAWorkingDay,
        _ => 1,
    };

    private static int? TimesOf(DeadlineRule rule) => FamilyOf(rule) == Family.Date ? 1 : (rule.MinCount ?? 1) * PeriodsOf(rule);

    private static int? PeriodsOf(DeadlineRule rule) => rule.Period switch
    {
        PeriodUnit.Week => WeeksOfAYear,
        PeriodUnit.Month => 12,
        PeriodUnit.Quarter => 4,
        PeriodUnit.HalfYear => 2,
        _ => 1,
    };

    private static double? RespiteOf(DeadlineRule rule) => rule.DayOfNextMonth ?? ((rule.WorkingDaysAfterPeriod ?? 0) * DaysOfAWorkingDay);

    private static Family FamilyOf(DeadlineRule rule) => rule.Kind switch
    {
        DeadlineRuleKind.Periodic or DeadlineRuleKind.Quota => Family.Recurring,
        DeadlineRuleKind.FixedDate => Family.Date,
        DeadlineRuleKind.Target => Family.Target,
        DeadlineRuleKind.Qualitative => Family.Word,
        _ => Family.Clock,
    };

    // What recurs and what is due by a date can become each other.
    private enum Family
    {
        Recurring,
        Date,
        Clock,
        Target,
        Word,
    }
}
