using System.IO.Compression;
using System.Xml;
using GovDisclosure.Data.Imports;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>Opens the archive that a document is, after a look at what it would unpack to.</summary>
internal static class GuardedArchive
{
    /// <summary>Opens an archive for reading. Entries are counted before any is made an object of.</summary>
    public static ZipArchive Open(byte[] bytes, DocumentLimits limits)
    {
        // Each entry of the table of contents begins with this mark; how many there are is not asked of the file.
        var entries = 0;
        var rest = bytes.AsSpan();
        while (rest.IndexOf("PK\u0001\u0002"u8) is >= 0 and var at)
        {
            if (++entries > limits.MostEntries)
            {
                throw new RefusedException(DocumentRefusalCode.UnpacksTooLarge);
            }

            rest = rest[(at + 4)..];
        }

        return new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
    }

    /// <summary>What the parts of an archive may unpack to together.</summary>
    public static UnpackBudget Budget(DocumentLimits limits) => new(limits.MostUnpacked, UnpacksTooLarge);

    /// <summary>The exception of a budget that is used up.</summary>
    public static RefusedException UnpacksTooLarge() => new(DocumentRefusalCode.UnpacksTooLarge);

    /// <summary>
    /// Reads all markup of an archive once, before a library makes objects of it: no document type, no more elements, bytes and depth than the
    /// limits say. Media are never unpacked.
    /// </summary>
    public static void CheckMarkup(byte[] bytes, DocumentDraft draft)
    {
        using var archive = Open(bytes, draft.Limits);
        var budget = Budget(draft.Limits);
        var elements = 0;
        foreach (var entry in archive.Entries.Where(entry => IsMarkup(entry.FullName)))
        {
            using var reader = budget.OpenXml(entry);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.Depth > draft.Limits.MostDepth)
                {
                    throw new RefusedException(DocumentRefusalCode.TooDeep);
                }

                // An attribute is an object as well.
                elements += 1 + (reader.AttributeCount / 2);
                if (elements > draft.Limits.MostElements)
                {
                    throw new RefusedException(DocumentRefusalCode.TooMuch);
                }

                draft.Cancellation.ThrowIfCancellationRequested();
            }
        }
    }

    private static bool IsMarkup(string name) => name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
