using System.Globalization;
using GovDisclosure.Domain.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace GovDisclosure.Data.Documents;

/// <summary>A PDF with a text layer: a paragraph for each printed line, page after page, page numbers and all. A printed line is all that the format knows.</summary>
internal static class PdfDocumentFile
{
    private const int MostStackDepth = 128;

    public static SourceDocument Read(byte[] bytes, DocumentDraft draft)
    {
        var filters = new BoundedFilters(draft);
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, MaxStackDepth = MostStackDepth, FilterProvider = filters });
            pdf.AddPageFactory<PdfGlyphPage, PdfGlyphPages>();
            if (pdf.NumberOfPages > draft.Limits.MostPages)
            {
                throw new RefusedException(DocumentRefusalCode.TooMuch);
            }

            Pages(pdf, filters, draft);
            return draft.Finish(SourceFormat.Pdf);
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RefusedException(DocumentRefusalCode.Encrypted);
        }
        catch (PdfDocumentStackDepthException)
        {
            throw new RefusedException(DocumentRefusalCode.TooDeep);
        }
    }

    private static void Pages(PdfDocument pdf, BoundedFilters filters, DocumentDraft draft)
    {
        var (unreadable, blank) = (new List<int>(), new List<int>());
        var all = new List<PdfLine>();
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            draft.Cancellation.ThrowIfCancellationRequested();
            var lines = Lines(pdf, number, filters, draft);
            if (lines is not { Count: > 0 })
            {
                (lines is null ? unreadable : blank).Add(number);
            }

            all.AddRange(lines ?? []);
        }

        var margin = PdfLines.Margin(all);
        all.ForEach(line => draft.Paragraph(PdfLines.Indented(line, margin)));
        if (unreadable.Count == pdf.NumberOfPages)
        {
            throw new RefusedException(DocumentRefusalCode.Damaged);
        }

        if (unreadable.Count + blank.Count == pdf.NumberOfPages)
        {
            throw new RefusedException(DocumentRefusalCode.NoTextLayer);
        }

        unreadable.ForEach(page => draft.Problem(DocumentProblemCode.PageUnreadable, 1, page.ToString(CultureInfo.InvariantCulture)));
        blank.ForEach(page => draft.Problem(DocumentProblemCode.PageWithoutText, 1, page.ToString(CultureInfo.InvariantCulture)));
    }

    // One page that is damaged does not take the others with it.
    private static IReadOnlyList<PdfLine>? Lines(PdfDocument pdf, int number, BoundedFilters filters, DocumentDraft draft)
    {
        try
        {
            return PdfLines.Of(pdf.GetPage<PdfGlyphPage>(number).Glyphs, draft);
        }
#pragma warning disable CA1031 // A damaged page makes the library throw whatever it pleases.
        catch (Exception exception) when (exception is not (RefusedException or OperationCanceledException or PdfDocumentStackDepthException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            filters.ThrowIfExhausted();
            return null;
        }
    }
}
