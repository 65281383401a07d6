namespace GovDisclosure.Domain.Deadlines;

/// <summary>Which periods a yearly plan owes.</summary>
public static class PeriodSchedule
{
    /// <summary>The periods of one length that a plan owes, in order.</summary>
    /// <remarks>
    /// A plan binds from its issue: a period counts when it starts on or after the issue date and within the plan's year, so that the
    /// one already running at the issue does not, and a week over New Year belongs to the year of its Monday. The year itself always
    /// counts: a yearly plan means its whole year. So the plan of 2016-05-28 owes the weeks from 2016-05-30 to the one from 2016-12-26,
    /// the months from June, the third and fourth quarter, the second half and the year.
    /// </remarks>
    /// <param name="unit">The length of the periods.</param>
    /// <param name="year">The plan's year.</param>
    /// <param name="issuedOn">The day that the plan was issued, before or in its year; after it, only the year is left.</param>
    public static IReadOnlyList<DatePeriod> ForPlanYear(PeriodUnit unit, int year, DateOnly issuedOn)
    {
        var firstDay = new DateOnly(year, 1, 1);
        if (unit == PeriodUnit.Year)
        {
            return [DatePeriod.Containing(unit, firstDay)];
        }

        var bindsFrom = issuedOn > firstDay ? issuedOn : firstDay;
        var periods = new List<DatePeriod>();
        for (var period = DatePeriod.Containing(unit, bindsFrom); period.Start.Year <= year; period = period.Next())
        {
            if (period.Start >= bindsFrom)
            {
                periods.Add(period);
            }
        }

        return periods;
    }
}
