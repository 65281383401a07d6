using System.Buffers;
using System.Text;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>What the first bytes of a file, and the names in an archive, say that it is.</summary>
internal sealed record FileKind(SourceFormat Format, DocumentRefusalCode? Refusal = null);

/// <summary>Recognises a file by what it holds.</summary>
internal static class FileKinds
{
    private static readonly SearchValues<string> HtmlStart = SearchValues.Create(
        ["<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<table", "<div", "<p>", "<p ", "<h1", "<h2", "<br", "<span", "<style", "<article", "<section", "<main", "<font", "<center"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly (byte[] Start, DocumentRefusalCode Refusal)[] Refused =
    [
        ("{\\rtf"u8.ToArray(), DocumentRefusalCode.OldWord),
        ([0xFF, 0xD8, 0xFF], DocumentRefusalCode.Picture),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], DocumentRefusalCode.Picture),
        ("GIF8"u8.ToArray(), DocumentRefusalCode.Picture),
        ("II*\0"u8.ToArray(), DocumentRefusalCode.Picture),
        ("MM\0*"u8.ToArray(), DocumentRefusalCode.Picture),
        ("Rar!"u8.ToArray(), DocumentRefusalCode.UnknownFormat),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], DocumentRefusalCode.UnknownFormat),
        ([0x1F, 0x8B], DocumentRefusalCode.UnknownFormat),
        ("\x7FELF"u8.ToArray(), DocumentRefusalCode.UnknownFormat),
        ("MIME-Version:"u8.ToArray(), DocumentRefusalCode.UnknownFormat),
    ];

    // The old formats of Word and Excel, and what is locked with a password, are all the same kind of container.
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>What a file is.</summary>
    public static FileKind Of(byte[] bytes, DocumentLimits limits)
    {
        var start = bytes.AsSpan();
        if (start.IsEmpty)
        {
            return new FileKind(SourceFormat.Text, DocumentRefusalCode.Empty);
        }

        if (start.StartsWith(Compound))
        {
            return new FileKind(SourceFormat.Word, OfCompound(bytes));
        }

        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
        {
            return OfArchive(bytes, limits);
        }

        // Readers of PDF allow some bytes before the mark.
        if (start[..Math.Min(start.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return new FileKind(SourceFormat.Pdf);
        }

        if (Refused.FirstOrDefault(kind => bytes.AsSpan().StartsWith(kind.Start)) is { Start: not null } refused)
        {
            return new FileKind(SourceFormat.Text, refused.Refusal);
        }

        return new FileKind(LooksLikeHtml(start) ? SourceFormat.WebPage : SourceFormat.Text);
    }

    /// <summary>What a name promises; <see langword="null"/> where it promises nothing.</summary>
    public static SourceFormat? Named(string? fileName) => Path.GetExtension(fileName)?.ToUpperInvariant() switch
    {
        ".TXT" or ".MD" => SourceFormat.Text,
        ".DOCX" or ".DOCM" or ".DOTX" or ".DOC" or ".WPS" => SourceFormat.Word,
        ".HTML" or ".HTM" or ".SHTML" or ".XHTML" => SourceFormat.WebPage,
        ".PDF" => SourceFormat.Pdf,
        ".XLSX" or ".XLSM" or ".XLS" or ".ET" => SourceFormat.Spreadsheet,
        ".CSV" or ".TSV" => SourceFormat.Csv,
        ".JSON" => SourceFormat.PlanForm,
        _ => null,
    };

    // The names of the streams stand in the directory, in UTF-16.
    private static DocumentRefusalCode OfCompound(byte[] bytes)
    {
        bool Has(string stream) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

        return Has("EncryptedPackage") ? DocumentRefusalCode.Encrypted
            : Has("WordDocument") ? DocumentRefusalCode.OldWord
            : Has("Workbook") || Has("Book\0") ? DocumentRefusalCode.OldSpreadsheet
            : DocumentRefusalCode.UnknownFormat;
    }

    private static FileKind OfArchive(byte[] bytes, DocumentLimits limits)
    {
        using var archive = GuardedArchive.Open(bytes, limits);
        var names = archive.Entries.Select(entry => entry.FullName.Replace('\\', '/')).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return names.Contains("OFD.xml") ? new FileKind(SourceFormat.Pdf, DocumentRefusalCode.Ofd)
            : names.Contains("[Content_Types].xml") && names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? new FileKind(SourceFormat.Spreadsheet)
            : names.Contains("[Content_Types].xml") && names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? new FileKind(SourceFormat.Word)
            : new FileKind(SourceFormat.Text, DocumentRefusalCode.UnknownFormat);
    }

    // Markup at the beginning, after a declaration or a comment at most. Plain text seldom begins with '<', and never with a tag of a page.
    private static bool LooksLikeHtml(ReadOnlySpan<byte> bytes)
    {
        var start = TextDecoder.Start(bytes, 4096).AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        if (!start.StartsWith("<"))
        {
            return false;
        }

        return start.IndexOfAny(HtmlStart) is >= 0 and var at && (at == 0 || start.StartsWith("<!--") || start.StartsWith("<?xml") || start.StartsWith("<!"));
    }
}
