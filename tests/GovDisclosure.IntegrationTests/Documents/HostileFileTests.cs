using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using CsCheck;
using GovDisclosure.Data.Documents;
using GovDisclosure.Domain.Documents;
using Xunit.Sdk;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Files that mean harm or are damaged: always a document or a refusal, never an exception, and never for long.</summary>
public sealed class HostileFileTests
{
    private static readonly TimeSpan Longest = DocumentLimits.Default.MostTime + DocumentLimits.Default.Patience + TimeSpan.FromSeconds(5);

    private static readonly (string Name, byte[] File)[] Seeds =
    [
        ("a.docx", WordFile.Of(WordFile.Item("甲", 1) + WordFile.Table("任务|单位", "公开|市财政局"), $"<w:abstractNum w:abstractNumId=\"0\">{WordFile.Level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")),
        ("a.xlsx", SheetReadingTests.Written()),
        ("a.pdf", PdfFile.Latin(["1. Open the budget", "- 1 -"])),
        ("b.pdf", PdfFile.Chinese((0, "推进公开"), (2, "（市财政局负责）"))),
        ("a.html", Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><ol><li>甲<table><tr><td rowspan=2>乙<td>丙<tr><td>丁</table></ol><p>末</body></html>")),
        ("a.csv", Encoding.UTF8.GetBytes("任务,单位\n\"公开\n预算\",市财政局\n")),
        ("a.txt", Encoding.UTF8.GetBytes("一、推进公开。\r\n（市编办负责）")),
    ];

    public static TheoryData<string> SeedNames => [.. Seeds.Select(seed => seed.Name)];

    [Theory]
    [MemberData(nameof(SeedNames))]
    public void Read_ChangedCutOrJoinedBytes_NeverThrows(string name)
    {
        var seed = Seeds.Single(candidate => candidate.Name == name).File;
        var change = Gen.Select(Gen.Int[0, seed.Length - 1], Gen.Byte);
        Gen.Select(change.List[0, 12], Gen.Int[0, seed.Length], Gen.Int[0, seed.Length], Gen.Int[0, 3]).Sample(
            (changes, from, to, kind) =>
            {
                var file = seed.ToArray();
                changes.ForEach(at => file[at.Item1] = at.Item2);
                file = kind switch
                {
                    0 => file,
                    1 => file[..from],
                    2 => [.. file[..Math.Min(from, to)], .. file[Math.Max(from, to)..]],
                    _ => [.. file, .. file[Math.Min(from, to)..]],
                };
                Ends(name, file);
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public void Read_Garbage_NeverThrows() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[0, 5]).Sample(
            (bytes, start) => Ends(null, [.. ((byte[][])[[], "PK\u0003\u0004"u8.ToArray(), "%PDF-1.4\n"u8.ToArray(), "<html>"u8.ToArray(), [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0xFF, 0xFE]])[start], .. bytes]),
            iter: 600,
            threads: 1);

    [Fact]
    public async Task Read_TwentyMegabytesOfGarbage_EndsAndMoreIsRefused()
    {
        var garbage = new byte[DocumentLimits.Default.MostBytes];
        new Random(5).NextBytes(garbage);
        Assert.Equal(DocumentRefusalCode.UnknownFormat, await Reading.RefusalAsync("a.docx", garbage));
        Assert.Equal(DocumentRefusalCode.TooLarge, await Reading.RefusalAsync("a.txt", [.. garbage, 0]));
        foreach (var start in (byte[][])["PK\u0003\u0004"u8.ToArray(), "%PDF-1.4\n"u8.ToArray()])
        {
            start.CopyTo(garbage, 0);
            Assert.NotNull(await Reading.RefusalAsync("a", garbage));
        }

        Array.Fill(garbage, (byte)'\n');
        Assert.Equal(DocumentRefusalCode.TooMuch, await Reading.RefusalAsync("a.txt", garbage));
        Array.Fill(garbage, (byte)'a');
        Assert.Equal(garbage.Length, (await Reading.DocumentAsync("a.txt", garbage)).Text.Length);
        for (var at = 0; at + 3 <= garbage.Length; at += 3)
        {
            "<b>"u8.CopyTo(garbage.AsSpan(at));
        }

        "<p>"u8.CopyTo(garbage);
        Assert.NotNull(await Reading.RefusalAsync("a.html", garbage));
    }

    [Theory]
    [InlineData("word/document.xml", "a.docx")]
    [InlineData("xl/sharedStrings.xml", "a.xlsx")]
    [InlineData("xl/worksheets/sheet1.xml", "a.xlsx")]
    [InlineData("[Content_Types].xml", "a.docx")]
    public async Task Read_PartThatUnpacksToGigabytes_IsRefused(string part, string seed)
    {
        var file = new MemoryStream();
        file.Write(Seeds.Single(candidate => candidate.Name == seed).File);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var stream = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
            stream.Write("<x>"u8);
            var blank = new byte[1024 * 1024];
            Array.Fill(blank, (byte)' ');
            for (var megabyte = 0; megabyte < 100; megabyte++)
            {
                stream.Write(blank);
            }

            stream.Write("</x>"u8);
        }

        Assert.Equal(DocumentRefusalCode.UnpacksTooLarge, await Reading.RefusalAsync(seed, file.ToArray()));
    }

    [Fact]
    public async Task Read_ArchiveOfAHundredThousandEntries_IsRefused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var entry = 0; entry < 100_000; entry++)
            {
                archive.CreateEntry(entry.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        Assert.Equal(DocumentRefusalCode.UnpacksTooLarge, await Reading.RefusalAsync("a.docx", file.ToArray()));
    }

    [Theory]
    [InlineData("a.docx", "word/document.xml")]
    [InlineData("a.docx", "word/numbering.xml")]
    [InlineData("a.xlsx", "xl/workbook.xml")]
    [InlineData("a.xlsx", "xl/worksheets/sheet1.xml")]
    public async Task Read_EntitiesFromOutsideAndDocumentTypes_AreRefused(string seed, string part)
    {
        var file = Seeds.Single(candidate => candidate.Name == seed).File;

        Assert.Equal(DocumentRefusalCode.Damaged, await Reading.RefusalAsync(seed, WordFile.With(file, part, "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>")));
        Assert.Equal(DocumentRefusalCode.Damaged, await Reading.RefusalAsync(seed, WordFile.With(file, part, "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><x>&b;</x>")));
    }

    [Fact]
    public async Task Read_MarkupNestedWithoutEnd_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 50_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 50_000));
        Assert.Equal(DocumentRefusalCode.TooDeep, await Reading.RefusalAsync("a.docx", WordFile.Of("", more: null) is var file
            ? WordFile.With(file, "word/document.xml", $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{deep}</w:body></w:document>") : []));

        foreach (var (open, close) in ((string, string)[])[("[", "]"), ("<<", ">>"), ("(", ")"), ("<</A ", ">>"), ("q ", "Q "), ("[<<", ">>]")])
        {
            var nested = string.Concat(Enumerable.Repeat(open, 500_000));
            Ends("a.pdf", PdfFile.Objects(nested));
            Ends("a.pdf", PdfFile.Objects(nested + string.Concat(Enumerable.Repeat(close, 500_000))));
            Ends("a.pdf", PdfFile.Objects("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>", PdfFile.Stream(nested)));
        }
    }

    [Fact]
    public void Read_PdfThatLeadsToItself_Ends()
    {
        Ends("a.pdf", PdfFile.Objects("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"));
        Ends("a.pdf", PdfFile.Objects("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Parent 2 0 R/Kids[2 0 R 2 0 R 2 0 R]/Count 99999999>>"));
        Ends("a.pdf", PdfFile.Objects("<</Type/Catalog/Pages 2 0 R>>", "3 0 R", "2 0 R"));
        Ends("a.pdf", PdfFile.Objects(
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            PdfFile.Stream("/X Do"), "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>>\nstream\n/X Do /X Do\nendstream"));
    }

    [Fact]
    public async Task Read_PdfThatPrintsItselfOverAndOver_IsRefused()
    {
        string Form(int next) => $"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {next} 0 R>>>>/Length 600>>\nstream\n{string.Concat(Enumerable.Repeat("/X Do ", 100))}\nendstream";
        const string Font = "/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";
        var few = new DocumentLimits { MostGlyphs = 100_000 };
        string[] book = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"];

        Assert.Equal(DocumentRefusalCode.TooMuch, await Reading.RefusalAsync("a.pdf", PdfFile.Objects([.. book,
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<<{Font}>>>>",
            PdfFile.Stream("BT /F1 9 Tf " + string.Concat(Enumerable.Repeat("(aaaaaaaaaaaaaaaa) Tj ", 10_000)))]), few));
        Assert.Equal(DocumentRefusalCode.TooMuch, await Reading.RefusalAsync("a.pdf", PdfFile.Objects([.. book,
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>",
            PdfFile.Stream("/X Do"), Form(6), Form(7), Form(8), Form(9), Form(10), Form(11), "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 5>>\nstream\nBT ET\nendstream"]), few));
    }

    [Theory]
    [InlineData("/FlateDecode")]
    [InlineData("[/FlateDecode /FlateDecode]")]
    public async Task Read_PdfWhoseStreamUnpacksToGigabytes_IsRefused(string filter)
    {
        var packed = new byte[200 * 1024 * 1024];
        for (var layer = 0; layer < (filter.StartsWith('[') ? 2 : 1); layer++)
        {
            using var target = new MemoryStream();
            using (var zlib = new ZLibStream(target, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(packed);
            }

            packed = target.ToArray();
        }

        var file = PdfFile.Objects(
            "",
            "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"u8.ToArray(),
            [.. Encoding.Latin1.GetBytes($"<</Length {packed.Length}/Filter {filter}>>\nstream\n"), .. packed, .. "\nendstream"u8]);

        Assert.Equal(DocumentRefusalCode.UnpacksTooLarge, await Reading.RefusalAsync("a.pdf", file));
    }

    [Fact]
    public async Task Read_ReaderThatTakesTooLong_IsRefusedInTime()
    {
        var limits = new DocumentLimits { MostTime = TimeSpan.FromMilliseconds(1), Patience = TimeSpan.FromSeconds(2) };

        Assert.Equal(DocumentRefusalCode.TooSlow, await Reading.RefusalAsync("a.docx", WordFile.Long(5000), limits));
    }

    [Fact]
    public async Task Read_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PlanDocumentReader.ReadAsync("a.txt", new MemoryStream([1]), cancelled.Token));
    }

    [Theory]
    [InlineData("a.doc", "D0CF11E0A1B11AE1", "WordDocument", DocumentRefusalCode.OldWord)]
    [InlineData("a.docx", "D0CF11E0A1B11AE1", "EncryptedPackage", DocumentRefusalCode.Encrypted)]
    [InlineData("a.xlsx", "D0CF11E0A1B11AE1", "Workbook", DocumentRefusalCode.OldSpreadsheet)]
    [InlineData("a.docx", "D0CF11E0A1B11AE1", "else", DocumentRefusalCode.UnknownFormat)]
    [InlineData("a.doc", "7B5C72746631", "", DocumentRefusalCode.OldWord)]
    [InlineData("a.pdf", "FFD8FFE0", "", DocumentRefusalCode.Picture)]
    public async Task Read_OtherFormats_AreRefusedByWhatTheyHold(string name, string start, string text, DocumentRefusalCode refusal) =>
        Assert.Equal(refusal, await Reading.RefusalAsync(name, [.. Convert.FromHexString(start), .. new byte[600], .. Encoding.Unicode.GetBytes(text)]));

    [Fact]
    public async Task Read_Ofd_IsRefusedAsThat()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("OFD.xml");
        }

        Assert.Equal(DocumentRefusalCode.Ofd, await Reading.RefusalAsync("a.ofd", file.ToArray()));
    }

    [Theory]
    [MemberData(nameof(SeedNames))]
    public async Task Read_WrongEnding_IsReadForWhatItIs(string name)
    {
        var file = Seeds.Single(candidate => candidate.Name == name).File;
        var wrong = await Reading.DocumentAsync(name == "a.pdf" ? "a.docx" : "a.pdf", file);

        Assert.Equal((await Reading.DocumentAsync(null, file)).Text, wrong.Text);
        Assert.Equal(name is not "b.pdf", wrong.Problems.Any(problem => problem.Code == DocumentProblemCode.OtherThanNamed));
    }

    private static void Ends(string? name, byte[] file)
    {
        var started = Stopwatch.GetTimestamp();
        var reading = Reading.OfAsync(name, file).GetAwaiter().GetResult();
        var took = Stopwatch.GetElapsedTime(started);
        Assert.True(reading.IsRead != (reading.Refusal is not null));
        if (took > Longest)
        {
            throw new XunitException($"{name} of {file.Length} bytes took {took}.");
        }
    }
}
