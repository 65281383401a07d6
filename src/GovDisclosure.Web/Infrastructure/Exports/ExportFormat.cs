using GovDisclosure.Data.Exports;

namespace GovDisclosure.Web.Infrastructure.Exports;

/// <summary>The forms in which a list leaves the portal.</summary>
public enum ExportFormat
{
    /// <summary>Comma-separated values.</summary>
    Csv,

    /// <summary>A spreadsheet.</summary>
    Xlsx,
}

/// <summary>Answers a request with a table as a file.</summary>
public static class ExportAnswers
{
    /// <summary>The file, under a name without anything that a person typed.</summary>
    public static ExportFileResult File(ExportTable table, ExportFormat format, string name)
    {
        ArgumentNullException.ThrowIfNull(table);
        return format == ExportFormat.Xlsx
            ? new ExportFileResult(ExportFile.Xlsx(table), ExportFile.XlsxMediaType, table.Rows.Count) { FileDownloadName = name + ".xlsx" }
            : new ExportFileResult(ExportFile.Csv(table), ExportFile.CsvMediaType, table.Rows.Count) { FileDownloadName = name + ".csv" };
    }
}
