using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>One day on the way to a due date.</summary>
/// <param name="Day">What the day is, and which notice says so.</param>
/// <param name="Number">Its number in the count, from 1; null where the day is not counted.</param>
/// <param name="Role">Its part in the count.</param>
/// <param name="IsProvisional">Whether no notice covers the day yet.</param>
public sealed record ExplainedDay(CalendarDay Day, int? Number, CountRole Role, bool IsProvisional);
