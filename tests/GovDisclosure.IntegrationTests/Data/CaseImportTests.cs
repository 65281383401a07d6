using System.IO.Compression;
using System.Text;
using GovDisclosure.Data.Exports;
using GovDisclosure.Data.Imports;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Domain.PenaltyCases;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Cases from a file: read within limits, judged row by row, registered all or none, and never twice.</summary>
public sealed class CaseImportTests(PortalServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("xlsx")]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task Import_FileOfEachKind_RegistersAllOfItOnce(string kind)
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var file = FileOf(kind, Row("第1号"), Row("第2号"), Row("第3号"));

        var import = (await cases.Import.UploadAsync($"案件.{kind}", file, Cancellation)).ImportId!.Value;
        var preview = (await cases.Import.PreviewAsync(import, Cancellation))!;
        Assert.All(preview.Rows, row => Assert.True(ImportPreview.IsImportable(row), string.Join(' ', row.Remarks.Select(remark => remark.Code + remark.Field))));
        var result = await cases.Import.RegisterAsync(import, null, Cancellation);
        var again = (await cases.Import.UploadAsync($"案件.{kind}", file, Cancellation)).ImportId!.Value;
        var second = await cases.Import.RegisterAsync(again, null, Cancellation);

        Assert.Equal((3, 0), (result!.Registered, second!.Registered));
        Assert.Equal(3, await cases.Db.PenaltyCases.CountAsync(Cancellation));
        Assert.Contains(await cases.Db.PenaltyCases.Select(row => row.PartyName).ToListAsync(Cancellation), name => name == "示例公司，“甲”");
        Assert.Equal("[]", await cases.Db.CaseImports.Where(row => row.Id == import).Select(row => row.Rows).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task Preview_RowsOfEachFinding_EachSaysItsOwn()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var known = await cases.RegisterAsync(Cases.Draft("第1号"));
        var file = FileOf("xlsx", Row("第1号"), Row("第2号"), Row("第2号"), Row("第3号", decided: "昨天"), Row("第4号", decided: "2014-07-01"), Row("第5号", decided: "2016-10-21"));

        var import = (await cases.Import.UploadAsync("a.xlsx", file, Cancellation)).ImportId!.Value;
        var rows = (await cases.Import.PreviewAsync(import, Cancellation))!.Rows;

        Assert.Equal([ImportFinding.Known, ImportFinding.Ready, ImportFinding.Known, ImportFinding.Error, ImportFinding.Warning, ImportFinding.Error], rows.Select(row => row.Finding));
        Assert.Equal(known, rows[0].KnownCaseId);
        Assert.Equal(["AlreadyRegistered", "SameNumberAbove", "NotUnderstood", "AlreadyOverdue", "DecidedInFuture", "PlatformBeforeDecision"], rows.SelectMany(row => row.Remarks).Select(remark => remark.Code));
    }

    [Fact]
    public async Task Register_ChosenRowWithAnError_NothingIsSaved()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var import = (await cases.Import.UploadAsync("a.csv", FileOf("utf-8", Row("第1号"), Row("第2号", decided: "2016-10-21")), Cancellation)).ImportId!.Value;
        var numbers = (await cases.Import.PreviewAsync(import, Cancellation))!.Rows.Select(row => row.Number).ToList();

        var all = await cases.Import.RegisterAsync(import, numbers, Cancellation);
        Assert.False(all!.IsDone);
        Assert.Equal(0, await cases.Db.PenaltyCases.CountAsync(Cancellation));
        var chosen = await cases.Import.RegisterAsync(import, [numbers[0]], Cancellation);

        Assert.Equal(1, chosen!.Registered);
        Assert.Equal(1, await cases.Db.PenaltyCases.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Preview_SomebodyElses_IsNotThere()
    {
        var agency = await Cases.AgencyAsync(server);
        await using var cases = new Cases(agency.Open());
        var import = (await cases.Import.UploadAsync("a.csv", FileOf("utf-8", Row("第1号")), Cancellation)).ImportId!.Value;
        await using var colleague = new Cases(agency.OpenAs(Guid.NewGuid(), "同事"));

        Assert.Null(await colleague.Import.PreviewAsync(import, Cancellation));
        Assert.Null(await colleague.Import.RegisterAsync(import, null, Cancellation));
        Assert.False(await colleague.Import.DiscardAsync(import, Cancellation));
    }

    [Fact]
    public void Read_ZipBomb_RefusedBeforeItUnpacks()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            entry.Write("<worksheet><sheetData>"u8);
            var zeros = new byte[1 << 20];
            Array.Fill(zeros, (byte)' ');
            for (var megabyte = 0; megabyte < 100; megabyte++)
            {
                entry.Write(zeros);
            }
        }

        Assert.True(stream.Length < SheetFile.MostBytes);
        Assert.Equal(SheetProblem.TooLarge, Assert.Throws<SheetException>(() => SheetFile.Read(stream.ToArray(), 10)).Problem);
    }

    [Fact]
    public void Read_FilesThatAreNone_EachSaysWhy()
    {
        Assert.Equal(SheetProblem.Damaged, Problem([(byte)'P', (byte)'K', 3, 4, 9, 9, 9]));
        Assert.Equal(SheetProblem.NotASheet, Problem([0xD0, 0xCF, 0x11, 0xE0, 0, 0]));
        Assert.Equal(SheetProblem.UnknownEncoding, Problem([0xFF, 0xFF, 0xFF, 0x0A]));
        Assert.Equal(SheetProblem.TooLarge, Problem(new byte[SheetFile.MostBytes + 1]));
        Assert.Equal(SheetProblem.TooManyRows, Problem(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat("a,b", 12)))));
        Assert.Equal(SheetProblem.Damaged, Problem(XlsxWith("<!DOCTYPE x [<!ENTITY e \"x\">]><worksheet>&e;</worksheet>")));
        Assert.Equal(SheetProblem.Damaged, Problem(XlsxWith("<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>x")));
    }

    [Fact]
    public void Read_CellFarToTheRightAndDown_DoesNotFillWhatLiesBetween()
    {
        var lines = SheetFile.Read(XlsxWith("<worksheet><sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c><c r=\"XFD1048576\"><v>2</v></c></row></sheetData></worksheet>"), 10);

        Assert.Equal((1048576, 1), (Assert.Single(lines).Number, lines[0].Cells.Count));
    }

    private static SheetProblem Problem(byte[] content) => Assert.Throws<SheetException>(() => SheetFile.Read(content, 10)).Problem;

    private static byte[] XlsxWith(string sheet)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(sheet));
        }

        return stream.ToArray();
    }

    private static string[] Row(string number, string decided = "2016-10-12") =>
    [
        "示例公司销售侵权商品案", number, decided, "单位", "示例公司，“甲”", "张某", "销售侵权商品\n第二行", "罚款、没收", "商标法第六十条", "罚款五万元", "十五日内缴纳", "市工商局", "", "LF-1", "2016-10-13",
    ];

    private static byte[] FileOf(string kind, params string[][] rows)
    {
        var table = new ExportTable("案件", [], [.. CaseSheet.Columns.Select(column => column.Chinese)], rows);
        return kind switch
        {
            "xlsx" => ExportFile.Xlsx(table),
            "utf-8" => ExportFile.Csv(table),
            _ => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Encoding.UTF8.GetString(ExportFile.Csv(table)).TrimStart('\uFEFF')),
        };
    }
}
