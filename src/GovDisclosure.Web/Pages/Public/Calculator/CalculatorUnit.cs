namespace GovDisclosure.Web.Pages.Public.Calculator;

/// <summary>What the calculator counts.</summary>
public enum CalculatorUnit
{
    /// <summary>Working days after the day of the event.</summary>
    WorkingDays,

    /// <summary>Calendar days after the day of the event; an end on a day off moves to the next working day.</summary>
    CalendarDays,

    /// <summary>Months after the day of the event, to the corresponding day; an end on a day off moves to the next working day.</summary>
    Months,

    /// <summary>Years, likewise.</summary>
    Years,

    /// <summary>Hours from the moment of the event, days off included.</summary>
    Hours,

    /// <summary>Working days before the day of the event, counted back.</summary>
    WorkingDaysBefore,
}
