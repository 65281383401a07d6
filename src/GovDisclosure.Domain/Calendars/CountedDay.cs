namespace GovDisclosure.Domain.Calendars;

/// <summary>One step of counting working days with a finger on the calendar.</summary>
/// <param name="Day">The day under the finger.</param>
/// <param name="Number">
/// Its number in the count: 1, 2, … forwards, -1, -2, … backwards; null for the day the count starts from and for days that do not count.
/// </param>
public sealed record CountedDay(CalendarDay Day, int? Number);
