namespace GovDisclosure.Domain.Calendars;

/// <summary>What a notice of days off must be.</summary>
public static class CalendarNoticeRules
{
    private const int LatestYear = 2100;

    /// <summary>Finds what stands against a notice.</summary>
    /// <param name="draft">The notice.</param>
    /// <param name="present">The calendar in force.</param>
    /// <param name="knownNumbers">The numbers of the notices in force.</param>
    /// <param name="today">The portal's today.</param>
    public static IEnumerable<RuleViolation> Check(
        CalendarNoticeDraft draft, WorkingDayCalendar present, IReadOnlySet<string> knownNumbers, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(knownNumbers);
        return Number(draft, knownNumbers).Concat(Head(draft, present, today)).Concat(Days(draft, present));
    }

    private static IEnumerable<RuleViolation> Number(CalendarNoticeDraft draft, IReadOnlySet<string> knownNumbers)
    {
        if (draft.Number.Length == 0)
        {
            yield return new("NumberMissing", nameof(draft.Number));
        }
        else if (draft.Number.Length > CalendarNoticeDraft.NumberLength)
        {
            yield return new("TooLong", nameof(draft.Number), CalendarNoticeDraft.NumberLength);
        }
        else if (knownNumbers.Contains(draft.Number))
        {
            yield return new("NumberKnown", nameof(draft.Number), draft.Number);
        }
    }

    private static IEnumerable<RuleViolation> Head(CalendarNoticeDraft draft, WorkingDayCalendar present, DateOnly today)
    {
        // A year between would count as announced without being so.
        if (draft.Year is not { } year)
        {
            yield return new("YearMissing", nameof(draft.Year));
        }
        else if (year < present.FirstYear || year > present.LastYear + 1 || year > LatestYear)
        {
            yield return new("YearGap", nameof(draft.Year), present.FirstYear, Math.Min(present.LastYear + 1, LatestYear));
        }

        if (draft.IssuedOn is not { } issued)
        {
            yield return new("IssuedMissing", nameof(draft.IssuedOn));
        }
        else if (issued > today)
        {
            yield return new("IssuedInFuture", nameof(draft.IssuedOn), today);
        }

        if (draft.Source.Length > CalendarNoticeDraft.SourceLength)
        {
            yield return new("TooLong", nameof(draft.Source), CalendarNoticeDraft.SourceLength);
        }
    }

    private static IEnumerable<RuleViolation> Days(CalendarNoticeDraft draft, WorkingDayCalendar present)
    {
        if (draft.Days.Count == 0)
        {
            yield return new("DaysMissing", nameof(draft.Days));
        }
        else if (draft.Days.Count > CalendarNoticeDraft.MostDays)
        {
            yield return new("TooManyDays", nameof(draft.Days), CalendarNoticeDraft.MostDays);
        }

        var seen = new HashSet<DateOnly>();
        foreach (var day in draft.Days.Take(CalendarNoticeDraft.MostDays))
        {
            if (draft.Year is { } year && !IsOf(year, day.Date, present))
            {
                yield return new("DayOutside", nameof(draft.Days), day.Date);
            }
            else if (!seen.Add(day.Date))
            {
                yield return new("DayTwice", nameof(draft.Days), day.Date);
            }
            else if (day.Kind == NoticeDayKind.MakeUpWorkday && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                yield return new("MakeUpOnWeekday", nameof(draft.Days), day.Date);
            }
            else if (day.Kind != NoticeDayKind.Ordinary && day.Name.Length is 0 or > CalendarNoticeDraft.NameLength)
            {
                yield return new("DayName", nameof(draft.Days), day.Date, CalendarNoticeDraft.NameLength);
            }
        }
    }

    // The last days of December are at times arranged by the next year's notice (2011, 2018, 2022).
    private static bool IsOf(int year, DateOnly day, WorkingDayCalendar present) =>
        day.Year == year || (day.Year == year - 1 && day.Month == 12 && day.Year >= present.FirstYear);
}
