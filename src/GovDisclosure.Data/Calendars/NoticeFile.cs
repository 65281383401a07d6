using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>When each holiday notice became known and what it said then, embedded from <c>data/holidays</c>.</summary>
/// <remarks>
/// <see cref="HolidayFile"/> has the days as they came to be in the end. Two days had been set by a notice before another one set them
/// anew; what they were until then stands in a file of its own. The mark of a date says how it is known: P is a page that published the
/// notice. A notice is known from the day of its publication, which may be some days after the date under it (2018-12-01, 2018-12-06).
/// </remarks>
public static class NoticeFile
{
    internal const string IssuesResource = "data/holidays/notice-issues-cn.csv";
    internal const string SupersededResource = "data/holidays/superseded-days-cn.csv";

    /// <summary>The calendar as it was known on any day.</summary>
    /// <exception cref="InvalidDataException">The files contradict themselves; the message says where.</exception>
    public static CalendarVersions ReadVersions() => new(ReadNotices());

    /// <summary>The notices, each with the days that it set when it was issued.</summary>
    /// <exception cref="InvalidDataException">A day names a notice that is not listed.</exception>
    public static IReadOnlyList<HolidayNotice> ReadNotices()
    {
        var days = HolidayFile.ReadEntries().Concat(DataFile.ReadRows<SupersededRow>(SupersededResource).Select(line => ToEntry(line.Row)))
            .ToLookup(entry => entry.Notice ?? "");
        HolidayNotice[] notices =
        [
            .. DataFile.ReadRows<IssueRow>(IssuesResource).Select(line => new HolidayNotice(
                line.Row.Notice.Length == 0 ? null : line.Row.Notice, line.Row.KnownFrom, line.Row.Year, [.. days[line.Row.Notice]])),
        ];
        var unlisted = days.Select(group => group.Key).Except(notices.Select(notice => notice.Number ?? "")).ToList();
        return unlisted.Count == 0 ? notices : throw new InvalidDataException($"{IssuesResource} does not list {unlisted[0]}.");
    }

    private static CalendarEntry ToEntry(SupersededRow row) =>
        new(row.Date, row.Type == "holiday" ? CalendarDayKind.Holiday : CalendarDayKind.MakeUpWorkday, row.Name, row.Notice);

    internal sealed record IssueRow(string Notice, int? Year, DateOnly KnownFrom, string Mark);

    internal sealed record SupersededRow(DateOnly Date, string Type, string Name, string Notice);
}
