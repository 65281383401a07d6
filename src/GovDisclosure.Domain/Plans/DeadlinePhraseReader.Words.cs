using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <content>及时, 定期, 适时, 实时, 持续; and what looks like a demand and fits no rule.</content>
/// <remarks>
/// Such a word counts where it says how a duty is to be done. It does not where it is denied (不及时), compared (更加及时), a property
/// (及时性, 及时的, 内容及时、准确。), or part of another word (可持续, 不定期, 经济持续健康发展).
/// </remarks>
public static partial class DeadlinePhraseReader
{
    private static void ApplyWords(PhraseScan scan) =>
        scan.Apply(scan.HasAny("时续") || scan.Has("定期"), Qualitative(), static (scan, match) => Make(scan, match, DeadlineRuleKind.Qualitative));

    // What says of a thing that it is so, until the clause ends: 确保内容及时、准确。 Before a verb the same words say how: 及时、准确发布.
    private const string Quality = "(?:[、和并且又而]|以及|与)?(?:准确|全面|有效|规范|完整|权威|真实|便捷|高效|到位|充分|透明|客观|详实|有力|主动|顺畅|迅速|方便|丰富|可靠|安全|科学|精准|性)";

    [GeneratedRegex(
        "(?<![不未没更较最非可够否]|更加|更为|不够|是否|不太|没有|欠|缺乏|不能|未能)(?:"
        + "及时(?![性率雨的度]|程度|有效的|(?:" + Quality + "){0,5}(?:[,。;:)!”]|$|的))"
        + "|定期(?![性的限间]|存款|存单|保险|债)|适时(?![性的])|实时(?![性的]|数据|行情|路况)"
        + "|持续(?![性的力]|时间|健康|稳定|快速|向好|平稳|高质量|发展能力|走低|走高))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Qualitative();

    [GeneratedRegex(
        @"(?:\d{1,4}|[一二两三四五六七八九十百]{1,5}|[数几半])\s*个?(?:工作日|小时|月|周|星期|季度|年|日|天)(?:之内|以内|内|之前|以前|前)"
        + @"|月[底末]|\d[\d.]{0,8}\s*%|百分之[零一二两三四五六七八九十百]{1,5}|每[日天]|[按逐]日|每[\d二两三四五六]\s?个?(?:周|月|季度|年|天|日)|\d{1,2}月份?(?:之前|以前|前)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex LooksLikeTime();

    [GeneratedRegex("[月日年季周天时期续%]", Patterns.Options, Patterns.Timeout)]
    private static partial Regex TimeCharacter();
}
