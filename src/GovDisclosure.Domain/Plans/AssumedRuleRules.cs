using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <summary>What the office may take a word without a number to demand, and which duties follow from a change of mind.</summary>
public static class AssumedRuleRules
{
    /// <summary>The longest count of working days.</summary>
    public const int MostWorkingDays = 60;

    /// <summary>The longest name of an instrument.</summary>
    public const int BasisLength = 300;

    /// <summary>The kinds of rule that a word can stand for; only one where it says so itself.</summary>
    /// <remarks>及时 and 实时 speak of information that is made or changed, 定期 and 持续 of something that comes again.</remarks>
    public static IReadOnlyList<DeadlineRuleKind> KindsFor(string word) => word switch
    {
        "及时" or "实时" => [DeadlineRuleKind.WorkingDaysAfterEvent, DeadlineRuleKind.Periodic],
        "定期" or "持续" => [DeadlineRuleKind.Periodic, DeadlineRuleKind.FixedDate],
        "适时" => [DeadlineRuleKind.FixedDate, DeadlineRuleKind.Periodic, DeadlineRuleKind.WorkingDaysAfterEvent],
        _ => [DeadlineRuleKind.FixedDate],
    };

    /// <summary>The rules that stand against a default.</summary>
    /// <param name="word">The word.</param>
    /// <param name="kind">What it is to demand.</param>
    /// <param name="value">The number of working days.</param>
    /// <param name="period">The period.</param>
    /// <param name="basis">The instrument behind it.</param>
    public static IEnumerable<RuleViolation> Check(string word, DeadlineRuleKind kind, int? value, PeriodUnit? period, string basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (!KindsFor(word).Contains(kind))
        {
            yield return new RuleViolation("KindNotForWord", "Kind");
        }
        else if (kind == DeadlineRuleKind.WorkingDaysAfterEvent && value is not (>= 1 and <= MostWorkingDays))
        {
            yield return new RuleViolation("WorkingDaysOutOfRange", "Value", 1, MostWorkingDays);
        }
        else if (kind == DeadlineRuleKind.Periodic && period is null)
        {
            yield return new RuleViolation("PeriodMissing", "Period");
        }

        if (string.IsNullOrWhiteSpace(basis))
        {
            yield return new RuleViolation("BasisMissing", "Basis");
        }
        else if (basis.Length > BasisLength)
        {
            yield return new RuleViolation("BasisTooLong", "Basis", BasisLength);
        }
    }

    /// <summary>What a rule that takes another's place within a plan's year still asks for: the occurrences that begin after today.</summary>
    /// <remarks>A duty by the end of the year is owed from tomorrow, since the days gone by were under the rule before it.</remarks>
    /// <param name="rule">The rule.</param>
    /// <param name="planYear">The plan's year.</param>
    /// <param name="issuedOn">The day from which the plan binds.</param>
    /// <param name="today">The Beijing date of the change.</param>
    /// <param name="calendar">The working days.</param>
    public static IReadOnlyList<Occurrence> Remaining(
        DeadlineRule rule, int planYear, DateOnly issuedOn, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var all = new Occurrences(calendar).ForPlan(rule, planYear, issuedOn);
        return rule.Kind == DeadlineRuleKind.FixedDate
            ? [.. all.Where(occurrence => occurrence.WindowEnd > today).Select(occurrence => occurrence with
            {
                WindowStart = occurrence.WindowStart > today ? occurrence.WindowStart : today.AddDays(1),
            })]
            : [.. all.Where(occurrence => occurrence.WindowStart > today)];
    }
}
