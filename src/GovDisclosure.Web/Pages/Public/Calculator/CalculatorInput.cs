using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>What is asked of the calculator: all of it stands in the address, so that an answer can be passed on.</summary>
public sealed class CalculatorInput
{
    /// <summary>The most days or hours. The answer lists every day of the count, and strangers choose the number.</summary>
    public const int MostCounted = 500;

    [Display(Name = "Calculator.Start", Description = "Calculator.StartHint")]
    [Required(ErrorMessage = "Calculator.StartMissing")]
    [Range(typeof(DateOnly), "2000-01-01", "2099-12-31", ErrorMessage = "Calculator.StartRange", ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
    public DateOnly? Start { get; set; }

    [Display(Name = "Calculator.Count", Description = "Calculator.CountHint")]
    [Required(ErrorMessage = "Calculator.CountMissing")]
    [Range(1, MostCounted, ErrorMessage = "Calculator.CountRange")]
    public int? Count { get; set; }

    [Display(Name = "Calculator.Unit")]
    [Required(ErrorMessage = "Calculator.UnitMissing")]
    [EnumDataType(typeof(CalculatorUnit), ErrorMessage = "Calculator.UnitMissing")]
    public CalculatorUnit? Unit { get; set; }

    [Display(Name = "Calculator.Time", Description = "Calculator.TimeHint")]
    public TimeOnly? Time { get; set; }

    /// <summary>The moment of the event, for what is counted in hours.</summary>
    public DateTimeOffset? StartsAt => Unit == CalculatorUnit.Hours && Start is { } day && Time is { } time ? BeijingTime.At(day, time) : null;

    /// <summary>Whether the time of day is asked for and missing: hours run from a moment.</summary>
    public bool LacksTime => Unit == CalculatorUnit.Hours && Time is null;

    /// <summary>The rule that is asked about.</summary>
    /// <param name="phrase">The rule in words.</param>
    public DeadlineRule Rule(string phrase) => new()
    {
        Kind = Unit switch
        {
            CalculatorUnit.CalendarDays => DeadlineRuleKind.CalendarDaysAfterEvent,
            CalculatorUnit.Hours => DeadlineRuleKind.HoursAfterEvent,
            _ => DeadlineRuleKind.WorkingDaysAfterEvent,
        },
        Phrase = phrase,
        Value = Count,
    };
}
