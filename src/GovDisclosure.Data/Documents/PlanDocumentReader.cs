using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>
/// Reads a plan's file into the words in it, whatever its format, within limits of size, time and memory. What it holds decides which
/// reader takes it. No content is an exception: what cannot be read is refused with a reason.
/// </summary>
public static class PlanDocumentReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="fileName">What it is called: an ending tells a table of text (.csv) from text, and no more.</param>
    /// <param name="content">The file. It is read to its end or to the limit, and not closed.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static Task<DocumentReading> ReadAsync(string? fileName, Stream content, CancellationToken cancellation) =>
        ReadAsync(fileName, content, DocumentLimits.Default, cancellation);

    /// <summary>Reads a file within other limits.</summary>
    public static async Task<DocumentReading> ReadAsync(string? fileName, Stream content, DocumentLimits limits, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(limits);
        var bytes = await TakeAsync(content, limits.MostBytes, cancellation);
        if (bytes is null)
        {
            return new DocumentReading(new DocumentRefusal(DocumentRefusalCode.TooLarge));
        }

        return await ReadingThread.RunAsync(stop => Read(fileName, bytes, limits, stop), limits, cancellation);
    }

    /// <summary>Takes text that was pasted: a paragraph for each line, and not a character else.</summary>
    public static DocumentReading ReadText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            return text.Length == 0
                ? new DocumentReading(new DocumentRefusal(DocumentRefusalCode.Empty))
                : new DocumentReading(TextDocument.Read(text, new DocumentDraft(DocumentLimits.Default, CancellationToken.None)));
        }
        catch (RefusedException refused)
        {
            return new DocumentReading(refused.Refusal);
        }
    }

    private static DocumentReading Read(string? fileName, byte[] bytes, DocumentLimits limits, CancellationToken stop)
    {
        try
        {
            return new DocumentReading(ReadAs(fileName, bytes, new DocumentDraft(limits, stop)));
        }
        catch (RefusedException refused)
        {
            return new DocumentReading(refused.Refusal);
        }
        catch (OperationCanceledException)
        {
            return new DocumentReading(new DocumentRefusal(DocumentRefusalCode.TooSlow));
        }
        catch (OutOfMemoryException)
        {
            return new DocumentReading(new DocumentRefusal(DocumentRefusalCode.UnpacksTooLarge));
        }
#pragma warning disable CA1031 // A damaged file makes the libraries throw whatever they please; none of it is an error of the portal.
        catch (Exception)
#pragma warning restore CA1031
        {
            return new DocumentReading(new DocumentRefusal(DocumentRefusalCode.Damaged));
        }
    }

    private static SourceDocument ReadAs(string? fileName, byte[] bytes, DocumentDraft draft)
    {
        var kind = FileKinds.Of(bytes, draft.Limits);
        if (kind is { Refusal: { } refusal })
        {
            throw new RefusedException(refusal);
        }

        var named = FileKinds.Named(fileName);
        var document = kind.Format switch
        {
            SourceFormat.Word => WordDocument.Read(bytes, draft),
            SourceFormat.Spreadsheet => SheetDocument.Read(bytes, draft),
            SourceFormat.Pdf => PdfDocumentFile.Read(bytes, draft),
            SourceFormat.WebPage => WebPageDocument.Read(bytes, draft),
            _ => TextDocument.Read(bytes, named, draft),
        };
        return named is null || named == document.Format || (named, document.Format) is (SourceFormat.Csv, SourceFormat.Text) or (SourceFormat.Text, SourceFormat.Csv)
            ? document
            : new SourceDocument(document.Format, document.Blocks, [.. document.Problems, new DocumentProblem(DocumentProblemCode.OtherThanNamed)]);
    }

    // At most a byte more than the limit is taken: that byte says that there is too much.
    private static async Task<byte[]?> TakeAsync(Stream content, int most, CancellationToken cancellation)
    {
        using var taken = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellation)) > 0)
        {
            if (taken.Length + read > most)
            {
                return null;
            }

            taken.Write(buffer, 0, read);
        }

        return taken.ToArray();
    }
}
