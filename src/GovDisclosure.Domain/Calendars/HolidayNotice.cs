namespace GovDisclosure.Domain.Calendars;

/// <summary>One notice of the State Council about days off, as it was issued.</summary>
/// <param name="Number">Its document number, 国办发明电〔2015〕18号; null where it is not known (2008).</param>
/// <param name="IssuedOn">The Beijing date from which it is known.</param>
/// <param name="Year">The year that it announces; null for a notice that only changes days of years already announced.</param>
/// <param name="Entries">The days that it makes holidays or make-up days, also those that an earlier notice had set otherwise.</param>
public sealed record HolidayNotice(string? Number, DateOnly IssuedOn, int? Year, IReadOnlyList<CalendarEntry> Entries)
{
    /// <summary>Days that an earlier notice had changed and that this one makes ordinary again.</summary>
    public IReadOnlyList<DateOnly> Cleared { get; init; } = [];
}
