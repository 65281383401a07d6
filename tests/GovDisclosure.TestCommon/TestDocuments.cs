using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace GovDisclosure.TestCommon;

/// <summary>Documents as people upload them.</summary>
public static class TestDocuments
{
    /// <summary>A Word file with a paragraph for each line.</summary>
    public static byte[] Word(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body(text.Split('\n').Select(line => new Paragraph(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve }))));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return file.ToArray();
    }
}
