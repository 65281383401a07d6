using System.ComponentModel.DataAnnotations;
using GovDisclosure.Domain;
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

    /// <summary>How much was added to the period, in the same unit.</summary>
    [Display(Name = "Calculator.ExtendBy", Description = "Calculator.ExtendByHint")]
    [Range(1, MostCounted, ErrorMessage = "Calculator.CountRange")]
    public int? ExtendBy { get; set; }

    /// <summary>The first day on which the clock stood still.</summary>
    [Display(Name = "Calculator.StopFrom", Description = "Calculator.StopHint")]
    public DateOnly? StopFrom { get; set; }

    /// <summary>The last one.</summary>
    [Display(Name = "Calculator.StopTo")]
    public DateOnly? StopTo { get; set; }

    [Display(Name = "Calculator.Time", Description = "Calculator.TimeHint")]
    public TimeOnly? Time { get; set; }

    /// <summary>The moment of the event, for what is counted in hours.</summary>
    public DateTimeOffset? StartsAt => Unit == CalculatorUnit.Hours && Start is { } day && Time is { } time ? BeijingTime.At(day, time) : null;

    /// <summary>Whether the time of day is asked for and missing: hours run from a moment.</summary>
    public bool LacksTime => Unit == CalculatorUnit.Hours && Time is null;

    /// <summary>What happened to the clock.</summary>
    public ClockChanges Changes => new(
        ExtendBy is { } count ? [new PeriodExtension(count)] : [],
        StopFrom is { } from && StopTo is { } to ? [new ClockStop(from, to)] : []);

    /// <summary>What cannot be asked together: the code of the sentence and its field, in the order of the form.</summary>
    public IEnumerable<RuleViolation> Check()
    {
        if (LacksTime)
        {
            yield return new("TimeMissing", nameof(Time));
        }

        if (Count is { } count && CalculatorUnits.MostOf(Unit) is var most && (count > most || count + (ExtendBy ?? 0) > most))
        {
            yield return new("TooMany", ExtendBy is null ? nameof(Count) : nameof(ExtendBy), most);
        }

        if (ExtendBy is not null && Unit == CalculatorUnit.WorkingDaysBefore)
        {
            yield return new("ExtensionNeedsPeriod", nameof(ExtendBy));
        }

        foreach (var violation in CheckStop())
        {
            yield return violation;
        }
    }

    private IEnumerable<RuleViolation> CheckStop()
    {
        if (StopFrom is null && StopTo is null)
        {
            return [];
        }

        return this switch
        {
            { Unit: not (CalculatorUnit.WorkingDays or CalculatorUnit.CalendarDays) } => [new("StopNeedsDays", nameof(StopFrom))],
            { StopFrom: null } => [new("StopFromMissing", nameof(StopFrom))],
            { StopTo: null } => [new("StopToMissing", nameof(StopTo))],
            _ when StopTo < StopFrom => [new("StopEndsBeforeItStarts", nameof(StopTo))],
            _ when StopTo.Value.DayNumber - StopFrom.Value.DayNumber > MostCounted => [new("StopTooLong", nameof(StopTo), MostCounted)],
            _ => [],
        };
    }

    /// <summary>The rule that is asked about.</summary>
    /// <param name="phrase">The rule in words.</param>
    public DeadlineRule Rule(string phrase) => new()
    {
        Kind = CalculatorUnits.KindOf(Unit!.Value),
        Phrase = phrase,
        Value = Count,
    };
}
