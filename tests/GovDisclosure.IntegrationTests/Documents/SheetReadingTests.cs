using System.Text;
using GovDisclosure.Domain.Documents;
using MiniExcelLibs;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Task tables as spreadsheets and as text: every sheet, merged cells filled, dates and percentages as they are shown.</summary>
public sealed class SheetReadingTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static byte[] Written(int rows = 2)
    {
        using var file = new MemoryStream();
        var lines = Enumerable.Range(1, rows).Select(number => new Dictionary<string, object> { ["序号"] = number, ["任务"] = $"公开第{number}项", ["责任单位"] = "市财政局、市编办" });
        file.SaveAs(new Dictionary<string, object> { ["要点"] = lines, ["附表"] = new[] { new Dictionary<string, object> { ["甲"] = "乙" } } });
        return file.ToArray();
    }

    [Fact]
    public async Task Read_BookOfMiniExcel_EverySheetIsATable()
    {
        var document = await Reading.DocumentAsync("a.xlsx", Written());

        Assert.Equal(SourceFormat.Spreadsheet, document.Format);
        Assert.Equal(["要点", "附表"], document.Blocks.Cast<SourceTable>().Select(table => table.Name));
        Assert.Equal("序号\t任务\t责任单位\n1\t公开第1项\t市财政局、市编办\n2\t公开第2项\t市财政局、市编办\n甲\n乙", document.Text);
        Assert.Empty(document.Problems);
    }

    [Fact]
    public async Task Read_MergedCellsDatesAndPercentages_AsTheSheetShowsThem()
    {
        var document = await Reading.DocumentAsync("a.xlsx", Book(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>任务分解表</t></is></c></row>
            <row r="3"><c r="A3" t="inlineStr"><is><t>财政</t></is></c><c r="B3" s="1"><v>42551</v></c><c r="C3" s="2"><v>0.5</v></c></row>
            <row r="4"><c r="B4" s="3"><v>42551.75</v></c><c r="C4" s="4"><v>0.125</v></c><c r="D4"><v>0.30000000000000004</v></c></row>
            <row r="5"><c r="B5" s="5"><v>42551</v></c><c r="C5" t="e"><v>#REF!</v></c><c r="D5"><v>12</v></c></row>
            """,
            """<mergeCell ref="A1:D1"/><mergeCell ref="A3:A5"/><mergeCell ref="oops"/><mergeCell ref="Z9:A1"/>"""));

        var table = Assert.IsType<SourceTable>(Assert.Single(document.Blocks));
        Assert.Equal("任务分解表|<任务分解表|<任务分解表|<任务分解表\n财政|2016年6月30日|50%|\n^财政|2016/6/30 18:00|12.5%|0.3\n^财政|2016-06-30||12", Reading.Cells(table));
        Assert.Equal([1, 3, 4, 5], table.Rows.Select(row => row.Number));
        Assert.Equal([new DocumentProblem(DocumentProblemCode.HiddenSheetLeftOut, 1, "旧")], document.Problems);
    }

    [Theory]
    [InlineData("utf-8", ",")]
    [InlineData("gb18030", ",")]
    [InlineData("utf-8", "\t")]
    [InlineData("utf-8", ";")]
    public async Task Read_Csv_IsATable(string encoding, string delimiter)
    {
        var text = string.Join("\r\n", ((string[])["序号,任务,责任单位", "1,\"公开\r\n预算\",市财政局", "", "2,'=回应,"]).Select(line => line.Replace(",", delimiter, StringComparison.Ordinal)));
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes(text);
        var document = await Reading.DocumentAsync("任务.CSV", bytes);

        Assert.Equal(SourceFormat.Csv, document.Format);
        Assert.Equal("序号|任务|责任单位\n1|公开\n预算|市财政局\n2|=回应|", Reading.Cells(Assert.IsType<SourceTable>(Assert.Single(document.Blocks))));
    }

    [Theory]
    [InlineData("a.txt", "任务,单位,时限\n公开,市财政局,年底前\n回应,市编办,每月", SourceFormat.Csv)]
    [InlineData("a.txt", "任务,单位\n公开,市财政局\n回应,市编办", SourceFormat.Text)]
    [InlineData("a.csv", "一、推进公开。\n二、公开预算。", SourceFormat.Text)]
    [InlineData(null, "推进公开,及时,准确,全面。\n二、公开预算。\n三、回应。", SourceFormat.Text)]
    public async Task Read_TextOrTable_IsWhatItLooksLike(string? name, string text, SourceFormat format) =>
        Assert.Equal(format, (await Reading.DocumentAsync(name, Encoding.UTF8.GetBytes(text))).Format);

    private static byte[] Book(string rows, string merges)
    {
        var file = Written();
        file = WordFile.With(file, "xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData><mergeCells>{merges}</mergeCells></worksheet>""");
        file = WordFile.With(file, "xl/styles.xml",
            $"""
            <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/><numFmt numFmtId="165" formatCode="[$-804]yyyy\-mm\-dd"/></numFmts>
            <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="22"/><xf numFmtId="166"/><xf numFmtId="165"/></cellXfs></styleSheet>
            """);
        return WordFile.With(file, "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="表" sheetId="1" r:id="{Relation(file, 1)}"/><sheet name="旧" sheetId="2" state="hidden" r:id="{Relation(file, 2)}"/></sheets></workbook>""");
    }

    private static string Relation(byte[] file, int sheet)
    {
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(file));
        using var stream = archive.GetEntry("xl/_rels/workbook.xml.rels")!.Open();
        return System.Xml.Linq.XDocument.Load(stream).Root!.Elements().Single(element => element.Attribute("Target")!.Value.EndsWith($"sheet{sheet}.xml", StringComparison.Ordinal)).Attribute("Id")!.Value;
    }
}
