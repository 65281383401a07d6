namespace GovDisclosure.Domain.Calendars;

/// <summary>What one day is, and who says so.</summary>
/// <param name="Date">The Beijing date.</param>
/// <param name="Kind">Why it is or is not a working day.</param>
/// <param name="Name">The holiday's name for a day that a notice changes, otherwise null.</param>
/// <param name="Notice">The document number of that notice; null for ordinary days and where the number is not known.</param>
public sealed record CalendarDay(DateOnly Date, CalendarDayKind Kind, string? Name, string? Notice)
{
    /// <summary>The region whose own notice takes the day off; null where the whole country's calendar says what it is.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the day counts in a period of working days.</summary>
    public bool IsWorkingDay => Kind is CalendarDayKind.WorkingDay or CalendarDayKind.MakeUpWorkday;
}
