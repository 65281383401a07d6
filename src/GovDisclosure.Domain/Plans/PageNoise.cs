using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Knows the furniture that a copied web page or a print leaves between the words of a document.</summary>
internal static partial class PageNoise
{
    // A sentence of a plan may well speak of QR codes; furniture is short and does not end like a sentence.
    private const int LongestLine = 80;

    // A page's own heading comes again on every page; twice may be chance, or a title above and in its notice.
    private const int FewestRepeats = 3;

    /// <summary>Returns the numbers of the lines that are furniture.</summary>
    public static HashSet<int> Find(IReadOnlyList<SourceLine> lines)
    {
        var found = new HashSet<int>();
        var running = lines.CountBy(line => line.Folded).Where(count => count.Value >= FewestRepeats && MayRun(count.Key))
            .Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < lines.Count; index++)
        {
            var line = lines[index].Folded;
            if (IsNoise(line)
                || (index > 0 && found.Contains(lines[index - 1].Number) && IsAnnexOfList(lines[index - 1].Folded, line))
                || (Host().IsMatch(line) && (StandsByImprint(lines, index - 1) || StandsByImprint(lines, index + 1)))
                || (running.Contains(line) && !seen.Add(line)))
            {
                found.Add(lines[index].Number);
            }
        }

        return found;
    }

    /// <summary>Says whether a whole folded line is furniture.</summary>
    public static bool IsNoise(string line) =>
        line.Length is > 0 and <= LongestLine
        && (Distribution().IsMatch(line) || (!Sentences.IsEnd(line[^1]) && IsFurniture(line)));

    private static bool IsFurniture(string line) =>
        (Furniture().IsMatch(line) || Buttons().IsMatch(line) || (line[^1] is not ')' && QrCode().IsMatch(line)));

    private static bool MayRun(string line) =>
        line.Length > 4 && !Sentences.Closes(line) && !AttributionLabels.Begins(line)
        && HeadingReader.TryRead(line) is null && AttributionReader.TryReadLine(Words.Of(line)) is null
        && !AgencyListReader.LooksLikeName(line) && !line.Contains('\t', StringComparison.Ordinal);

    // 附件:1.…要点, and below it 2.…分解表, which would be an item otherwise.
    private static bool IsAnnexOfList(string above, string line) =>
        AnnexAbove().IsMatch(above) && AnnexRow().IsMatch(line);

    private static bool StandsByImprint(IReadOnlyList<SourceLine> lines, int index) =>
        index >= 0 && index < lines.Count && Imprint().IsMatch(lines[index].Folded);

    [GeneratedRegex(
        """
        ^[-·\s]*\d{1,4}[-·\s]*$ | ^[-一]\s*\d{1,4}\s*[-一]$ | ^第\s*\d{1,4}\s*页 | ^\d{1,4}\s*/\s*\d{1,4}$ | ^[Pp]age\s*\d | ^共\s*\d{1,4}\s*页
        | [.…·]{3,}\s*\d{1,4}$ | ^目\s*录$
        | ^(?:当前|您(?:现在|当前)?的?|所在)位置 | ^首\s*页(?:\s|>|$|\|) | ^\S{1,12}\s*(?:>+|»)\s*\S
        | ICP备 | 公网安备 | 网站标识码 | 版权所有 | ^(?:网站|站点)地图 | ^技术支持
        | ^(?:字号|字体|来源|信息来源|稿源|编辑|责任编辑|作者|审核|浏览次数|浏览量|点击数|点击量|点击次数|阅读次数|阅读量|访问量|阅读|分享到?|发布时间|发布日期|更新时间|更新日期|索引号|信息索引|主题分类|主题词|关键词|有效性|文件状态|公开方式|公开形式|信息分类|体裁分类|组配分类|信息类别|服务对象)\s*(?::|】|\]|$)
        | ^(?:上一篇|下一篇|上一条|下一条|相关链接|相关文档|相关附件|相关阅读|相关新闻|相关解读|相关文件|附件下载|返回顶部|返回首页|联系我们|关于我们|网站声明)(?:\s|:|\||$)
        | ^\(?此件(?:主动|依申请|公开|不公开|不予|删减) | ^附\s*件\s*\d{0,2}\s*:?$ | ^附\s*件\s*\d{0,2}\s*:.{0,60}(?:表|名单|清单|目录|说明|分工|样式|指引|分解)$
        | ^附\s*件\s*:\s*1\s*\. | \.(?:docx?|pdf|xlsx?|wps|et|ofd|zip|rar)$
        """,
        Patterns.Options | RegexOptions.IgnorePatternWhitespace,
        Patterns.Timeout)]
    private static partial Regex Furniture();

    [GeneratedRegex(@"^(?:抄\s*送|主\s*送|分\s*送|抄\s*报)\s*:", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Distribution();

    [GeneratedRegex("二维码|关注我们|扫一扫|手机扫码", Patterns.Options, Patterns.Timeout)]
    private static partial Regex QrCode();

    [GeneratedRegex(
        """
        ^(?:[\[(|<]{0,2}\s?(?:打印|打印本页|打印文章|关闭|关闭窗口|关闭本页|收藏|收藏本页|加入收藏|设为首页|返回|返回顶部|返回首页|返回列表|顶部|大|中|小|默认|首页|登录|注册|搜索|检索|无障碍|无障碍浏览|长者模式|长者版|关怀版|繁体|简体|繁体版|简体版|English|EN|微信|微博|QQ|QQ空间|分享|分享到|字体|字号|语音播报|政务公开|政务服务|互动交流|公众参与|政府信息公开|新闻中心|要闻动态|通知公告|走进\p{L}{1,4}|下载|保存|纠错|推荐|我要纠错|网站支持IPv6)\s?:?\s?[\])|>/·-]{0,2}\s{0,8}){1,14}$
        """,
        Patterns.Options | RegexOptions.IgnorePatternWhitespace,
        Patterns.Timeout)]
    private static partial Regex Buttons();

    [GeneratedRegex("^(?:主办|承办|协办|维护|运维)(?:单位)?\\s*:", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Host();

    [GeneratedRegex("ICP备|公网安备|网站标识码|版权所有|技术支持|^(?:主办|承办).{0,40}(?:承办|维护|技术支持)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Imprint();

    [GeneratedRegex(@"^附\s*件\s*:|^\d{1,2}\s*[.、]", Patterns.Options, Patterns.Timeout)]
    private static partial Regex AnnexAbove();

    [GeneratedRegex(@"^\d{1,2}\s*[.、].{2,60}(?:表|名单|清单|目录|说明|分工|方案|要点|样式|指引|分解)$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex AnnexRow();
}
