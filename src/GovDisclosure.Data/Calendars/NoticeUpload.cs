using System.Text;
using GovDisclosure.Domain;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>What a file of days off says, or why it cannot be read.</summary>
/// <param name="Draft">The notice; what the file does not say, such as the number in an iCalendar file, is empty.</param>
/// <param name="Problem">What stands against the file.</param>
public sealed record UploadedNotice(CalendarNoticeDraft? Draft, RuleViolation? Problem)
{
    internal static UploadedNotice Refused(string code, params object[] arguments) => new(null, new RuleViolation(code, "File", arguments));
}

/// <summary>Reads a notice from a file, JSON or iCalendar, within limits: the file is a stranger's.</summary>
public static class NoticeUpload
{
    /// <summary>The largest file, in bytes: a year's notice has a few thousand.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Reads a file.</summary>
    public static UploadedNotice Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > MostBytes)
        {
            return UploadedNotice.Refused("FileTooLarge", MostBytes / 1024);
        }

        if (Decode(content) is not { } text)
        {
            return UploadedNotice.Refused("FileNotText");
        }

        if (text.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase))
        {
            return IcsNotice.Read(text);
        }

        return CalendarNoticeJson.Read(text) is { } draft ? new UploadedNotice(draft, null) : UploadedNotice.Refused("FileNoNotice");
    }

    private static string? Decode(byte[] content)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF').Trim();
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
