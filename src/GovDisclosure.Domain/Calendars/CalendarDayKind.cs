namespace GovDisclosure.Domain.Calendars;

/// <summary>Why a day is or is not a working day (工作日).</summary>
public enum CalendarDayKind
{
    /// <summary>Monday to Friday with no holiday.</summary>
    WorkingDay,

    /// <summary>Saturday or Sunday, the weekly rest days of state organs (国务院关于职工工作时间的规定 art. 7).</summary>
    Weekend,

    /// <summary>A day that a notice of the State Council takes off (放假), be it a weekday or part of a weekend.</summary>
    Holiday,

    /// <summary>A Saturday or Sunday that a notice makes a working day in exchange (调休上班).</summary>
    MakeUpWorkday,
}
