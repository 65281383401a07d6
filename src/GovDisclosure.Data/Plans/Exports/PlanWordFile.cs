using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using GovDisclosure.Domain.Plans.Tables;

namespace GovDisclosure.Data.Plans.Exports;

/// <summary>Writes a task table as an office prints it: A4 across, a title, the facts, a table whose heading row stands on every page.</summary>
internal static class PlanWordFile
{
    // A4 on its side with margins of two centimetres, in twentieths of a point.
    private const uint PageWidth = 16838;
    private const uint PageHeight = 11906;
    private const int Margin = 1134;

    private const string TitleFont = "黑体";
    private const string BodyFont = "仿宋";
    private const string HeadingShade = "D9E2F3";
    private const string BandShade = "F2F2F2";

    // Of what is left between the margins: number, code, task, three for names, two for words and phrases, the rule.
    private static readonly int[] Widths = [620, 1120, 4530, 1350, 1500, 1250, 1300, 1500, 1400];

    public static byte[] Write(PlanTaskTable table)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            package.PackageProperties.Title = table.Title;
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = PageNumbers();
            main.Document = new Document(new Body(
            [
                .. Paragraphs(table.Title, "Title"),
                .. table.Facts.SelectMany(fact => Paragraphs($"{fact.Key}：{fact.Value}", "Facts")),
                Table(table),
                // Word wants a paragraph behind a table.
                .. Paragraphs("", "TableText"),
                Page(main.GetIdOfPart(footer)),
            ]));
        }

        return stream.ToArray();
    }

    private static Table Table(PlanTaskTable table)
    {
        var words = new Table(
            new TableProperties(
                new TableWidth { Width = Widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 60, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 60, Type = TableWidthValues.Dxa })),
            new TableGrid(Widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        words.Append(new TableRow(
            [new TableRowProperties(new CantSplit(), new TableHeader()), .. table.Columns.Select((column, index) => Cell(column, "TableHeading", Widths[index], HeadingShade))]));
        foreach (var line in table.Lines)
        {
            words.Append(line.Level is { } level ? Band(line.Cells[0], level) : new TableRow([.. line.Cells.Select((cell, index) => Cell(cell, index < 2 ? "TableNumber" : "TableText", Widths[index], null))]));
        }

        return words;
    }

    // A heading of the plan, over all columns; it does not stay behind at the foot of a page.
    private static TableRow Band(string words, int level)
    {
        var cell = Cell(words, string.Create(CultureInfo.InvariantCulture, $"Band{level}"), Widths.Sum(), level == 1 ? BandShade : null);
        cell.TableCellProperties!.InsertAfter(new GridSpan { Val = Widths.Length }, cell.TableCellProperties.TableCellWidth);
        return new TableRow(new TableRowProperties(new CantSplit()), cell);
    }

    private static TableCell Cell(string words, string style, int width, string? shade)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = width.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa });
        if (shade is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = shade });
        }

        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell([properties, .. Paragraphs(words, style)]);
    }

    private static IEnumerable<Paragraph> Paragraphs(string words, string style) => words.ReplaceLineEndings("\n").Split('\n').Select(line => new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve })));

    private static TableBorders Borders()
    {
        static T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };

        return new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());
    }

    private static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = "TableNumber" }),
        new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));

    private static SectionProperties Page(string footer) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = PageWidth, Height = PageHeight, Orient = PageOrientationValues.Landscape },
        new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 });

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = BodyFont },
                new FontSize { Val = "21" },
                new Languages { Val = "en-US", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        Style("Title", 36, JustificationValues.Center, isBold: true, TitleFont, outline: 0),
        Style("Facts", 24, JustificationValues.Left, isBold: false, BodyFont),
        Style("TableHeading", 21, JustificationValues.Center, isBold: true, TitleFont),
        Style("TableNumber", 18, JustificationValues.Center, isBold: false, BodyFont),
        Style("TableText", 18, JustificationValues.Left, isBold: false, BodyFont),
        Style("Band1", 24, JustificationValues.Left, isBold: true, TitleFont, outline: 1),
        Style("Band2", 21, JustificationValues.Left, isBold: true, BodyFont, outline: 2),
        Style("Band3", 18, JustificationValues.Left, isBold: true, BodyFont, outline: 3));

    private static Style Style(string name, int halfPoints, JustificationValues alignment, bool isBold, string font, int? outline = null)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null)
        {
            paragraph.Append(new KeepNext());
        }

        paragraph.Append(new SpacingBetweenLines { Before = "20", After = name is "Title" ? "200" : "20" });
        paragraph.Append(new Justification { Val = alignment });
        if (outline is { } level)
        {
            paragraph.Append(new OutlineLevel { Val = level });
        }

        var run = new StyleRunProperties(new RunFonts { EastAsia = font });
        if (isBold)
        {
            run.Append(new Bold());
        }

        run.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        return new Style(new StyleName { Val = name }, paragraph, run) { Type = StyleValues.Paragraph, StyleId = name, CustomStyle = name != "Title" };
    }
}
