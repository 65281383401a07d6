using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Makes documents of Word from the markup of their parts; the library puts the package together.</summary>
internal static class WordFile
{
    private const string Namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
        """;

    public static string P(string words, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:p>";

    public static string Item(string words, int list, int level = 0) => P(words, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    public static string Level(int level, string format, string text, string more = "", string suffix = "nothing") =>
        $"<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:suff w:val=\"{suffix}\"/><w:lvlText w:val=\"{text}\"/></w:lvl>";

    public static byte[] Of(string body, string? numbering = null, string? styles = null, Action<MainDocumentPart>? more = null)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            Write(main, $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>");
            if (numbering is not null)
            {
                Write(main.AddNewPart<NumberingDefinitionsPart>(), $"<w:numbering {Namespaces}>{numbering}</w:numbering>");
            }

            if (styles is not null)
            {
                Write(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Namespaces}>{styles}</w:styles>");
            }

            more?.Invoke(main);
        }

        return file.ToArray();
    }

    /// <summary>A document of many paragraphs, with tables, about as large as a long plan.</summary>
    public static byte[] Long(int paragraphs)
    {
        var body = new StringBuilder();
        for (var index = 0; index < paragraphs; index++)
        {
            body.Append(P("　　推进市场监管领域信息公开，自作出决定之日起7个工作日内向社会公布。（市工商局牵头落实）")).Append(index % 50 == 0 ? Table("任务|责任单位", "公开预算|市财政局") : "");
        }

        return Of(body.ToString());
    }

    public static string Table(params string[] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(row => "<w:tr>" + string.Concat(row.Split('|').Select(cell => $"<w:tc>{P(cell)}</w:tc>")) + "</w:tr>")) + "</w:tbl>";

    /// <summary>Replaces a part of the package by other bytes.</summary>
    public static byte[] With(byte[] package, string part, string content)
    {
        var file = new MemoryStream();
        file.Write(package);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)?.Delete();
            using var stream = archive.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }

    private static void Write(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }
}
