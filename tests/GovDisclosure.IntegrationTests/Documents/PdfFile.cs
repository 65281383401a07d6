using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace GovDisclosure.IntegrationTests.Documents;

/// <summary>Makes PDFs: Latin ones by the library, Chinese ones by hand, with a font that is not there and a table of what its codes mean.</summary>
internal static class PdfFile
{
    private const double Size = 12;

    /// <summary>Pages of lines in a standard font.</summary>
    public static byte[] Latin(params string[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var index = 0; index < lines.Length; index++)
            {
                page.AddText(lines[index], Size, new PdfPoint(72, 760 - (index * 20)), font);
            }
        }

        return builder.Build();
    }

    /// <summary>A page of lines in Chinese, each with its indent in letters; every letter is as wide as it is high.</summary>
    public static byte[] Chinese(params (double Indent, string Words)[] lines)
    {
        var content = new StringBuilder("BT /F1 12 Tf\n");
        for (var index = 0; index < lines.Length; index++)
        {
            content.Append(CultureInfo.InvariantCulture, $"1 0 0 1 {72 + (lines[index].Indent * Size)} {760 - (index * 20)} Tm <");
            foreach (var c in lines[index].Words)
            {
                content.Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }

            content.Append("> Tj\n");
        }

        content.Append("ET");
        const string Map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end";
        return Objects(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            Stream(content.ToString()),
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 8 0 R>>",
            Stream(Map),
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>");
    }

    /// <summary>A file of objects, numbered from 1; the first is the root.</summary>
    public static byte[] Objects(params string[] objects) => Objects("", objects.Select(Encoding.Latin1.GetBytes).ToArray());

    /// <summary>A file of objects as bytes, with more in its trailer.</summary>
    public static byte[] Objects(string trailer, params byte[][] objects)
    {
        using var file = new MemoryStream();
        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));

        Write("%PDF-1.7\n");
        var offsets = new List<long>();
        for (var index = 0; index < objects.Length; index++)
        {
            offsets.Add(file.Position);
            Write($"{index + 1} 0 obj\n");
            file.Write(objects[index]);
            Write("\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => offset.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n")));
        Write($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF");
        return file.ToArray();
    }

    public static string Stream(string content) => $"<</Length {content.Length}>>\nstream\n{content}\nendstream";
}
