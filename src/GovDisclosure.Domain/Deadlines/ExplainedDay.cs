using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>One day on the way to a due date.</summary>
/// <param name="Day">What the day is, and which notice says so.</param>
/// <param name="Number">Its number in the count: 1, 2, … after an event, -1, -2, … before one; null where the day is not counted.</param>
/// <param name="Role">Its part in the count.</param>
/// <param name="IsProvisional">Whether no notice covers the day yet.</param>
public sealed record ExplainedDay(CalendarDay Day, int? Number, CountRole Role, bool IsProvisional);
