namespace GovDisclosure.Domain.Calendars;

/// <summary>A day that a notice makes another kind of day than it was known to be.</summary>
/// <param name="Before">What was known until then.</param>
/// <param name="After">What is known from then on.</param>
/// <param name="WasAnnounced">Whether its year had been announced, so that what was known had not been provisional.</param>
public sealed record CalendarChange(CalendarDay Before, CalendarDay After, bool WasAnnounced)
{
    /// <summary>The day.</summary>
    public DateOnly Date => After.Date;

    /// <summary>Whether counts over the day come out differently.</summary>
    public bool ChangesCounting => Before.IsWorkingDay != After.IsWorkingDay;
}
