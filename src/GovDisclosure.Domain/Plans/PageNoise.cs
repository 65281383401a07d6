using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Knows the furniture that a copied web page or a print leaves between the words of a document.</summary>
internal static partial class PageNoise
{
    // A sentence of a plan may well speak of QR codes; furniture is short and does not end like a sentence.
    private const int LongestLine = 40;

    /// <summary>Says whether a whole line is furniture.</summary>
    public static bool IsNoise(string line) =>
        line.Length is > 0 and <= LongestLine && !Sentences.IsEnd(line[^1]) && line[^1] is not (')' or FullWidth.RightParenthesis)
        && Furniture().IsMatch(line);

    [GeneratedRegex(
        """
        二维码 | 关注我们 | ^(?:打印|关闭|收藏|返回顶部|上一篇|下一篇|相关链接|网站地图|版权所有|主办单位|分享到|字号|字体|来源|责任编辑)
        | ^[-—–―‐一\s]*\d{1,4}[-—–―‐一\s]*$ | ^第\s*\d{1,4}\s*页
        """,
        Patterns.Options | RegexOptions.IgnorePatternWhitespace,
        Patterns.Timeout)]
    private static partial Regex Furniture();
}
