using GovDisclosure.Data.Exports;
using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Data.Plans.Exports;

/// <summary>The forms in which a plan leaves the portal.</summary>
public enum PlanFormat
{
    /// <summary>A spreadsheet.</summary>
    Xlsx,

    /// <summary>A document of Word.</summary>
    Docx,

    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>The plan's own JSON (docs/plan.schema.json).</summary>
    Json,
}

/// <summary>A plan as a file: a task table (任务分解表), or JSON. Each imports again to the same plan.</summary>
public static class PlanFile
{
    /// <summary>The media type of a document of Word.</summary>
    public const string DocxMediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // In characters: what a screen shows without scrolling, the task's words widest.
    private static readonly Dictionary<string, double> Widths = new(StringComparer.Ordinal)
    {
        ["序号"] = 6,
        ["编号"] = 12,
        ["任务内容"] = 60,
        ["责任分工"] = 32,
        ["时限口径"] = 32,
    };

    /// <summary>Writes a plan.</summary>
    public static byte[] Write(ParsedPlan plan, PlanFormat format)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return format switch
        {
            PlanFormat.Xlsx => ExportFile.Xlsx(Table(plan)),
            PlanFormat.Csv => ExportFile.Csv(Table(plan)),
            PlanFormat.Docx => PlanWordFile.Write(Printable(PlanTableWriter.Write(plan, headingColumns: false))),
            PlanFormat.Json => System.Text.Encoding.UTF8.GetBytes(PlanJson.Write(plan) + "\n"),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "No such format."),
        };
    }

    /// <summary>The media type of a format.</summary>
    public static string MediaType(PlanFormat format) => format switch
    {
        PlanFormat.Xlsx => ExportFile.XlsxMediaType,
        PlanFormat.Docx => DocxMediaType,
        PlanFormat.Csv => ExportFile.CsvMediaType,
        _ => "application/json",
    };

    private static ExportTable Table(ParsedPlan plan)
    {
        var table = Printable(PlanTableWriter.Write(plan, headingColumns: true));
        return new ExportTable(table.Title, table.Facts, table.Columns, [.. table.Lines.Select(line => line.Cells)])
        {
            Widths = [.. table.Columns.Select(column => Widths.GetValueOrDefault(column, 18))],
        };
    }

    // No file of Office holds control characters or halves of characters.
    private static PlanTaskTable Printable(PlanTaskTable table) => table with
    {
        Title = Printable(table.Title),
        Facts = [.. table.Facts.Select(fact => KeyValuePair.Create(fact.Key, Printable(fact.Value)))],
        Lines = [.. table.Lines.Select(line => line with { Cells = [.. line.Cells.Select(Printable)] })],
    };

    private static string Printable(string words)
    {
        var isClean = true;
        for (var at = 0; at < words.Length && isClean; at++)
        {
            isClean = System.Xml.XmlConvert.IsXmlChar(words[at]);
        }

        return isClean ? words : string.Concat(words.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));
    }
}
