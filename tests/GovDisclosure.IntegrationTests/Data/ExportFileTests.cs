using System.Text;
using GovDisclosure.Data.Exports;
using MiniExcelLibs;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>What leaves the portal as a file says what the screen says, and does nothing by itself.</summary>
public sealed class ExportFileTests
{
    private static readonly ExportTable Table = new(
        "逾期清单: 2016/10",
        [new("截至", "2016-10-20"), new("机关", "=市工商局")],
        ["任务", "应于", "件数"],
        [["1.2.3", new DateOnly(2016, 10, 13), 3], ["=HYPERLINK(\"https://attacker.example\")", null, -4], ["第一行\n第二行，\"引号\"", new DateOnly(2016, 2, 29), 0.25m]]);

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tcmd")]
    [InlineData("\r=1")]
    [InlineData("＝1")]
    public void Csv_TextThatCouldBeAFormula_BeginsWithAnApostrophe(string text)
    {
        var csv = Encoding.UTF8.GetString(ExportFile.Csv(new("t", [], ["a"], [[text]])));

        Assert.Contains("'" + text, csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_Numbers_StayNumbers()
    {
        var csv = Encoding.UTF8.GetString(ExportFile.Csv(Table));

        Assert.StartsWith("\uFEFF逾期清单: 2016/10,,\r\n截至,2016-10-20,\r\n机关,'=市工商局,\r\n", csv, StringComparison.Ordinal);
        Assert.Contains("1.2.3,2016-10-13,3\r\n", csv, StringComparison.Ordinal);
        Assert.Contains(",,-4\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Xlsx_ReadBack_SameCellsAndNoFormula()
    {
        var file = ExportFile.Xlsx(Table);

        var rows = MiniExcel.Query(new MemoryStream(file)).Select(row => ((IDictionary<string, object?>)row).Values.ToList()).ToList();
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());

        Assert.Equal(["任务", "应于", "件数"], rows[4]);
        Assert.Equal(["1.2.3", new DateTime(2016, 10, 13), 3.0], rows[5]);
        Assert.Equal("'=HYPERLINK(\"https://attacker.example\")", rows[6][0]);
        Assert.Equal(-4.0, rows[6][2]);
        Assert.Equal("第一行\n第二行，\"引号\"", rows[7][0]);
        Assert.DoesNotContain("<f>", sheet.ReadToEnd(), StringComparison.Ordinal);
    }
}
