using System.Globalization;
using GovDisclosure.Domain.Calendars;

namespace GovDisclosure.Web.Commands;

/// <summary>Answers lines <c>start,n</c> with lines <c>start,n,due</c>, in their order.</summary>
/// <remarks>
/// A bad line costs only itself: it is named with its number on the error output and the rest is still answered, since a list of
/// hundreds is corrected faster when all its faults show at once. Blank lines are passed over. The first line that is
/// not blank is a header when neither of its two fields holds a digit.
/// </remarks>
internal static class WorkdaysCsv
{
    /// <summary>Returns whether every line was understood.</summary>
    public static bool Answer(WorkingDayCalendar calendar, TextReader input, TextWriter output, TextWriter errors)
    {
        output.WriteLine("start,n,due");
        var isClean = true;
        var provisional = 0;
        var lineNumber = 0;
        var isFirst = true;
        while (input.ReadLine() is { } line)
        {
            lineNumber++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var mayBeHeader = isFirst;
            isFirst = false;
            if (mayBeHeader && IsHeader(line))
            {
                continue;
            }

            if (TryAnswer(calendar, line, out var answer, out var isProvisional) is { } fault)
            {
                errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {lineNumber}: {fault}"));
                isClean = false;
                continue;
            }

            output.WriteLine(answer);
            provisional += isProvisional ? 1 : 0;
        }

        if (provisional > 0)
        {
            errors.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"note: due dates that are provisional: {provisional}, outside the announced years {calendar.FirstYear} to {calendar.LastYear}"));
        }

        return isClean;
    }

    public static bool TryParseDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Returns what is wrong with the line, or null.</summary>
    private static string? TryAnswer(WorkingDayCalendar calendar, string line, out string answer, out bool isProvisional)
    {
        answer = "";
        isProvisional = false;
        var fields = line.Split(',', StringSplitOptions.TrimEntries);
        if (fields.Length != 2)
        {
            return $"expected 'start,n' but found {fields.Length.ToString(CultureInfo.InvariantCulture)} field(s): {line}";
        }

        if (!TryParseDate(fields[0], out var start))
        {
            return $"'{fields[0]}' is not a date such as 2016-09-09";
        }

        if (!int.TryParse(fields[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count))
        {
            return $"'{fields[1]}' is not a whole number of working days";
        }

        try
        {
            var result = WorkdaysAnswer.Of(calendar, start, count);
            isProvisional = result.IsProvisional;
            answer = string.Create(CultureInfo.InvariantCulture, $"{start:yyyy-MM-dd},{count},{result.Due:yyyy-MM-dd}");
            return null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return $"{fields[1]} working days from {fields[0]} leave the calendar (years 1 to 9999)";
        }
    }

    private static bool IsHeader(string line) => line.Count(character => character == ',') == 1 && !line.Any(char.IsDigit);
}
