using System.Text;

namespace GovDisclosure.Domain.Plans;

/// <summary>Reads the bytes of a text file: UTF-8, UTF-16 with its mark, or GB18030, which GBK and GB 2312 are parts of.</summary>
/// <remarks>
/// UTF-8 forbids most runs of bytes, so bytes that are UTF-8 throughout are. What is not is GB18030 where that gives no byte that it
/// forbids, and nothing otherwise: a plan read by the wrong table would be rubbish without a word.
/// </remarks>
public static class PlanTextDecoder
{
    private const byte Nul = 0;

    /// <summary>Returns the text, or null where the bytes are no text.</summary>
    public static string? TryDecode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return TryDecode(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return TryDecode(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), bytes[2..]);
        }

        // No text has a zero byte in either of the others; a program or a picture has.
        return bytes.Contains(Nul) ? null
            : TryDecode(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), bytes)
                ?? TryDecode(CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, bytes);
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            // DecoderFallbackException is one.
            return null;
        }
    }
}
