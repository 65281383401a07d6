using System.Text;
using System.Text.RegularExpressions;

namespace GovDisclosure.Data.Documents;

/// <summary>The encoding that a web page names in its first bytes.</summary>
internal static partial class WebCharset
{
    /// <summary>The encoding; <see langword="null"/> where none, or one that nobody knows, is named.</summary>
    public static Encoding? Of(ReadOnlySpan<byte> bytes)
    {
        var name = Named().Match(TextDecoder.Start(bytes, 4096)) is { Success: true } match ? match.Groups["name"].Value : "";
        try
        {
            return name.ToUpperInvariant() switch
            {
                "" => null,
                // Pages that say GB2312 have characters of GBK as well, and GB18030 has them all.
                "GB2312" or "GBK" or "GB_2312-80" or "X-GBK" or "GB18030" => TextDecoder.Gb18030(DecoderFallback.ExceptionFallback),
                // A page that names UTF-16 in letters of ASCII is not written in it.
                ['U', 'T', 'F', '-', '1', '6', ..] or "UTF-8" or "UTF8" => new UTF8Encoding(false, throwOnInvalidBytes: true),
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""(?:charset\s*=\s*|encoding\s*=\s*)["']?(?<name>[\w-]{3,20})""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();
}
