namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>What the calculator counts.</summary>
public enum CalculatorUnit
{
    /// <summary>Working days after the day of the event.</summary>
    WorkingDays,

    /// <summary>Calendar days after the day of the event; an end on a day off moves to the next working day.</summary>
    CalendarDays,

    /// <summary>Hours from the moment of the event, days off included.</summary>
    Hours,
}
