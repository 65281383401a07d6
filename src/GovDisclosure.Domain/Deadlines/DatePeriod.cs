using System.Globalization;
using System.Runtime.InteropServices;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>One week, month, quarter, half-year or year of the calendar, by Beijing dates.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DatePeriod
{
    private DatePeriod(PeriodUnit unit, DateOnly start, DateOnly end)
    {
        Unit = unit;
        Start = start;
        End = end;
    }

    /// <summary>How long the period is.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>The first day; a Monday for weeks.</summary>
    public DateOnly Start { get; }

    /// <summary>The last day, included; a Sunday for weeks.</summary>
    public DateOnly End { get; }

    /// <summary>A name that sorts and stays: 2016-W42, 2016-10, 2016-Q4, 2016-H2, 2016.</summary>
    /// <remarks>
    /// Weeks bear their ISO 8601 number and year, so the week from Monday 2018-12-31 is 2019-W01, although a plan for 2018 owes it
    /// (see <see cref="PeriodSchedule"/>).
    /// </remarks>
    public string Key => Unit switch
    {
        PeriodUnit.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(Start):0000}-W{ISOWeek.GetWeekOfYear(Start):00}"),
        PeriodUnit.Month => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        PeriodUnit.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-Q{((Start.Month - 1) / 3) + 1}"),
        PeriodUnit.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-H{((Start.Month - 1) / 6) + 1}"),
        _ => Start.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>The period of the given length that <paramref name="date"/> lies in.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not a named value.</exception>
    public static DatePeriod Containing(PeriodUnit unit, DateOnly date) => unit switch
    {
        PeriodUnit.Week => Week(date),
        PeriodUnit.Month => Months(unit, date, 1),
        PeriodUnit.Quarter => Months(unit, date, 3),
        PeriodUnit.HalfYear => Months(unit, date, 6),
        PeriodUnit.Year => Months(unit, date, 12),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a period."),
    };

    /// <summary>Finds the period that has <paramref name="key"/> as its <see cref="Key"/>; false for any other text, such as a trigger's key.</summary>
    public static bool TryParse(string? key, out DatePeriod period)
    {
        period = default;
        if (key is not { Length: >= 4 and <= 8 } || !int.TryParse(key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998)
        {
            return false;
        }

        var found = key.Length == 4 ? Containing(PeriodUnit.Year, new DateOnly(year, 1, 1)) : WithinYear(year, key.AsSpan(4));

        // What was read must be spelt as it would be written: no week 53 of a year with 52, no month 13, no other digits.
        if (found is not { } read || read.Key != key)
        {
            return false;
        }

        period = read;
        return true;
    }

    /// <summary>The period of the same length that starts on the day after <see cref="End"/>.</summary>
    public DatePeriod Next() => Containing(Unit, End.AddDays(1));

    /// <summary>Whether <paramref name="date"/> lies in the period.</summary>
    public bool Contains(DateOnly date) => date >= Start && date <= End;

    /// <summary>The <see cref="Key"/>.</summary>
    public override string ToString() => Key;

    private static DatePeriod? WithinYear(int year, ReadOnlySpan<char> rest)
    {
        var digits = rest.Length > 1 && !char.IsAsciiDigit(rest[1]) ? rest[2..] : rest[1..];
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 53)
        {
            return null;
        }

        return rest switch
        {
            ['-', 'W', ..] => Containing(PeriodUnit.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday))),
            ['-', 'Q', ..] when number <= 4 => Containing(PeriodUnit.Quarter, new DateOnly(year, (number * 3) - 2, 1)),
            ['-', 'H', ..] when number <= 2 => Containing(PeriodUnit.HalfYear, new DateOnly(year, (number * 6) - 5, 1)),
            ['-', ..] when number <= 12 => Containing(PeriodUnit.Month, new DateOnly(year, number, 1)),
            _ => null,
        };
    }

    private static DatePeriod Week(DateOnly date)
    {
        // DayOfWeek starts at Sunday = 0; a Sunday belongs to the week that began six days before.
        var monday = date.AddDays(-(((int)date.DayOfWeek + 6) % 7));
        return new DatePeriod(PeriodUnit.Week, monday, monday.AddDays(6));
    }

    private static DatePeriod Months(PeriodUnit unit, DateOnly date, int length)
    {
        // From the first of the month, never by adding months to the date itself: the 31st has no counterpart in most months.
        var start = new DateOnly(date.Year, date.Month - ((date.Month - 1) % length), 1);
        return new DatePeriod(unit, start, start.AddMonths(length).AddDays(-1));
    }
}
