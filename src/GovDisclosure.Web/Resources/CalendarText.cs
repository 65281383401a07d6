namespace GovDisclosure.Web.Resources;

/// <summary>The calendar of working days and the notices that change it.</summary>
public sealed class CalendarText;
