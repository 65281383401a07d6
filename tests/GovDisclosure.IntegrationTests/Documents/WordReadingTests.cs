using DocumentFormat.OpenXml.Packaging;
using GovDisclosure.Domain.Documents;
using static GovDisclosure.IntegrationTests.Documents.WordFile;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Documents of Word: every place where words stand, the numbers that Word draws, tables, and what is left out.</summary>
public sealed class WordReadingTests
{
    [Theory]
    [InlineData("""<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t xml:space="preserve">　三 </w:t><w:noBreakHyphen/></w:r></w:p>""", "一\t二\n　三 -")]
    [InlineData("""<w:p><w:hyperlink r:id="none"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:t>后</w:t></w:r></w:p>""", "链接后")]
    [InlineData("""<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>""", "控件")]
    [InlineData("""<w:p><w:sdt><w:sdtContent><w:r><w:t>行内</w:t></w:r></w:sdtContent></w:sdt><w:smartTag w:element="x"><w:r><w:t>标记</w:t></w:r></w:smartTag></w:p><w:customXml w:element="y"><w:p><w:r><w:t>段</w:t></w:r></w:p></w:customXml>""", "行内标记\n段")]
    [InlineData("""<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2016年</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""", "2016年")]
    [InlineData("""<w:p><w:r><w:ruby><w:rt><w:r><w:t>gong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>公</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>""", "公")]
    [InlineData("""<w:p/><w:p><w:r><w:t>后</w:t></w:r></w:p>""", "\n后")]
    public async Task Read_WordsWhereverTheyStand_AreRead(string body, string expected)
    {
        var document = await Reading.DocumentAsync("plan.docx", Of(body));

        Assert.Equal((SourceFormat.Word, expected), (document.Format, document.Text));
        Assert.Empty(document.Problems);
    }

    [Fact]
    public async Task Read_ChangesUnderReview_AsIfAccepted()
    {
        var document = await Reading.DocumentAsync("plan.docx", Of(
            """
            <w:p><w:r><w:t>7个</w:t></w:r><w:ins w:id="1" w:author="a"><w:r><w:t>工作</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>自然</w:delText></w:r></w:del><w:r><w:t>日</w:t></w:r></w:p>
            <w:p><w:pPr><w:rPr><w:del w:id="3" w:author="a"/></w:rPr></w:pPr><w:r><w:t>连成</w:t></w:r></w:p><w:p><w:r><w:t>一段</w:t></w:r></w:p>
            <w:p><w:moveFrom w:id="4" w:author="a"><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo w:id="5" w:author="a"><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>
            """));

        Assert.Equal("7个工作日\n连成一段\n新处", document.Text);
        Assert.Equal([DocumentProblemCode.TrackedChanges], document.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task Read_TextBoxInAChoice_OnceAfterItsParagraph()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent>";
        var document = await Reading.DocumentAsync("plan.docx", Of(
            $"""
            <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>
            """));

        Assert.Equal("前后\n文本框", document.Text);
    }

    [Fact]
    public async Task Read_HeadersNotesHiddenWordsAndContents_LeftOutAndTold()
    {
        var document = await Reading.DocumentAsync("plan.docx", Of(
            P("目录行......1", """<w:pStyle w:val="10"/>""")
            + """<w:p><w:r><w:t>正文</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>""",
            styles: """<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>""",
            more: main => main.AddNewPart<HeaderPart>().Header = new DocumentFormat.OpenXml.Wordprocessing.Header(new DocumentFormat.OpenXml.Wordprocessing.Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new DocumentFormat.OpenXml.Wordprocessing.Text("页眉"))))));

        Assert.Equal("正文", document.Text);
        Assert.Equal(
            [DocumentProblemCode.NotesLeftOut, DocumentProblemCode.ContentsLeftOut, DocumentProblemCode.HiddenTextLeftOut], document.Problems.Select(problem => problem.Code).Order());
    }

    [Fact]
    public async Task Read_Headings_SayTheirLevel()
    {
        var document = await Reading.DocumentAsync("plan.docx", Of(
            P("甲", """<w:pStyle w:val="a"/>""") + P("乙", """<w:pStyle w:val="b"/>""") + P("丙", """<w:outlineLvl w:val="2"/>""") + P("丁"),
            styles: """
            <w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="b"><w:name w:val="own"/><w:basedOn w:val="c"/></w:style>
            <w:style w:type="paragraph" w:styleId="c"><w:name w:val="base"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
            """));

        Assert.Equal([1, 2, 3, null], document.Blocks.Cast<SourceParagraph>().Select(paragraph => paragraph.HeadingLevel));
    }

    [Fact]
    public async Task Read_AutomaticNumbers_AreDrawnCountedAndRestarted()
    {
        var numbering =
            $"""
            <w:abstractNum w:abstractNumId="0">{Level(0, "chineseCounting", "%1、")}{Level(1, "chineseCountingThousand", "（%2）")}{Level(2, "decimal", "%3.", suffix: "tab")}{Level(3, "decimalEnclosedCircle", "%4")}</w:abstractNum>
            <w:abstractNum w:abstractNumId="1">{Level(0, "ideographTraditional", "%1、")}{Level(1, "decimal", "%1.%2", "<w:isLgl/>", "space")}{Level(2, "bullet", "●")}{Level(3, "decimal", "%4)", """<w:lvlRestart w:val="0"/>""")}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
            """;
        var document = await Reading.DocumentAsync("plan.docx", Of(
            Item("甲", 1) + Item("乙", 1, 1) + Item("丙", 1, 2) + Item("丁", 1, 2) + Item("戊", 1, 3) + Item("己", 1, 1) + Item("庚", 1, 2) + P("无号")
            + Item("辛", 1) + Item("壬", 1, 1) + Item("癸", 2) + Item("子", 1)
            + Item("丑", 3) + Item("寅", 3, 1) + Item("卯", 3, 2) + Item("辰", 3, 3) + Item("巳", 3) + Item("午", 3, 3) + Item("未", 3, 1) + Item("申", 0) + Item("酉", 99),
            numbering));

        Assert.Equal(
            ["一、甲", "（一）乙", "1. 丙", "2. 丁", "①戊", "（二）己", "1. 庚", "无号", "二、辛", "（一）壬", "五、癸", "六、子",
             "甲、丑", "1.1 寅", "卯", "1)辰", "乙、巳", "2)午", "2.1 未", "申", "酉"],
            document.Text.Split('\n'));
    }

    [Fact]
    public async Task Read_NumbersOfAStyle_AtTheLevelThatNamesIt()
    {
        var document = await Reading.DocumentAsync("plan.docx", Of(
            P("甲", """<w:pStyle w:val="h1"/>""") + P("乙", """<w:pStyle w:val="h2"/>""") + P("丙", """<w:pStyle w:val="h2"/><w:numPr><w:numId w:val="0"/></w:numPr>""") + P("丁", """<w:pStyle w:val="h2"/>"""),
            $"""<w:abstractNum w:abstractNumId="0">{Level(0, "chineseCounting", "第%1章", """<w:pStyle w:val="h1"/>""", "space")}{Level(1, "decimal", "%2．", """<w:pStyle w:val="h2"/>""")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>""",
            """
            <w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            """));

        Assert.Equal("第一章 甲\n1．乙\n丙\n2．丁", document.Text);
    }

    [Fact]
    public async Task Read_TableWithMergedCells_FillsThem()
    {
        var document = await Reading.DocumentAsync("plan.docx", Of(
            P("前") + $"""
            <w:tbl>
            <w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{P("序号")}</w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{P("任务")}</w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{P("1")}</w:tc><w:tc>{P("公开") + P("第二段")}</w:tc><w:tc>{P("市财政局")}</w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{P("回应")}</w:tc><w:tc>{Table("内|表")}<w:p/></w:tc></w:tr>
            <w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr><w:tc>{P("删")}</w:tc></w:tr>
            </w:tbl>
            """ + P("后")));

        var table = Assert.IsType<SourceTable>(document.Blocks[1]);
        Assert.Equal(1, table.HeadingRows);
        Assert.Equal("序号|任务|<任务\n1|公开\n第二段|市财政局\n^1|回应|内\n表", Reading.Cells(table));
        Assert.Equal("前\n序号\t任务\t\n1\t公开 第二段\t市财政局\n1\t回应\t内 表\n后", document.Text);
    }

    [Fact]
    public async Task Read_LinkThatIsNoAddress_IsReadAllTheSame()
    {
        var package = Of("""<w:p><w:hyperlink r:id="rId9"><w:r><w:t>联系</w:t></w:r></w:hyperlink></w:p>""");
        var file = With(package, "word/_rels/document.xml.rels",
            """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:张 三@@@:某处" TargetMode="External"/></Relationships>""");

        Assert.Equal("联系", (await Reading.DocumentAsync("plan.docx", file)).Text);
    }
}
