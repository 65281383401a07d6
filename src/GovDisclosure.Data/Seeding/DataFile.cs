using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace GovDisclosure.Data.Seeding;

/// <summary>The data files that ship with the portal, embedded from <c>data/</c>.</summary>
internal static class DataFile
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidDataException">It is not embedded.</exception>
    public static string ReadText(string name)
    {
        using var reader = Open(name);
        return reader.ReadToEnd();
    }

    /// <summary>The rows of a csv file with headings, each with where it stands, such as <c>data/agencies/x.csv:7</c>.</summary>
    /// <exception cref="InvalidDataException">It is not embedded.</exception>
    public static List<(TRow Row, string Source)> ReadRows<TRow>(string name)
    {
        using var reader = Open(name);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            // snake_case in files, PascalCase in code
            PrepareHeaderForMatch = header => header.Header.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant(),
        });
        var rows = new List<(TRow, string)>();
        while (csv.Read())
        {
            if (csv.Context.Reader!.HeaderRecord is null)
            {
                csv.ReadHeader();
                continue;
            }

            rows.Add((csv.GetRecord<TRow>(), string.Create(CultureInfo.InvariantCulture, $"{name}:{csv.Parser.RawRow}")));
        }

        return rows;
    }

    private static StreamReader Open(string name) => new(
        typeof(DataFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"{name} is not embedded."));
}
