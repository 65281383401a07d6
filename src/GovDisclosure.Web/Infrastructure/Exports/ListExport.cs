using GovDisclosure.Data.Exports;

namespace GovDisclosure.Web.Infrastructure.Exports;

/// <summary>A list as a file to keep: the rows of the screen under the same filters.</summary>
internal static class ListExport
{
    /// <summary>Whether an address asks for a file that there is.</summary>
    public static bool IsFormat(string? format) => format is "xlsx" or "csv";

    /// <summary>Makes the file.</summary>
    /// <param name="table">The rows with what they were filtered by.</param>
    /// <param name="format">xlsx, or csv.</param>
    /// <param name="name">The file's name without its ending.</param>
    public static ExportFileResult File(ExportTable table, string format, string name) =>
        ExportAnswers.File(table, format == "xlsx" ? ExportFormat.Xlsx : ExportFormat.Csv, name);
}
