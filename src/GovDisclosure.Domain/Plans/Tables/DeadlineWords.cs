using System.Globalization;
using System.Text;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>What a demand in time comes to, in words that a person reads and this class reads back: 工作日时限；数值：20；起算：作出行政处罚决定.</summary>
public static class DeadlineWords
{
    private const char Between = '；';
    private const char Of = '：';
    private const string Event = "起算";

    private static readonly (DeadlineRuleKind Kind, string Words)[] Kinds =
    [
        (DeadlineRuleKind.WorkingDaysAfterEvent, "工作日时限"),
        (DeadlineRuleKind.CalendarDaysAfterEvent, "自然日时限"),
        (DeadlineRuleKind.HoursAfterEvent, "小时时限"),
        (DeadlineRuleKind.MonthsAfterEvent, "月时限"),
        (DeadlineRuleKind.YearsAfterEvent, "年时限"),
        (DeadlineRuleKind.WorkingDaysBeforeEvent, "提前工作日"),
        (DeadlineRuleKind.Periodic, "定期"),
        (DeadlineRuleKind.Quota, "定期次数"),
        (DeadlineRuleKind.FixedDate, "截止日期"),
        (DeadlineRuleKind.Qualitative, "定性要求"),
        (DeadlineRuleKind.Target, "量化指标"),
    ];

    private static readonly (PeriodUnit Period, string Words)[] Periods =
        [(PeriodUnit.Week, "周"), (PeriodUnit.Month, "月"), (PeriodUnit.Quarter, "季度"), (PeriodUnit.HalfYear, "半年"), (PeriodUnit.Year, "年")];

    /// <summary>The rule of a phrase in words.</summary>
    public static string Write(ParsedDeadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        var words = new StringBuilder(Array.Find(Kinds, kind => kind.Kind == deadline.Kind).Words);
        Append(words, "数值", deadline.Value is { } value ? value.ToString("0.############################", CultureInfo.InvariantCulture) : null);
        Append(words, "周期", deadline.Period is { } period ? Array.Find(Periods, known => known.Period == period).Words : null);
        Append(words, "次数", Text(deadline.MinCount));
        Append(words, "日期", deadline.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Append(words, "期后工作日", Text(deadline.WorkingDaysAfterPeriod));
        Append(words, "次月日", Text(deadline.DayOfNextMonth));
        // Last, since it is a plan's own words, with whatever stands in them.
        Append(words, Event, deadline.Event);
        return words.ToString();
    }

    /// <summary>The rule that words say, for a phrase; <see langword="null"/> where they are not in this form.</summary>
    public static ParsedDeadline? TryRead(string phrase, string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (first, rest) = Cut(words, Between);
        var kind = Array.Find(Kinds, kind => kind.Words == first);
        var deadline = new ParsedDeadline(phrase, kind.Kind, null, null, null, null, null, -1, null);
        var read = kind.Words is null ? null : deadline;
        while (rest is not null && read is not null)
        {
            var (key, value) = Cut(rest, Of);
            (value, rest) = key == Event ? (value, null) : Cut(value ?? "", Between);
            read = value is null ? null : With(read, key, value);
        }

        return read;
    }

    private static ParsedDeadline? With(ParsedDeadline deadline, string key, string value) => key switch
    {
        "数值" when decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => deadline with { Value = number },
        "周期" when Array.Find(Periods, period => period.Words == value) is { Words: not null } known => deadline with { Period = known.Period },
        "次数" when Number(value) is { } count => deadline with { MinCount = count },
        "日期" when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => deadline with { Date = date },
        "期后工作日" when Number(value) is { } days => deadline with { WorkingDaysAfterPeriod = days },
        "次月日" when Number(value) is { } day => deadline with { DayOfNextMonth = day },
        Event => deadline with { Event = value },
        _ => null,
    };

    private static int? Number(string value) => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static (string Before, string? After) Cut(string words, char at) =>
        words.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (words[..index], words[(index + 1)..]) : (words, null);

    private static void Append(StringBuilder words, string key, string? value)
    {
        if (value is not null)
        {
            words.Append(Between).Append(key).Append(Of).Append(value);
        }
    }
}
