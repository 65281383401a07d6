using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Data.Calendars;

/// <summary>The holiday notices that ship with the portal, embedded from <c>data/holidays</c>.</summary>
/// <remarks>
/// Each day carries the document number of the notice that made it what it is: an amending notice (2015, 2019, 2020) or the next year's
/// notice (the last days of 2011, 2018 and 2022) may differ from the one of the day's own year. Which years are announced at all is
/// what the list of notices says, since a year could have no day in the file.
/// </remarks>
public static class HolidayFile
{
    private const string DaysResource = "data/holidays/holidays-cn-2008-2026.csv";
    private const string NoticesResource = "data/holidays/holiday-notices-cn.csv";

    /// <summary>The calendar of all announced years.</summary>
    /// <exception cref="InvalidDataException">The files contradict themselves; the message says where.</exception>
    public static WorkingDayCalendar ReadEmbedded()
    {
        var years = ReadYears();
        return new WorkingDayCalendar(ReadEntries(), years[0], years[^1]);
    }

    /// <summary>The days that the notices change, in the order of the file.</summary>
    /// <exception cref="InvalidDataException">A row has a type that is not known.</exception>
    public static IReadOnlyList<CalendarEntry> ReadEntries() => [.. Read<DayRow>(DaysResource).Select(ToEntry)];

    private static List<int> ReadYears()
    {
        var years = Read<NoticeRow>(NoticesResource).ConvertAll(row => row.Year);
        for (var i = 1; i < years.Count; i++)
        {
            if (years[i] != years[i - 1] + 1)
            {
                throw new InvalidDataException($"{NoticesResource}: the year {years[i]} does not follow {years[i - 1]}.");
            }
        }

        return years;
    }

    private static CalendarEntry ToEntry(DayRow row) => new(
        row.Date,
        row.Type switch
        {
            "holiday" => CalendarDayKind.Holiday,
            "makeup-workday" => CalendarDayKind.MakeUpWorkday,
            _ => throw new InvalidDataException($"{DaysResource}: {row.Date:yyyy-MM-dd} has the unknown type '{row.Type}'."),
        },
        row.Name,
        row.Notice.Length == 0 ? null : row.Notice);

    private static List<TRow> Read<TRow>(string resource)
    {
        using var stream = typeof(HolidayFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"{resource} is not embedded.");
        using var reader = new StreamReader(stream);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = IgnoreCase });
        return [.. csv.GetRecords<TRow>()];
    }

    // The files' columns are in lower case; parameters of records are matched by their Pascal-case names.
    private static string IgnoreCase(PrepareHeaderForMatchArgs args) => args.Header.ToUpperInvariant();

    private sealed record DayRow(DateOnly Date, string Type, string Name, string Notice);

    private sealed record NoticeRow(int Year);
}
