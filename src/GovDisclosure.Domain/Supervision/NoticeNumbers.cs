using System.Globalization;

namespace GovDisclosure.Domain.Supervision;

/// <summary>The numbers of reminders: one run for each year, without gaps.</summary>
public static class NoticeNumbers
{
    private const string Head = "催办〔";
    private const string Middle = "〕";
    private const string Tail = "号";

    /// <summary>The numbers that a batch takes: those after the last one given in the year.</summary>
    /// <param name="last">The last number of the year; 0 where none was given yet.</param>
    /// <param name="count">How many notices the batch has.</param>
    public static IEnumerable<int> After(int last, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(last);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Enumerable.Range(last + 1, count);
    }

    /// <summary>催办〔2016〕12号, as an official document names it in either language.</summary>
    public static string Write(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{Head}{year}{Middle}{number}{Tail}");

    /// <summary>Reads a number as <see cref="Write"/> writes it.</summary>
    public static bool TryRead(string? text, out int year, out int number)
    {
        (year, number) = (0, 0);
        var words = text?.Trim() ?? "";
        return words.StartsWith(Head, StringComparison.Ordinal) && words.EndsWith(Tail, StringComparison.Ordinal)
            && words[Head.Length..^Tail.Length].Split(Middle) is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out year)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number > 0;
    }
}
