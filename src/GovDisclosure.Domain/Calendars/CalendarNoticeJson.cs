using System.Globalization;
using System.Text.Json;

namespace GovDisclosure.Domain.Calendars;

/// <summary>Reads a notice from JSON; <c>docs/calendar-notice.md</c> describes the shape.</summary>
public static class CalendarNoticeJson
{
    private const int Deepest = 8;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads it; <see langword="null"/> where it is no notice.</summary>
    public static CalendarNoticeDraft? Read(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            // A stranger's file: whatever is wrong with it, it is no notice.
            return null;
        }
    }

    private static CalendarNoticeDraft Read(JsonElement root) => new(
        PlainText.OneLine(Text(root, "number")),
        root.TryGetProperty("year", out var year) && year.TryGetInt32(out var number) ? number : null,
        Text(root, "issued_on") is { } issued ? Day(issued) : null,
        PlainText.OneLine(Text(root, "source")),
        [.. root.GetProperty("days").EnumerateArray().Take(CalendarNoticeDraft.MostDays + 1).Select(day => new CalendarNoticeDay(
            Day(day.GetProperty("date").GetString() ?? ""),
            Kind(day.GetProperty("type").GetString()),
            PlainText.OneLine(Text(day, "name"))))]);

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateOnly Day(string word) => DateOnly.ParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The words of data/holidays.
    private static NoticeDayKind Kind(string? word) => word switch
    {
        "holiday" => NoticeDayKind.Holiday,
        "makeup-workday" => NoticeDayKind.MakeUpWorkday,
        "ordinary" => NoticeDayKind.Ordinary,
        _ => throw new FormatException("An unknown type of day."),
    };
}
