using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>How far back an attribution reaches: 以上3项由…, 上述工作由….</summary>
/// <param name="Length">How many characters say so, with what joins them to the names.</param>
/// <param name="Count">How many items; null for all of the heading that it stands under.</param>
internal sealed record AttributionScope(int Length, int? Count)
{
    /// <summary>Reads the words that an attribution begins with; null where it speaks of the text before it alone.</summary>
    public static AttributionScope? TryRead(string folded) => ScopeReader.TryRead(folded);
}

/// <summary>The grammar of <see cref="AttributionScope"/>.</summary>
internal static partial class ScopeReader
{
    public static AttributionScope? TryRead(string folded)
    {
        var match = Reach().Match(folded);
        return match.Success
            ? new AttributionScope(match.Length, ChineseNumber.TryRead(match.Groups["n"].ValueSpan, out var count) && count > 0 ? count : null)
            : null;
    }

    [GeneratedRegex(
        @"^\s*(?:以上|上述|前述|前列|上列|以上所列|本(?:节|部分|章)(?=工作|任务|内容|事项|由|各|所|均))(?:各|所有|所列)?(?:(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3})\s?(?:项|条|款|点|个方面|方面)|各项|各条)?"
        + "(?:重点|主要|具体)?(?:工作|任务|内容|事项|措施|要求|目标)*(?:均|都|分别|统一)?[:,]?(?=由|责任|牵头|主办|配合|[市省县区州各团国有相\\p{L}])",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Reach();
}
