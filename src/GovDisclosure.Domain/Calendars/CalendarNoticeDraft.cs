namespace GovDisclosure.Domain.Calendars;

/// <summary>A day of a notice as it was entered.</summary>
/// <param name="Date">The Beijing date.</param>
/// <param name="Kind">What the notice makes of it.</param>
/// <param name="Name">The holiday that it belongs to.</param>
public sealed record CalendarNoticeDay(DateOnly Date, NoticeDayKind Kind, string Name);

/// <summary>A notice of days off as it was entered.</summary>
/// <param name="Number">The document number.</param>
/// <param name="Year">The year that it arranges.</param>
/// <param name="IssuedOn">The date of the document.</param>
/// <param name="Source">Where the days come from.</param>
/// <param name="Days">The days.</param>
public sealed record CalendarNoticeDraft(string Number, int? Year, DateOnly? IssuedOn, string Source, IReadOnlyList<CalendarNoticeDay> Days)
{
    /// <summary>The longest document number.</summary>
    public const int NumberLength = 100;

    /// <summary>The longest source.</summary>
    public const int SourceLength = 500;

    /// <summary>The longest name of a holiday.</summary>
    public const int NameLength = 40;

    /// <summary>The most days of one notice; the longest so far has 43.</summary>
    public const int MostDays = 120;

    /// <summary>The notice beside a calendar: it announces its year where the calendar does not know it yet, and else only changes days.</summary>
    /// <param name="present">The calendar in force.</param>
    /// <exception cref="InvalidOperationException">The rules found the year or the date missing.</exception>
    public HolidayNotice ToNotice(WorkingDayCalendar present)
    {
        ArgumentNullException.ThrowIfNull(present);
        var year = Year ?? throw new InvalidOperationException("A notice needs a year.");
        return new HolidayNotice(
            Number,
            IssuedOn ?? throw new InvalidOperationException("A notice needs a date."),
            year > present.LastYear ? year : null,
            [.. Days.Where(day => day.Kind != NoticeDayKind.Ordinary).Select(day => new CalendarEntry(
                day.Date, day.Kind == NoticeDayKind.Holiday ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday, day.Name, Number))])
        {
            Cleared = [.. Days.Where(day => day.Kind == NoticeDayKind.Ordinary).Select(day => day.Date)],
        };
    }
}
