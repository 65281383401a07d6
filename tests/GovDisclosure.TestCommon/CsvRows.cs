using CsvHelper;
using CsvHelper.Configuration;

namespace GovDisclosure.TestCommon;

/// <summary>A list that left the portal as CSV: what stands above it, its heads and its rows.</summary>
public sealed record CsvRows(IReadOnlyList<IReadOnlyList<string>> Stamps, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Reads it; an empty line parts the stamps from the heads.</summary>
    public static CsvRows Read(string text)
    {
        using var parser = new CsvParser(new StringReader(text.TrimStart('\uFEFF')), new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
        var lines = new List<IReadOnlyList<string>>();
        while (parser.Read())
        {
            lines.Add(parser.Record ?? []);
        }

        var blank = lines.FindIndex(line => line.All(string.IsNullOrEmpty));
        return new CsvRows(lines[..blank], lines[blank + 1], lines[(blank + 2)..]);
    }
}
