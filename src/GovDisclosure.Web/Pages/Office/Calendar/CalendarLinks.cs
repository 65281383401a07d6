using System.Globalization;
using GovDisclosure.Web.Infrastructure.Navigation;

namespace GovDisclosure.Web.Pages.Office.Calendar;

/// <summary>The addresses of the calendar's pages.</summary>
public static class CalendarLinks
{
    public const string Start = PortalPaths.OfficeCalendar;
    public const string Load = "/office/calendar/load";
    public const string Enter = "/office/calendar/enter";

    /// <summary>A year.</summary>
    public static string Year(int year) => string.Create(CultureInfo.InvariantCulture, $"{Start}?year={year}");

    /// <summary>What loading a notice would do.</summary>
    public static string Draft(Guid id) => $"{Start}/drafts/{id}";

    /// <summary>What undoing it would do.</summary>
    public static string Undo(Guid id) => $"{Start}/{id}/undo";
}
