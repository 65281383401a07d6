using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Deadlines;

/// <summary>Counts days that a clock runs on, leaping over its stops.</summary>
/// <param name="calendar">The working days.</param>
/// <param name="stops">The stretches that do not count, in any order; they may overlap.</param>
internal sealed class StoppedCount(WorkingDayCalendar calendar, IEnumerable<ClockStop> stops)
{
    private readonly ClockStop[] _stops = [.. stops.OrderBy(stop => stop.From)];

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="from"/> on which the clock runs.</summary>
    public DateOnly AddWorkingDays(DateOnly from, int count)
    {
        var (start, left) = PassStops(from, count, calendar.WorkingDaysBetween);
        return calendar.AddWorkingDays(start, left);
    }

    /// <summary>The <paramref name="count"/>-th day of any kind after <paramref name="from"/> on which the clock runs.</summary>
    public DateOnly AddDays(DateOnly from, int count)
    {
        var (start, left) = PassStops(from, count, (first, last) => last.DayNumber - first.DayNumber);
        return start.AddDays(left);
    }

    /// <summary>The first working day on or after <paramref name="end"/> on which the clock runs.</summary>
    public DateOnly RollForward(DateOnly end)
    {
        var day = calendar.NextWorkingDayOnOrAfter(end);
        foreach (var stop in _stops)
        {
            if (stop.Covers(day))
            {
                day = calendar.AddWorkingDays(stop.To, 1);
            }
        }

        return day;
    }

    /// <summary>Goes from stop to stop while some of the count is left beyond each.</summary>
    private (DateOnly Start, int Left) PassStops(DateOnly from, int count, Func<DateOnly, DateOnly, int> between)
    {
        var (start, left) = (from, count);
        foreach (var stop in _stops)
        {
            if (stop.To <= start)
            {
                continue;
            }

            // The last day before the stop, or the start itself where the clock stood still from there on.
            var last = stop.From > start ? stop.From.AddDays(-1) : start;
            var runs = between(start, last);
            if (runs >= left)
            {
                break;
            }

            left -= runs;
            start = stop.To;
        }

        return (start, left);
    }
}
