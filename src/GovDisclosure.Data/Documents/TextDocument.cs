using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>Plain text: a paragraph for each line, just as it stands.</summary>
internal static class TextDocument
{
    public static SourceDocument Read(byte[] bytes, SourceFormat? named, DocumentDraft draft)
    {
        var text = TextDecoder.Decode(bytes, null, draft);
        return PlanFormDocument.TryRead(text, named, draft) ?? CsvDocument.TryRead(text, named, draft) ?? Lines(text, draft);
    }

    public static SourceDocument Read(string text, DocumentDraft draft)
    {
        text = TextDecoder.Clean(text, draft);
        return PlanFormDocument.TryRead(text, null, draft) ?? Lines(text, draft);
    }

    private static SourceDocument Lines(string text, DocumentDraft draft)
    {
        // CRLF, LF and a lone CR end a line; what else might is part of it.
        var start = 0;
        while (start <= text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                draft.Paragraph(text[start..]);
                break;
            }

            var end = start + length;
            draft.Paragraph(text[start..end]);
            start = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return draft.Finish(SourceFormat.Text);
    }
}
