using System.Globalization;
using GovDisclosure.Web.Resources;
using Microsoft.Extensions.Localization;

namespace GovDisclosure.Web.Infrastructure.Localization;

/// <summary>Dates, counts and punctuation as people say them, in the reader's language. Instants are told in Beijing time.</summary>
public sealed class PortalFormat(IStringLocalizer<SharedText> text, PortalClockInfo clock)
{
    private static readonly TimeSpan BeijingOffset = TimeSpan.FromHours(8);
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo(PortalLanguages.Chinese);
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>True where the reader chose Chinese.</summary>
    public bool IsChinese { get; } = PortalLanguages.IsChinese;

    /// <summary>The culture that dates are written in.</summary>
    public CultureInfo Culture => IsChinese ? Chinese : English;

    /// <summary>10月13日 周四; Thu 13 Oct. With the year where it is not the portal's current one.</summary>
    public string Day(DateOnly day) => IsChinese
        ? Write(day, $"{YearPart(day)}M月d日 ddd")
        : Write(day, IsThisYear(day) ? "ddd d MMM" : "ddd d MMM yyyy");

    /// <summary>10月13日; 13 Oct. With the year where it is not the portal's current one.</summary>
    public string ShortDay(DateOnly day) => IsChinese
        ? Write(day, $"{YearPart(day)}M月d日")
        : Write(day, IsThisYear(day) ? "d MMM" : "d MMM yyyy");

    /// <summary>2016年10月20日（星期四）; Thursday, 20 October 2016.</summary>
    public string FullDay(DateOnly day) => IsChinese ? Write(day, "yyyy年M月d日（dddd）") : Write(day, "dddd, d MMMM yyyy");

    /// <summary>2016年10月20日; 20 October 2016.</summary>
    public string DayWithYear(DateOnly day) => IsChinese ? Write(day, "yyyy年M月d日") : Write(day, "d MMMM yyyy");

    /// <summary>10月13日 周四 14:05; Thu 13 Oct, 14:05 — in Beijing.</summary>
    public string Instant(DateTimeOffset instant)
    {
        var beijing = instant.ToOffset(BeijingOffset);
        var time = beijing.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Day(DateOnly.FromDateTime(beijing.DateTime))}{(IsChinese ? " " : ", ")}{time}";
    }

    /// <summary>
    /// A due instant. The end of a day is told as that day's 24:00 and not as the next day's 00:00, which nobody would understand.
    /// </summary>
    public string Due(DateTimeOffset due)
    {
        var beijing = due.ToOffset(BeijingOffset);
        return beijing.TimeOfDay == TimeSpan.Zero
            ? text["Format.EndOfDay", Day(DateOnly.FromDateTime(beijing.DateTime).AddDays(-1))]
            : Instant(due);
    }

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute of a time element, with Beijing's offset.</summary>
    public static string Machine(DateTimeOffset instant) =>
        instant.ToOffset(BeijingOffset).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    /// <summary>4 个工作日; 1 working day; 4 working days.</summary>
    public string WorkingDays(int days) => Counted("Format.WorkingDays", days);

    /// <summary>7 天; 1 day; 7 days.</summary>
    public string Days(int days) => Counted("Format.Days", days);

    /// <summary>还有 4 个工作日; 今天到期: how far a due day is, counted from today.</summary>
    public string WorkingDaysLeft(int days) => days <= 0 ? text["Format.DueToday"] : text["Format.WorkingDaysLeft", WorkingDays(days)];

    /// <summary>逾期 4 个工作日; 4 working days overdue.</summary>
    public string WorkingDaysOverdue(int days) => text["Format.WorkingDaysOverdue", WorkingDays(days)];

    /// <summary>A whole number with thousands marked: 7,305.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>7,020 / 7,305: no share without what it is a share of.</summary>
    public static string Fraction(long part, long whole) => $"{Count(part)} / {Count(whole)}";

    /// <summary>A whole percentage, rounded down so that 100% means all. Without a whole there is no percentage: a dash.</summary>
    public static string Percent(long part, long whole) =>
        whole == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{part * 100 / whole}%");

    /// <summary>A、B、C; A, B, C.</summary>
    public string List(IEnumerable<string> items) => string.Join(IsChinese ? "、" : ", ", items);

    /// <summary>（…）; (…), with the space that English wants before it.</summary>
    public string Bracketed(string inner) => IsChinese ? $"（{inner}）" : $" ({inner})";

    /// <summary>The name in the reader's language; the Chinese one where there is no English one.</summary>
    public string Name(string chinese, string? english) => IsChinese || string.IsNullOrWhiteSpace(english) ? chinese : english;

    private string Counted(string key, int number) =>
        text[number == 1 ? $"{key}.One" : $"{key}.Other", Count(number)];

    private bool IsThisYear(DateOnly day) => day.Year == clock.Today.Year;

    private string YearPart(DateOnly day) => IsThisYear(day) ? "" : "yyyy年";

    private string Write(DateOnly day, string pattern) => day.ToString(pattern, Culture);
}
