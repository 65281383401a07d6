using System.Text;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Web pages: what a person reads of them, and neither their code nor their furniture.</summary>
public sealed class WebPageReadingTests
{
    [Theory]
    [InlineData("<p>　　一、公开<br>&nbsp;&nbsp;（一）预算</p><div>末</div>", "　　一、公开\n  （一）预算\n末")]
    [InlineData("<div>推进\n   政务公开, at\n least <b>20</b> 个\n工作日<span>内</span></div>", "推进政务公开, at least 20 个工作日内")]
    [InlineData("<p>前</p>裸文<p>后</p>", "前\n裸文\n后")]
    [InlineData("<script>var 代码;</script><style>p{}</style><noscript>无</noscript><p>正文</p><!-- 注释 -->", "正文")]
    [InlineData("<form action=a><p>正文在表单里</p><input value=搜><select><option>选</select><button>搜索</button></form>", "正文在表单里")]
    [InlineData("<p>看不见<span style='display: none'>隐</span><i hidden>藏</i>的</p>", "看不见的")]
    [InlineData("<ol><li>甲<li>乙</ol><ol start=3 type=a><li><p>丙</p><p>丙续</p></ol><ul><li>丁</ul>", "1. 甲\n2. 乙\nc. 丙\n丙续\n丁")]
    [InlineData("<ol><li>一、自己写的号</li></ol><ol style='list-style:none'><li>无号</li></ol><ol style='list-style-type:cjk-ideographic'><li>有号<li value=11>跳</ol>", "一、自己写的号\n无号\n一、有号\n十一、跳")]
    [InlineData("<pre>一\n　二</pre>", "一\n　二")]
    [InlineData("<p>甲&#8203;乙&shy;丙<wbr>丁</p>", "甲乙丙丁")]
    [InlineData("<table><tr><td>版式<table><tr><td>嵌套<td>表</table></td></tr></table>", "版式\n嵌套\n表")]
    public async Task Read_Markup_IsWhatAPersonReads(string body, string expected)
    {
        var document = await Reading.DocumentAsync("a.html", Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><head><title>题</title></head><body>{body}</body></html>"));

        Assert.Equal((SourceFormat.WebPage, expected), (document.Format, document.Text));
    }

    [Fact]
    public async Task Read_Furniture_IsLeftOutWhereItIsSurelyNone()
    {
        var document = await Reading.DocumentAsync("a.html", Encoding.UTF8.GetBytes(
            """
            <html><body><nav>导航</nav><ul><li><a href=1>首页</a><li><a href=2>政务公开</a><li><a href=3>办事</a></ul>
            <div class="sidebar">侧栏</div>
            <div class="nav"><p>一、推进公开。（市编办负责）</p><p>二、公开预算。（市财政局负责）</p><p>三、回应关切。（市政府新闻办负责）</p></div>
            <ul><li><a href=4>一、推进公开（市编办负责）</a><li><a href=5>二、预算</a><li><a href=6>三、决算</a></ul>
            <h2>标题</h2><footer>版权</footer></body></html>
            """));

        Assert.Equal("一、推进公开。（市编办负责）\n二、公开预算。（市财政局负责）\n三、回应关切。（市政府新闻办负责）\n一、推进公开（市编办负责）\n二、预算\n三、决算\n标题", document.Text);
        Assert.Equal([new DocumentProblem(DocumentProblemCode.FurnitureLeftOut, 4)], document.Problems);
        Assert.Equal(2, ((SourceParagraph)document.Blocks[^1]).HeadingLevel);
    }

    [Fact]
    public async Task Read_DataTable_WithItsSpansHeadingAndCaption()
    {
        var document = await Reading.DocumentAsync("a.html", Encoding.UTF8.GetBytes(
            """
            <html><body><table><caption>任务分解表</caption><thead><tr><th>序号<th colspan=2>任务</thead>
            <tr><td rowspan=2>1<td>公开<br>预算<td>市财政局<tr><td>回应<td rowspan=0>市政府新闻办<tr><td>2<td>&nbsp;</table></body></html>
            """));

        var table = Assert.IsType<SourceTable>(Assert.Single(document.Blocks));
        Assert.Equal(("任务分解表", 1), (table.Name, table.HeadingRows));
        Assert.Equal("序号|任务|<任务\n1|公开\n预算|市财政局\n^1|回应|市政府新闻办\n2||^市政府新闻办", Reading.Cells(table));
    }

    [Theory]
    [InlineData("gb2312", "<meta charset=\"gb2312\">")]
    [InlineData("gb18030", "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=GBK\">")]
    [InlineData("gb18030", "")]
    [InlineData("gb18030", "<meta charset=utf-8>")]
    [InlineData("big5", "<meta charset=big5>")]
    [InlineData("utf-8", "<meta charset=gb2312-none>")]
    [InlineData("utf-16", "")]
    public async Task Read_EachEncoding_IsFound(string encoding, string meta)
    {
        var page = $"<html><head>{meta}</head><body><p>政務公開工作要點</p></body></html>";
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding == "gb2312" ? "gb18030" : encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(page);

        Assert.Equal("政務公開工作要點", (await Reading.DocumentAsync(null, encoding == "utf-16" ? [0xFF, 0xFE, .. bytes] : bytes)).Text);
    }

    [Theory]
    [InlineData(30, null)]
    [InlineData(1500, null)]
    [InlineData(50_000, DocumentRefusalCode.TooDeep)]
    public async Task Read_NestedDeeperThanAnyPage_LosesNothingOrIsRefused(int nested, DocumentRefusalCode? refusal)
    {
        var page = "<html><body>" + string.Concat(Enumerable.Repeat("<div><b>", nested)) + "深处" + string.Concat(Enumerable.Repeat("</b></div>", nested)) + "<p>之后</p></body></html>";
        var reading = await Reading.OfAsync("a.html", Encoding.UTF8.GetBytes(page));

        Assert.Equal((refusal, refusal is null ? "深处\n之后" : null), (reading.Refusal?.Code, reading.Document?.Text));
    }
}
