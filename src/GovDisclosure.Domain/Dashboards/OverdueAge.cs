using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Domain.Dashboards;

/// <summary>A stretch of lateness, such as 6 to 10 working days, and the due days that it means when seen from one day.</summary>
/// <param name="LeastDays">The fewest working days late.</param>
/// <param name="MostDays">The most; <see langword="null"/> where there is no end.</param>
/// <param name="DueFrom">The first due day; <see langword="null"/> where there is no beginning.</param>
/// <param name="DueTo">The last due day.</param>
public sealed record OverdueAge(int LeastDays, int? MostDays, DateOnly? DueFrom, DateOnly DueTo)
{
    private static readonly (int Least, int? Most)[] Stretches = [(0, 0), (1, 5), (6, 10), (11, 20), (21, 60), (61, null)];

    /// <summary>The stretches, shortest first. Together they hold every day until <paramref name="today"/>, each once.</summary>
    /// <remarks>
    /// Working days are counted as in <see cref="WorkingDayCalendar.WorkingDaysBetween"/>: the due day does not count. The first stretch is
    /// what has been late for less than a working day: since hours ago, or since the weekend.
    /// </remarks>
    public static IReadOnlyList<OverdueAge> SeenFrom(DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var ages = new List<OverdueAge>(Stretches.Length);
        var last = today;
        foreach (var (least, most) in Stretches)
        {
            if (most is not { } days)
            {
                ages.Add(new OverdueAge(least, most, null, last));
                break;
            }

            var first = last;
            while (calendar.WorkingDaysBetween(first.AddDays(-1), today) <= days)
            {
                first = first.AddDays(-1);
            }

            ages.Add(new OverdueAge(least, most, first, last));
            last = first.AddDays(-1);
        }

        return ages;
    }

    /// <summary>Whether a due day lies in it.</summary>
    public bool Covers(DateOnly dueOn) => dueOn <= DueTo && (DueFrom is not { } from || dueOn >= from);
}
