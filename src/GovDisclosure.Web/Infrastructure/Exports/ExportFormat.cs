using GovDisclosure.Data.Exports;
using Microsoft.AspNetCore.Mvc;

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
    public static FileContentResult File(ExportTable table, ExportFormat format, string name) => format == ExportFormat.Xlsx
        ? new FileContentResult(ExportFile.Xlsx(table), ExportFile.XlsxMediaType) { FileDownloadName = name + ".xlsx" }
        : new FileContentResult(ExportFile.Csv(table), ExportFile.CsvMediaType) { FileDownloadName = name + ".csv" };
}
