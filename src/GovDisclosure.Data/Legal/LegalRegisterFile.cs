using System.Globalization;
using GovDisclosure.Data.Seeding;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Legal;

namespace GovDisclosure.Data.Legal;

/// <summary>The register of legal bases that ships with the portal, embedded from <c>data/legal</c>.</summary>
public static class LegalRegisterFile
{
    private const string BasesResource = "data/legal/bases.csv";
    private const string MeaningsResource = "data/legal/day-meanings.csv";

    private static readonly Lazy<LegalRegister> Read = new(ReadEmbedded);

    /// <summary>The register, read once: it is part of the program.</summary>
    public static LegalRegister Shipped => Read.Value;

    /// <summary>The register.</summary>
    /// <exception cref="InvalidDataException">A row has a word that is not known; the message says which.</exception>
    public static LegalRegister ReadEmbedded() => new(
        [.. DataFile.ReadRows<BasisRow>(BasesResource).Select(line => ToProvision(line.Row, line.Source))],
        [.. DataFile.ReadRows<MeaningRow>(MeaningsResource).Select(line => ToMeaning(line.Row))]);

    private static LegalProvision ToProvision(BasisRow row, string source) => new()
    {
        Instrument = row.Instrument,
        Version = row.Version,
        Article = row.Article,
        InForceFrom = row.InForceFrom,
        InForceTo = row.InForceTo,
        Trigger = row.Trigger,
        Event = row.Event.Length == 0 ? null : EnumWords.FromWord<TriggerKind>(row.Event),
        Written = row.Written,
        Number = row.N,
        Unit = EnumWords.FromWord<LegalUnit>(row.Unit),
        Direction = EnumWords.FromWord<LegalDirection>(row.Direction),
        MonthAndDay = row.MonthDay.Length == 0 ? null : DateOnly.ParseExact($"2000-{row.MonthDay}", "yyyy-MM-dd", CultureInfo.InvariantCulture),
        ExtensionCap = row.ExtensionCap,
        ClockStops = Words(row.ClockStops),
        Mark = MarkOf(row.Mark),
        DatesMark = MarkOf(row.DatesMark),
        Source = source,
    };

    private static DayMeaning ToMeaning(MeaningRow row) => new(
        row.Instrument,
        row.Version,
        row.Article,
        row.InForceFrom,
        row.InForceTo,
        EnumWords.FromWord<WorkingDayNumbers>(row.MeansWorkingDays),
        [.. Words(row.Numbers).Select(number => int.Parse(number, CultureInfo.InvariantCulture))],
        MarkOf(row.Mark),
        MarkOf(row.DatesMark));

    private static string[] Words(string list) => list.Split(';', StringSplitOptions.RemoveEmptyEntries);

    private static LegalMark MarkOf(string mark) => mark switch
    {
        "V" => LegalMark.V,
        "P" => LegalMark.P,
        "M" => LegalMark.M,
        _ => throw new InvalidDataException($"'{mark}' is no mark."),
    };

    private sealed record BasisRow(
        string Instrument,
        string Version,
        string Article,
        DateOnly? InForceFrom,
        DateOnly? InForceTo,
        string Trigger,
        string Event,
        string Written,
        int? N,
        string Unit,
        string Direction,
        string MonthDay,
        int? ExtensionCap,
        string ClockStops,
        string Mark,
        string DatesMark);

    private sealed record MeaningRow(
        string Instrument,
        string Version,
        string Article,
        DateOnly InForceFrom,
        DateOnly? InForceTo,
        string MeansWorkingDays,
        string Numbers,
        string Mark,
        string DatesMark);
}
