using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;
using Ical.Net.CalendarComponents;

namespace GovDisclosure.Data.Calendars;

/// <summary>Reads days off from iCalendar (RFC 5545): whole-day events whose title says whether the day is off or worked.</summary>
/// <remarks>
/// Calendars of Chinese holidays have no field for this; their titles say 休, 放假 or 假期 for a day off and 班 or 补班 for a day worked in
/// exchange, and Apple's also have <c>X-APPLE-SPECIAL-DAY</c>. What says neither is refused rather than guessed. The format has no place for the
/// notice's number and date, which the form asks for. Recurring events are refused: a notice names its days.
/// </remarks>
internal static partial class IcsNotice
{
    private const string SpecialDay = "X-APPLE-SPECIAL-DAY";

    public static UploadedNotice Read(string text)
    {
        if (Parse(text) is not { } calendar)
        {
            return UploadedNotice.Refused("FileNoNotice");
        }

        var days = new List<CalendarNoticeDay>();
        foreach (var entry in calendar.Events)
        {
            if (Problem(entry) is { } problem)
            {
                return new UploadedNotice(null, problem);
            }

            var (first, end) = Span(entry);
            for (var date = first; date < end && days.Count <= CalendarNoticeDraft.MostDays; date = date.AddDays(1))
            {
                days.Add(new CalendarNoticeDay(date, KindOf(entry)!.Value, NameOf(entry)));
            }
        }

        return new UploadedNotice(new CalendarNoticeDraft("", null, null, "", days), null);
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "A stranger's file: whatever the parser trips over, it is no calendar.")]
    private static Ical.Net.Calendar? Parse(string text)
    {
        try
        {
            return Ical.Net.Calendar.Load(text);
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static RuleViolation? Problem(CalendarEvent entry) =>
        entry.DtStart is not { HasTime: false } ? new RuleViolation("IcsNotWholeDay", "File", Title(entry))
        : entry.Properties.Any(property => property.Name.ToUpperInvariant() is "RRULE" or "RDATE") ? new RuleViolation("IcsRecurs", "File", Title(entry))
        : KindOf(entry) is null ? new RuleViolation("IcsUnclear", "File", Title(entry))
        : null;

    // The end is the day after the last one; without one an event has one day.
    private static (DateOnly First, DateOnly End) Span(CalendarEvent entry)
    {
        var first = entry.DtStart!.Date;
        var end = entry.DtEnd?.Date ?? first.AddDays(1);
        return (first, end > first ? end : first == DateOnly.MaxValue ? first : first.AddDays(1));
    }

    private static NoticeDayKind? KindOf(CalendarEvent entry) => entry.Properties.FirstOrDefault(property => property.Name == SpecialDay)?.Value?.ToString() switch
    {
        "WORK-HOLIDAY" => NoticeDayKind.Holiday,
        "ALTERNATE-WORKDAY" => NoticeDayKind.MakeUpWorkday,
        _ when Title(entry).Contains('班', StringComparison.Ordinal) => NoticeDayKind.MakeUpWorkday,
        _ when HolidayWords().IsMatch(Title(entry)) => NoticeDayKind.Holiday,
        _ => null,
    };

    private static string Title(CalendarEvent entry) => PlainText.Start(PlainText.OneLine(entry.Summary), CalendarNoticeDraft.NameLength);

    private static string NameOf(CalendarEvent entry)
    {
        var name = Marks().Replace(Title(entry), "").Trim(' ', '-', '·', '：', ':', '，', ',');
        return name.Length > 0 ? name : Title(entry);
    }

    [GeneratedRegex("休|放假|假期", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HolidayWords();

    // 国庆节（休）, 春节 假期 第1天/共8天, 劳动节补班: what is left is the holiday's name.
    [GeneratedRegex(@"[（(\[【]?(调休|补班|上班|放假|假期|休|班)[）)\]】]?|第\s*\d+\s*天|[/／]?\s*共\s*\d+\s*天", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();
}
