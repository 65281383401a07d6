using System.Text;
using GovDisclosure.Domain.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>PDFs with a text layer: lines in the order of reading, page after page; those without one are told apart.</summary>
public sealed class PdfReadingTests
{
    [Fact]
    public async Task Read_Pages_LinesInOrderWithTheirPageNumbers()
    {
        var document = await Reading.DocumentAsync("a.pdf", PdfFile.Latin(["1. Open the budget", "within 20 days", "- 1 -"], ["2. Answer questions", "- 2 -"]));

        Assert.Equal((SourceFormat.Pdf, "1. Open the budget\nwithin 20 days\n- 1 -\n2. Answer questions\n- 2 -"), (document.Format, document.Text));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public async Task Read_Chinese_WithIndentsAndWithoutSpacesBetweenLetters()
    {
        var document = await Reading.DocumentAsync("a.pdf", PdfFile.Chinese((8, "工作要点"), (2, "一、推进公开，自作出决定之日起"), (0, "7个工作日内公布。（市工商局牵头）"), (14, "— 1 —")));

        Assert.Equal("工作要点\n　　一、推进公开，自作出决定之日起\n7个工作日内公布。（市工商局牵头）\n— 1 —", document.Text);
    }

    [Fact]
    public async Task Read_RadicalsPrivateSignsAndNothing_AreMadeReadableOrTold()
    {
        var document = await Reading.DocumentAsync("a.pdf", PdfFile.Chinese((0, "⼯作要点⾏政\uE000")));

        Assert.Equal("工作要点行政\uFFFD", document.Text);
        Assert.Equal([new DocumentProblem(DocumentProblemCode.UnreadableCharacters)], document.Problems);
    }

    [Fact]
    public async Task Read_TextPrintedOutOfOrderAndTwice_OnceInTheOrderOfReading()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("below", 12, new PdfPoint(72, 700), font);
        page.AddText("right", 12, new PdfPoint(300, 740), font);
        page.AddText("above", 12, new PdfPoint(72, 740), font);
        page.AddText("above", 12, new PdfPoint(72.3, 740), font);

        Assert.Equal("above\tright\nbelow", (await Reading.DocumentAsync("a.pdf", builder.Build())).Text);
    }

    [Fact]
    public async Task Read_NoTextLayer_IsRefusedAsAScan()
    {
        Assert.Equal(DocumentRefusalCode.NoTextLayer, await Reading.RefusalAsync("a.pdf", PdfFile.Latin([], [])));
        var mixed = await Reading.DocumentAsync("a.pdf", PdfFile.Latin(["words"], []));
        Assert.Equal([new DocumentProblem(DocumentProblemCode.PageWithoutText, 1, "2")], mixed.Problems);
    }

    [Fact]
    public async Task Read_LockedWithAPassword_IsRefusedAsThat()
    {
        var locked = PdfFile.Objects(
            "/Encrypt 4 0 R/ID[<0102030405060708090A0B0C0D0E0F10><0102030405060708090A0B0C0D0E0F10>]",
            "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
            "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"u8.ToArray(),
            Encoding.Latin1.GetBytes($"<</Filter/Standard/V 2/R 3/Length 128/P -44/O <{new string('A', 64)}>/U <{new string('B', 64)}>>>"));

        Assert.Equal(DocumentRefusalCode.Encrypted, await Reading.RefusalAsync("a.pdf", locked));
    }
}
