using System.Text;
using GovDisclosure.Domain.Documents;

namespace GovDisclosure.Data.Documents;

/// <summary>Makes characters of bytes that do not say how they were written: a byte order mark decides, then UTF-8 where all of it fits, then GB18030.</summary>
internal static class TextDecoder
{
    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
        ([0x84, 0x31, 0x95, 0x33], Gb18030(Replacement)),
    ];

    /// <summary>GB18030, which holds GBK and GB2312.</summary>
    public static Encoding Gb18030(DecoderFallback fallback) =>
        CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ReplacementFallback, fallback)!;

    /// <summary>All characters of a text file. What cannot be read is a replacement character and a problem.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="named">The encoding that the content itself names; tried first, and taken only where all of it fits.</param>
    /// <param name="draft">Gets the problem.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? named, DocumentDraft draft)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (bytes.StartsWith(mark))
            {
                return Lossy(bytes[mark.Length..], encoding, draft);
            }
        }

        if (LooksLikeUtf16(bytes) is { } utf16)
        {
            return Lossy(bytes, utf16, draft);
        }

        // What is neither text nor marked as such has bytes that no text has.
        if (IsBinary(bytes))
        {
            throw new RefusedException(DocumentRefusalCode.UnknownFormat);
        }

        var strict = (named is null ? null : Strict(bytes, named)) ?? Strict(bytes, new UTF8Encoding(false, throwOnInvalidBytes: true));
        if (strict is not null)
        {
            return Clean(strict, draft);
        }

        // Damaged UTF-8 often fits GB18030 and is nonsense there; of text in GB18030, hardly a character fits UTF-8.
        var utf8 = new UTF8Encoding(false).GetString(bytes);
        return IsMostlyRead(utf8) ? Counted(utf8, draft) : Counted(Gb18030(Replacement).GetString(bytes), draft);
    }

    /// <summary>The first characters of a file, as far as they can be read, to see what it is.</summary>
    public static string Start(ReadOnlySpan<byte> bytes, int length)
    {
        var start = bytes[..Math.Min(bytes.Length, length)];
        return start.StartsWith((byte[])[0xFF, 0xFE]) || Equals(LooksLikeUtf16(start), Encoding.Unicode) ? Encoding.Unicode.GetString(start)
            : start.StartsWith((byte[])[0xFE, 0xFF]) || Equals(LooksLikeUtf16(start), Encoding.BigEndianUnicode) ? Encoding.BigEndianUnicode.GetString(start)
            : Encoding.Latin1.GetString(start.StartsWith((byte[])[0xEF, 0xBB, 0xBF]) ? start[3..] : start);
    }

    private static bool IsMostlyRead(string text)
    {
        var unread = text.AsSpan().Count('\uFFFD');
        return unread * 4 < text.AsSpan().Length - unread - text.Count(char.IsAscii);
    }

    private static string? Strict(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Lossy(ReadOnlySpan<byte> bytes, Encoding encoding, DocumentDraft draft) => Counted(encoding.GetString(bytes), draft);

    private static string Counted(string text, DocumentDraft draft)
    {
        draft.Problem(DocumentProblemCode.UnreadableCharacters, text.AsSpan().Count('\uFFFD'));
        return Clean(text, draft);
    }

    /// <summary>A database takes no NUL and no half of a surrogate pair: a replacement character stands for each.</summary>
    public static string Clean(string text, DocumentDraft draft)
    {
        var found = 0;
        StringBuilder? clean = null;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (c == '\0' || char.IsSurrogate(c))
            {
                clean ??= new StringBuilder(text);
                clean[at] = '\uFFFD';
                found++;
            }
        }

        draft.Problem(DocumentProblemCode.UnreadableCharacters, found);
        return clean?.ToString() ?? text;
    }

    // Without a mark: other text has no null bytes, and read in pairs of bytes nearly all of it is what Chinese and English are written with.
    private static Encoding? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..(Math.Min(bytes.Length, 4096) & ~1)];
        return bytes.Length < 4 || bytes.Length % 2 != 0 || !sample.Contains((byte)0) ? null
            : IsUsual(Encoding.Unicode.GetString(sample)) ? Encoding.Unicode
            : IsUsual(Encoding.BigEndianUnicode.GetString(sample)) ? Encoding.BigEndianUnicode
            : null;
    }

    private static bool IsUsual(string text) =>
        text.Count(c => c is (>= ' ' and <= '~') or '\r' or '\n' or '\t' or (>= '\u2010' and <= '\u2030') or (>= '\u3000' and <= '\u301F') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uFF01' and <= '\uFF5E'))
        * 10 >= text.Length * 9;

    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var odd = 0;
        foreach (var value in bytes[..Math.Min(bytes.Length, 64 * 1024)])
        {
            odd += value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0B or 0x0C or 0x1A or 0x1B) or 0x7F ? 1 : 0;
        }

        return odd * 100 > Math.Min(bytes.Length, 64 * 1024);
    }
}
