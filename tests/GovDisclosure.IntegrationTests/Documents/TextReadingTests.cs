using System.Text;
using CsCheck;
using GovDisclosure.Data.Documents;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Plain text, in every encoding in which plans come: what is written is read, to the character.</summary>
public sealed class TextReadingTests
{
    private const string Plan = "北京市2016年政务公开工作要点\n\n　　一、推进行政权力公开\n　　及时公开。(市编办牵头落实)\n①𠀀，“引号”·终";

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static readonly string[] Parts = ["一、", "（市财政局负责）", "公开", "。", "，", "　　", "\n", "2016年", "é", "𠀀", " ", "at least "];

    private static readonly Gen<string> Prose = Gen.Int[0, Parts.Length - 1].List[1, 60].Select(parts => string.Concat(parts.Select(part => Parts[part])));

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", new UTF8Encoding(false).GetBytes(Plan) },
        { "utf-8 with a mark", [0xEF, 0xBB, 0xBF, .. new UTF8Encoding(false).GetBytes(Plan)] },
        { "utf-16le", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Plan)] },
        { "utf-16be", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Plan)] },
        { "utf-16le without a mark", Encoding.Unicode.GetBytes(Plan) },
        { "gb18030", Gb18030.GetBytes(Plan) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Read_EachEncoding_IsTheText(string encoding, byte[] file)
    {
        var document = await Reading.DocumentAsync(encoding.Length > 0 ? "plan.txt" : null, file);

        Assert.Equal(SourceFormat.Text, document.Format);
        Assert.Equal(Plan, document.Text);
        Assert.Empty(document.Problems);
        Assert.Equal(Plan.Split('\n').Length, document.Blocks.Count);
    }

    [Theory]
    [InlineData("一\r\n二\r三\n四", "一\n二\n三\n四")]
    [InlineData("一\r\n\r\n二\n", "一\n\n二\n")]
    [InlineData("\r\r", "\n\n")]
    [InlineData("一\u2028二\f三\u0085四", "一\u2028二\f三\u0085四")]
    public async Task Read_EachEndOfLine_ParagraphsAndNothingElse(string text, string expected)
    {
        Assert.Equal(expected, (await Reading.DocumentAsync("a.txt", Encoding.UTF8.GetBytes(text))).Text);
        Assert.Equal(expected, PlanDocumentReader.ReadText(text).Document!.Text);
    }

    [Fact]
    public void ReadText_AnyText_IsTheText() => Gen.String.Where(text => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal)).Sample(text =>
    {
        var expected = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return new string([.. expected.EnumerateRunes().SelectMany(rune => rune.ToString())]) == PlanDocumentReader.ReadText(text).Document!.Text;
    }, iter: 2000);

    [Fact]
    public void Read_AnyProseInUtf8OrGb18030_IsTheText() => Prose.Sample(
        text =>
        {
            foreach (var encoding in (Encoding[])[new UTF8Encoding(false), Gb18030])
            {
                using var file = new MemoryStream(encoding.GetBytes(text));
                Assert.Equal(text, PlanDocumentReader.ReadAsync("a.txt", file, CancellationToken.None).GetAwaiter().GetResult().Document!.Text);
            }
        },
        iter: 300,
        threads: 1);

    [Fact]
    public async Task Read_SomeBytesOfNoEncoding_ReadWithAProblem()
    {
        var document = await Reading.DocumentAsync("a.txt", [.. Encoding.UTF8.GetBytes("推进政务公开工作要点"), 0xFF, .. Encoding.UTF8.GetBytes("全文")]);

        Assert.Equal("推进政务公开工作要点\uFFFD全文", document.Text);
        Assert.Equal([new DocumentProblem(DocumentProblemCode.UnreadableCharacters)], document.Problems);
    }

    [Fact]
    public void ReadText_NulAndHalfOfAPair_AreReplacedAndTold()
    {
        var document = PlanDocumentReader.ReadText("公\0开\uD800").Document!;

        Assert.Equal("公\uFFFD开\uFFFD", document.Text);
        Assert.Equal([new DocumentProblem(DocumentProblemCode.UnreadableCharacters, 2)], document.Problems);
    }

    [Fact]
    public async Task Read_NothingOrBlanks_RefusedOrTold()
    {
        Assert.Equal(DocumentRefusalCode.Empty, await Reading.RefusalAsync("a.txt", []));
        Assert.Equal(DocumentRefusalCode.Empty, PlanDocumentReader.ReadText("").Refusal?.Code);
        Assert.Equal([new DocumentProblem(DocumentProblemCode.NoText)], (await Reading.DocumentAsync("a.txt", "  \n "u8.ToArray())).Problems);
    }
}
