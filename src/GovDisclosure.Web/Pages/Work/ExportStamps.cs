using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Web.Infrastructure.Duties;
using GovDisclosure.Web.Infrastructure.Localization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Pages.Work;

/// <summary>What stands above the rows of each of an agency's files, and the cells that several of them have.</summary>
public sealed class ExportStamps(IStringLocalizer<SharedText> text, PortalFormat format)
{
    /// <summary>As of which day, by which filters, how many rows: with a word where the file is cut.</summary>
    /// <param name="today">The day of all states.</param>
    /// <param name="filters">What the list is narrowed to: a label and a value each.</param>
    /// <param name="shown">How many rows the file has.</param>
    /// <param name="found">How many the list has.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Of(DateOnly today, IEnumerable<KeyValuePair<string, string>> filters, int shown, int found) =>
    [
        new(text["Export.AsOf"], format.DayWithYear(today)),
        .. filters,
        new(text["Export.Rows"], found > shown ? text["Export.Cut", PortalFormat.Count(shown), PortalFormat.Count(found)] : PortalFormat.Count(shown)),
    ];

    /// <summary>A due instant: its day, or its minute where it is not the end of a day.</summary>
    public object Due(DateTimeOffset dueAt)
    {
        var due = new Due(dueAt, IsProvisional: false);
        return due.IsEndOfDay ? due.DueOn : format.Instant(dueAt);
    }

    /// <summary>When something happened: its day, or its minute where that is known.</summary>
    public object Moment(DateTimeOffset at, bool hasTime) => hasTime ? format.Instant(at) : BeijingTime.DateOf(at);

    /// <summary>Working days left, below zero where the day has passed; nothing once it is done.</summary>
    public static int? DaysLeft(DateTimeOffset dueAt, bool isUnfinished, DutyView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return isUnfinished ? view.Calendar.WorkingDaysBetween(view.Today, new Due(dueAt, IsProvisional: false).DueOn) : null;
    }
}
