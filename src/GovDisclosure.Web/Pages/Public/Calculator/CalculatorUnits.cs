using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>Between what the calculator asks for and the engine's rules.</summary>
public static class CalculatorUnits
{
    private static readonly Dictionary<CalculatorUnit, DeadlineRuleKind> Kinds = new()
    {
        [CalculatorUnit.WorkingDays] = DeadlineRuleKind.WorkingDaysAfterEvent,
        [CalculatorUnit.CalendarDays] = DeadlineRuleKind.CalendarDaysAfterEvent,
        [CalculatorUnit.Months] = DeadlineRuleKind.MonthsAfterEvent,
        [CalculatorUnit.Years] = DeadlineRuleKind.YearsAfterEvent,
        [CalculatorUnit.Hours] = DeadlineRuleKind.HoursAfterEvent,
        [CalculatorUnit.WorkingDaysBefore] = DeadlineRuleKind.WorkingDaysBeforeEvent,
    };

    /// <summary>The rule's kind.</summary>
    public static DeadlineRuleKind KindOf(CalculatorUnit unit) => Kinds[unit];

    /// <summary>The unit that asks for a rule of this kind; <see langword="null"/> where none does.</summary>
    public static CalculatorUnit? Of(DeadlineRuleKind kind) =>
        Kinds.Where(pair => pair.Value == kind).Select(pair => (CalculatorUnit?)pair.Key).FirstOrDefault();

    /// <summary>The most that can be counted: the answer lists every day.</summary>
    public static int MostOf(CalculatorUnit? unit) => unit switch
    {
        CalculatorUnit.Months => 24,
        CalculatorUnit.Years => 2,
        _ => CalculatorInput.MostCounted,
    };
}
