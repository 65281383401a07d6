namespace GovDisclosure.Domain.Calendars;

/// <summary>The working days of mainland China's state organs, as the State Council's yearly notices make them.</summary>
/// <remarks>
/// <para>
/// A working day is a Monday to Friday that no notice takes off, or a Saturday or Sunday that a notice makes a working day (调休).
/// Sources: 全国年节及纪念日放假办法 art. 2, 6 and 7 with each year's 国务院办公厅 notice; 国务院关于职工工作时间的规定 art. 7 for the weekly rest days.
/// Local holidays of ethnic areas (art. 4 of the former) are known only where <see cref="In"/> has laid them over.
/// </para>
/// <para>
/// Outside the announced years only weekends are known to be off: results there are guesses, and <see cref="IsProvisional"/> says so.
/// The calendar never changes once built; a new notice makes a new calendar. Every operation but
/// <see cref="CountWorkingDays"/> takes constant time, by counts that are summed up once over the announced years.
/// </para>
/// </remarks>
public sealed class WorkingDayCalendar
{
    private readonly Dictionary<DateOnly, CalendarEntry> _entries = [];
    private readonly int _firstDayNumber;
    private readonly int _lastDayNumber;

    /// <summary>At index i: the number of working days among the first i announced days.</summary>
    private readonly int[] _workingDaysBefore;

    /// <summary>Every announced working day in order: index n - 1 holds the n-th.</summary>
    private readonly int[] _workingDayNumbers;

    /// <summary>Builds the calendar of the years <paramref name="firstYear"/> to <paramref name="lastYear"/>, both included.</summary>
    /// <param name="entries">The days that the notices change, in any order.</param>
    /// <param name="firstYear">The first year whose notice is in <paramref name="entries"/>.</param>
    /// <param name="lastYear">The last such year. Every year between is taken as announced.</param>
    /// <exception cref="ArgumentOutOfRangeException">The years are not in order or not between 1 and 9999.</exception>
    /// <exception cref="ArgumentException">
    /// An entry is neither a holiday nor a make-up workday, lies outside the years, shares its day with another, or makes a
    /// weekday a make-up day (which no notice can mean).
    /// </exception>
    public WorkingDayCalendar(IEnumerable<CalendarEntry> entries, int firstYear, int lastYear)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(firstYear, lastYear);
        FirstYear = firstYear;
        LastYear = lastYear;
        _firstDayNumber = new DateOnly(firstYear, 1, 1).DayNumber;
        _lastDayNumber = new DateOnly(lastYear, 12, 31).DayNumber;
        foreach (var entry in entries)
        {
            Add(entry);
        }

        (_workingDaysBefore, _workingDayNumbers) = SumUp();
    }

    private WorkingDayCalendar()
    {
        // No year is announced: a range that ends before it begins makes every day provisional.
        (FirstYear, LastYear) = (1, 0);
        (_firstDayNumber, _lastDayNumber) = (0, -1);
        (_workingDaysBefore, _workingDayNumbers) = SumUp();
    }

    /// <summary>What is known before any notice: weekends are off, and every answer is provisional.</summary>
    public static WorkingDayCalendar WithoutNotices { get; } = new();

    /// <summary>The first year whose notice is loaded.</summary>
    public int FirstYear { get; }

    /// <summary>The last year whose notice is loaded; the next year's is usually out by December. Before the first year where none is.</summary>
    public int LastYear { get; }

    /// <summary>The days that notices change, in no order.</summary>
    public IReadOnlyCollection<CalendarEntry> Entries => _entries.Values;

    /// <summary>The region whose own days off are laid over; null for the country's calendar, which knows none.</summary>
    public string? Region { get; private init; }

    /// <summary>The calendar of a region: this one, with the region's own days off besides (全国年节及纪念日放假办法 art. 4).</summary>
    /// <remarks>
    /// A local day off is off even where the country makes it a make-up day. Local days outside the announced years are left out, since
    /// everything there is provisional anyway.
    /// </remarks>
    public WorkingDayCalendar In(RegionalDaysOff region)
    {
        ArgumentNullException.ThrowIfNull(region);
        if (LastYear < FirstYear)
        {
            return this;
        }

        var entries = new Dictionary<DateOnly, CalendarEntry>(_entries);
        foreach (var local in region.Entries.Where(entry => !IsProvisional(entry.Date)))
        {
            if (KindOf(local.Date) != CalendarDayKind.Holiday)
            {
                entries[local.Date] = local;
            }
        }

        return new WorkingDayCalendar(entries.Values, FirstYear, LastYear) { Region = region.Region };
    }

    /// <summary>Whether <paramref name="date"/> counts in a period of working days; only weekends are off where <see cref="IsProvisional"/>.</summary>
    public bool IsWorkingDay(DateOnly date) => KindOf(date) is CalendarDayKind.WorkingDay or CalendarDayKind.MakeUpWorkday;

    /// <summary>Whether <paramref name="date"/> lies outside the announced years, so that what is said of it may still change.</summary>
    /// <remarks>
    /// A later notice has at times also changed days of an announced year: the last days of December (2011, 2018, 2022) and by an
    /// amending notice (2015, 2019, 2020). Such a change arrives as a new calendar (<see cref="CalendarVersions"/>); it is not foretold here.
    /// </remarks>
    public bool IsProvisional(DateOnly date) => date.DayNumber < _firstDayNumber || date.DayNumber > _lastDayNumber;

    /// <summary>What <paramref name="date"/> is, and which notice says so.</summary>
    public CalendarDay Describe(DateOnly date)
    {
        var entry = _entries.GetValueOrDefault(date);
        return new CalendarDay(date, KindOf(date), entry?.Name, entry?.Notice) { Region = entry?.Region };
    }

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="from"/>, or before it when negative.</summary>
    /// <param name="from">The day zero, which itself does not count (民法典 art. 201), whether or not it is a working day.</param>
    /// <param name="count">How many working days: 1 is the next one, -1 the one before, 0 gives <paramref name="from"/> itself.</param>
    /// <returns>A working day, unless <paramref name="count"/> is 0 and <paramref name="from"/> is a day off.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the years 1 to 9999.</exception>
    public DateOnly AddWorkingDays(DateOnly from, int count)
    {
        if (count == 0)
        {
            return from;
        }

        // Backwards the count starts at the day before: the working day -1 is the last one that is over when `from` begins.
        var done = count > 0 ? CountThrough(from.DayNumber) : CountThrough(from.DayNumber - 1) + 1;
        var dayNumber = DayNumberOf((long)done + count);
        if (dayNumber < DateOnly.MinValue.DayNumber || dayNumber > DateOnly.MaxValue.DayNumber)
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "The count leaves the years 1 to 9999.");
        }

        return DateOnly.FromDayNumber((int)dayNumber);
    }

    /// <summary>
    /// The number of working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative, and then
    /// after <paramref name="to"/> up to and including <paramref name="from"/>, when <paramref name="to"/> is earlier.
    /// </summary>
    /// <remarks>Undoes <see cref="AddWorkingDays"/>: for n &gt;= 0 the result for its answer is n again.</remarks>
    public int WorkingDaysBetween(DateOnly from, DateOnly to) => CountThrough(to.DayNumber) - CountThrough(from.DayNumber);

    /// <summary><paramref name="date"/> if it is a working day, otherwise the first one after it (民法典 art. 203, para. 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none up to the year 9999.</exception>
    public DateOnly NextWorkingDayOnOrAfter(DateOnly date) => IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>
    /// The days from <paramref name="from"/> to <see cref="AddWorkingDays"/>' answer in the order of counting, each with its
    /// number or none: the finger on the wall calendar.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The count leaves the years 1 to 9999.</exception>
    public IEnumerable<CountedDay> CountWorkingDays(DateOnly from, int count)
    {
        var last = AddWorkingDays(from, count);
        return CountDays(from, last, Math.Sign(count));
    }

    private IEnumerable<CountedDay> CountDays(DateOnly from, DateOnly last, int step)
    {
        var number = 0;
        yield return new CountedDay(Describe(from), Number: null);
        for (var date = from; date != last;)
        {
            date = date.AddDays(step);
            var day = Describe(date);
            yield return new CountedDay(day, day.IsWorkingDay ? number += step : null);
        }
    }

    private void Add(CalendarEntry entry)
    {
        if (entry.Kind is not (CalendarDayKind.Holiday or CalendarDayKind.MakeUpWorkday))
        {
            throw new ArgumentException($"{entry.Date:yyyy-MM-dd} is {entry.Kind}: an entry is a holiday or a make-up workday.", nameof(entry));
        }

        if (IsProvisional(entry.Date))
        {
            throw new ArgumentException($"{entry.Date:yyyy-MM-dd} is outside the years {FirstYear} to {LastYear}.", nameof(entry));
        }

        if (entry.Kind == CalendarDayKind.MakeUpWorkday && !WeekdayArithmetic.IsWeekend(entry.Date))
        {
            throw new ArgumentException($"{entry.Date:yyyy-MM-dd} is a weekday and cannot be a make-up workday.", nameof(entry));
        }

        if (!_entries.TryAdd(entry.Date, entry))
        {
            throw new ArgumentException($"{entry.Date:yyyy-MM-dd} has two entries.", nameof(entry));
        }
    }

    private CalendarDayKind KindOf(DateOnly date)
    {
        if (_entries.TryGetValue(date, out var entry))
        {
            return entry.Kind;
        }

        return WeekdayArithmetic.IsWeekend(date) ? CalendarDayKind.Weekend : CalendarDayKind.WorkingDay;
    }

    private (int[] Before, int[] DayNumbers) SumUp()
    {
        var before = new int[_lastDayNumber - _firstDayNumber + 2];
        var dayNumbers = new List<int>(before.Length);
        for (var dayNumber = _firstDayNumber; dayNumber <= _lastDayNumber; dayNumber++)
        {
            if (IsWorkingDay(DateOnly.FromDayNumber(dayNumber)))
            {
                dayNumbers.Add(dayNumber);
            }

            before[dayNumber - _firstDayNumber + 1] = dayNumbers.Count;
        }

        return (before, [.. dayNumbers]);
    }

    /// <summary>The working days from the first announced day to the given day; zero or negative before it.</summary>
    private int CountThrough(int dayNumber)
    {
        if (dayNumber < _firstDayNumber)
        {
            return WeekdayArithmetic.CountThrough(dayNumber) - WeekdayArithmetic.CountThrough(_firstDayNumber - 1);
        }

        if (dayNumber > _lastDayNumber)
        {
            return _workingDayNumbers.Length + WeekdayArithmetic.CountThrough(dayNumber) - WeekdayArithmetic.CountThrough(_lastDayNumber);
        }

        return _workingDaysBefore[dayNumber - _firstDayNumber + 1];
    }

    /// <summary>The earliest day through which <paramref name="count"/> working days are counted: the inverse of <see cref="CountThrough"/>.</summary>
    private long DayNumberOf(long count)
    {
        if (count <= 0)
        {
            return WeekdayArithmetic.DayNumberOf(WeekdayArithmetic.CountThrough(_firstDayNumber - 1) + count);
        }

        if (count > _workingDayNumbers.Length)
        {
            return WeekdayArithmetic.DayNumberOf(WeekdayArithmetic.CountThrough(_lastDayNumber) + count - _workingDayNumbers.Length);
        }

        return _workingDayNumbers[count - 1];
    }
}
