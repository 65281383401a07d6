using GovDisclosure.Data.Documents;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Reads files that a test made in memory.</summary>
internal static class Reading
{
    public static Task<DocumentReading> OfAsync(string? name, byte[] file, DocumentLimits? limits = null) =>
        PlanDocumentReader.ReadAsync(name, new MemoryStream(file), limits ?? DocumentLimits.Default, TestContext.Current.CancellationToken);

    public static async Task<SourceDocument> DocumentAsync(string? name, byte[] file, DocumentLimits? limits = null)
    {
        var reading = await OfAsync(name, file, limits);
        Assert.True(reading.IsRead, reading.Refusal?.Code.ToString());
        return reading.Document;
    }

    public static async Task<DocumentRefusalCode?> RefusalAsync(string? name, byte[] file, DocumentLimits? limits = null) => (await OfAsync(name, file, limits)).Refusal?.Code;

    public static string Cells(SourceTable table) =>
        string.Join('\n', table.Rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Merged switch { CellMerge.Right => "<" + cell.Text, CellMerge.Down => "^" + cell.Text, _ => cell.Text }))));
}
