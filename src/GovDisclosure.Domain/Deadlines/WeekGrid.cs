namespace GovDisclosure.Domain.Deadlines;

/// <summary>One row of the grid.</summary>
/// <param name="Monday">The row's first day.</param>
/// <param name="Days">Seven cells from Monday to Sunday; null before the first and after the last explained day.</param>
public sealed record ExplainedWeek(DateOnly Monday, IReadOnlyList<ExplainedDay?> Days);

/// <summary>The whole weeks that a long grid leaves out.</summary>
/// <param name="First">The Monday of the first week left out.</param>
/// <param name="Last">The Sunday of the last.</param>
/// <param name="FirstNumber">The first number counted in them, or null where none is.</param>
/// <param name="LastNumber">The last number counted in them, or null where none is.</param>
public sealed record OmittedWeeks(DateOnly First, DateOnly Last, int? FirstNumber, int? LastNumber);

/// <summary>The explained days as rows of weeks, Monday first, ready to draw.</summary>
/// <remarks>
/// A grid has at most <see cref="MaxWeeks"/> rows. A longer range shows its first and last <see cref="EdgeWeeks"/> weeks, where the
/// count starts and where it falls due, and tells in <see cref="Omitted"/> which days and numbers lie between.
/// </remarks>
/// <param name="Head">All weeks, or the first ones of a long range.</param>
/// <param name="Omitted">What a long range leaves out between <paramref name="Head"/> and <paramref name="Tail"/>; otherwise null.</param>
/// <param name="Tail">The last weeks of a long range; otherwise empty.</param>
public sealed record WeekGrid(IReadOnlyList<ExplainedWeek> Head, OmittedWeeks? Omitted, IReadOnlyList<ExplainedWeek> Tail)
{
    /// <summary>The rows up to which nothing is left out: enough for 60 working days or a quarter.</summary>
    public const int MaxWeeks = 16;

    /// <summary>The rows shown at each end of a longer range.</summary>
    public const int EdgeWeeks = 4;

    private const int DaysInWeek = 7;

    /// <summary>Lays consecutive days out in weeks.</summary>
    /// <param name="days">The days in order, without gaps; may be empty.</param>
    public static WeekGrid Of(IReadOnlyList<ExplainedDay> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        if (days.Count == 0)
        {
            return new WeekGrid([], Omitted: null, []);
        }

        var firstMonday = DatePeriod.Containing(PeriodUnit.Week, days[0].Day.Date).Start;
        var offset = days[0].Day.Date.DayNumber - firstMonday.DayNumber;
        var weeks = (offset + days.Count + DaysInWeek - 1) / DaysInWeek;
        if (weeks <= MaxWeeks)
        {
            return new WeekGrid(Rows(0, weeks), Omitted: null, []);
        }

        return new WeekGrid(Rows(0, EdgeWeeks), Omit(EdgeWeeks, weeks - EdgeWeeks), Rows(weeks - EdgeWeeks, weeks));

        ExplainedWeek[] Rows(int from, int to) => [.. Enumerable.Range(from, to - from).Select(Row)];

        ExplainedWeek Row(int week) => new(
            firstMonday.AddDays(week * DaysInWeek),
            [.. Enumerable.Range((week * DaysInWeek) - offset, DaysInWeek).Select(i => i >= 0 && i < days.Count ? days[i] : null)]);

        OmittedWeeks Omit(int from, int to)
        {
            var start = (from * DaysInWeek) - offset;
            var end = (to * DaysInWeek) - offset;
            var numbers = days.Take(start..end).Select(day => day.Number).Where(number => number is not null);
            return new OmittedWeeks(days[start].Day.Date, days[end - 1].Day.Date, numbers.FirstOrDefault(), numbers.LastOrDefault());
        }
    }
}
