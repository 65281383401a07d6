using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace GovDisclosure.Data.Imports;

/// <summary>Why a file could not be read.</summary>
public enum SheetProblem
{
    /// <summary>Neither a spreadsheet nor text.</summary>
    NotASheet,

    /// <summary>It is damaged, or no file of its kind.</summary>
    Damaged,

    /// <summary>It unpacks to more than is read.</summary>
    TooLarge,

    /// <summary>It has more rows than are read.</summary>
    TooManyRows,

    /// <summary>Its encoding is neither UTF-8 nor GB18030.</summary>
    UnknownEncoding,
}

/// <summary>A file cannot be read; what a user can cause, and so told to the user.</summary>
public sealed class SheetException(SheetProblem problem) : Exception($"The sheet cannot be read: {problem}.")
{
    /// <summary>Why.</summary>
    public SheetProblem Problem { get; } = problem;
}

/// <summary>A line of a sheet: its number in the file, and its cells as text.</summary>
public sealed record SheetLine(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Whether nothing stands in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}

/// <summary>Reads the lines of a spreadsheet (xlsx) or of CSV, within limits: the file is a stranger's.</summary>
public static class SheetFile
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>The most cells of a line that are read.</summary>
    public const int MostColumns = 64;

    /// <summary>The longest text of a cell that is kept; what is longer is longer than any field anyway.</summary>
    public const int LongestCell = 8000;

    /// <summary>Reads every line that is not empty.</summary>
    /// <param name="content">The whole file.</param>
    /// <param name="mostLines">How many lines may be filled.</param>
    /// <exception cref="SheetException">It cannot be read.</exception>
    public static IReadOnlyList<SheetLine> Read(byte[] content, int mostLines)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > MostBytes)
        {
            throw new SheetException(SheetProblem.TooLarge);
        }

        var lines = content.AsSpan().StartsWith("PK"u8) ? XlsxSheet.Read(content) : ReadCsv(content);
        var filled = lines.Where(line => !line.IsEmpty).Take(mostLines + 1).ToList();
        return filled.Count > mostLines ? throw new SheetException(SheetProblem.TooManyRows) : filled;
    }

    private static IEnumerable<SheetLine> ReadCsv(byte[] content)
    {
        var text = Decode(content);
        var firstLine = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var delimiter = firstLine.Count('\t') > firstLine.Count(',') ? "\t" : firstLine.Count(';') > firstLine.Count(',') ? ";" : ",";
        using var csv = new CsvParser(
            new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, IgnoreBlankLines = false, BadDataFound = null, MaxFieldSize = LongestCell * 4 });
        while (Next(csv))
        {
            // What the portal's own exports neutralised comes back as it was.
            yield return new SheetLine(csv.RawRow, [.. (csv.Record ?? []).Take(MostColumns).Select(cell => Shortened(cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell))]);
        }
    }

    private static bool Next(CsvParser csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvHelperException)
        {
            throw new SheetException(SheetProblem.Damaged);
        }
    }

    internal static string Shortened(string cell) => cell.Length <= LongestCell ? cell : cell[..LongestCell];

    // Excel in Chinese writes CSV as GB18030 without saying so; everything else writes UTF-8. Text that is both is plain ASCII.
    private static string Decode(byte[] content)
    {
        if (content.Contains((byte)0))
        {
            throw new SheetException(SheetProblem.NotASheet);
        }

        foreach (var encoding in (Encoding[])[
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!])
        {
            try
            {
                return encoding.GetString(content).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException)
            {
                // The next one may fit.
            }
        }

        throw new SheetException(SheetProblem.UnknownEncoding);
    }
}
