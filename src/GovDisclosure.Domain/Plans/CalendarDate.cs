namespace GovDisclosure.Domain.Plans;

/// <summary>Makes dates of numbers that a document gives, which may be no date at all.</summary>
internal static class CalendarDate
{
    public static DateOnly? TryMake(int year, int month, int day) =>
        year is >= 1949 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static DateOnly? TryMakeMonthEnd(int year, int month) =>
        year is >= 1949 and <= 2999 && month is >= 1 and <= 12
            ? new DateOnly(year, month, DateTime.DaysInMonth(year, month))
            : null;
}
