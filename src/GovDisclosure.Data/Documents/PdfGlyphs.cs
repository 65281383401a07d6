using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace GovDisclosure.Data.Documents;

/// <summary>A character on a page: where its baseline begins and ends, and how large it is.</summary>
internal readonly record struct PdfGlyph(string Value, double X, double Y, double EndX, double Size, bool IsUpright);

/// <summary>The characters of a page in the order in which they are printed.</summary>
internal sealed record PdfGlyphPage(IReadOnlyList<PdfGlyph> Glyphs);

/// <summary>
/// Makes pages of characters alone. The library's own pages keep a dozen objects for each letter and all lines and pictures besides, and
/// cannot be told to stop: a page that prints itself over and over would take all memory.
/// </summary>
internal sealed class PdfGlyphPages(
    IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser parser, ParsingOptions options)
    : BasePageFactory<PdfGlyphPage>(scanner, resources, filters, parser, options)
{
    /// <inheritdoc />
    protected override PdfGlyphPage ProcessPage(
        int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox, UserSpaceUnit userSpaceUnit,
        PageRotationDegrees rotation, TransformationMatrix initialMatrix, IReadOnlyList<IGraphicsStateOperation> operations) =>
        new Printer(pageNumber, this, cropBox, userSpaceUnit, rotation, initialMatrix).Process(pageNumber, operations);

    private sealed class Printer(int pageNumber, PdfGlyphPages pages, CropBox cropBox, UserSpaceUnit unit, PageRotationDegrees rotation, TransformationMatrix initialMatrix)
        : BaseStreamProcessor<PdfGlyphPage>(
            pageNumber, pages.ResourceStore, pages.PdfScanner, pages.PageContentParser, pages.FilterProvider, cropBox, unit, rotation, initialMatrix, pages.ParsingOptions)
    {
        // The library makes the factory by itself; what it hands over of ours is the provider of filters.
        private readonly BoundedFilters _bounds = (BoundedFilters)pages.ParsingOptions.FilterProvider!;
        private readonly List<PdfGlyph> _glyphs = [];

        public override PdfGlyphPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
        {
            PageNumber = pageNumberCurrent;
            CloneAllStates();
            ProcessOperations(operations);
            return new PdfGlyphPage(_glyphs);
        }

        public override void RenderGlyph(
            IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
            in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox)
        {
            _bounds.CountGlyph();
            var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
            var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
            if (double.IsFinite(start.X) && double.IsFinite(start.Y) && double.IsFinite(end.X))
            {
                var isUpright = end.X >= start.X && Math.Abs(end.Y - start.Y) <= (0.02 * (end.X - start.X)) + 0.01;
                _glyphs.Add(new PdfGlyph(unicode ?? "\uFFFD", start.X, start.Y, end.X, pointSize is > 0.5 and < 500 ? pointSize : 10, isUpright));
            }
        }

        public override void ApplyXObject(NameToken xObjectName)
        {
            // Forms may call forms, which multiplies; each call is counted as a character.
            _bounds.CountGlyph();
            base.ApplyXObject(xObjectName);
        }

        // What is drawn and filled says nothing.
        public override PdfPoint? CloseSubpath() => null;

        public override void BeginSubpath()
        {
        }

        public override void StrokePath(bool close)
        {
        }

        public override void FillPath(FillingRule fillingRule, bool close)
        {
        }

        public override void FillStrokePath(FillingRule fillingRule, bool close)
        {
        }

        public override void MoveTo(double x, double y)
        {
        }

        public override void BezierCurveTo(double x2, double y2, double x3, double y3)
        {
        }

        public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
        {
        }

        public override void LineTo(double x, double y)
        {
        }

        public override void Rectangle(double x, double y, double width, double height)
        {
        }

        public override void EndPath()
        {
        }

        public override void ClosePath()
        {
        }

        public override void ModifyClippingIntersect(FillingRule clippingRule)
        {
        }

        public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
        {
        }

        public override void EndMarkedContent()
        {
        }

        public override void PaintShading(NameToken shadingName)
        {
        }

        protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
        {
        }

        protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
        {
        }

        protected override void RenderInlineImage(InlineImage inlineImage)
        {
        }
    }
}
