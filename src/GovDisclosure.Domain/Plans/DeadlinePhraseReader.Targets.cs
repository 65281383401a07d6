using System.Globalization;
using System.Text.RegularExpressions;
using GovDisclosure.Domain.Deadlines;

namespace GovDisclosure.Domain.Plans;

/// <content>A figure to reach: 培训率不低于50%, 公开率达到100%.</content>
public static partial class DeadlinePhraseReader
{
    private static void ApplyTargets(PhraseScan scan) => scan.Apply(scan.HasAny("%分"), Target(), ReadTarget);

    private static ParsedDeadline? ReadTarget(PhraseScan scan, Match match)
    {
        var figure = match.Groups["n"].Value;
        if (ChineseNumber.TryRead(figure, out var whole))
        {
            return Make(scan, match, DeadlineRuleKind.Target) with { Value = whole };
        }

        return decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? Make(scan, match, DeadlineRuleKind.Target) with { Value = value }
            : null;
    }

    // The measure's name goes with the figure where it is short enough to be one: 培训率不低于50%.
    [GeneratedRegex(
        @"(?:(?<=^|[的对,。;、:\n前内底末]|实现|工作日|小时)(?:(?!实现)[^的对,。;、:\d\n前内底末]){1,20}?)?(?:(?:" + AtLeast
        + @"|(?:力争|确保|要)?(?:均|都|全部)?(?:达到|达|(?<!不)高于|(?<!不)超过|(?<!不)大于|保持在|稳定在|维持在|提高到|提升到|提高至|提升至))\s?"
        + @"(?:(?<n>\d{1,3}(?:\.\d{1,4})?)\s*(?:%|分(?![钟之别析类布局管]))|百分之(?<n>[零一二两三四五六七八九十百]{1,5}))(?:以上)?"
        + @"|(?:(?<n>\d{1,3}(?:\.\d{1,4})?)\s*%|百分之(?<n>[零一二两三四五六七八九十百]{1,5}))以上)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Target();
}
