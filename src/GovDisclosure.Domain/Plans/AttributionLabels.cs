using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>What a label of a labelled attribution introduces.</summary>
internal enum AttributionLabelKind
{
    /// <summary>牵头单位, 主办单位.</summary>
    Lead,

    /// <summary>责任单位, 落实单位.</summary>
    Responsible,

    /// <summary>配合单位, 协办单位.</summary>
    Cooperating,

    /// <summary>完成时限, 更新频率.</summary>
    Time,

    /// <summary>责任人, 联系电话, 备注: nothing that the plan's form keeps.</summary>
    Other,
}

/// <summary>Reads the labels of attributions (牵头单位:), and the headings of a table's columns, which are the same words.</summary>
internal static partial class AttributionLabels
{
    private const int LongestLabel = 16;

    /// <summary>Reads the label that folded words begin with; the length with its colon is given.</summary>
    public static bool TryRead(string folded, int start, out AttributionLabelKind kind, out int length)
    {
        var match = Label().Match(folded, start, Math.Min(folded.Length - start, LongestLabel * 2));
        kind = KindOf(match);
        length = match.Length;
        return match.Success;
    }

    /// <summary>Says whether a line begins with a label.</summary>
    public static bool Begins(string folded) => TryRead(folded, 0, out _, out _);

    /// <summary>Says whether a line is nothing but a label, its list to come in the next.</summary>
    public static bool IsAlone(string folded) => folded.Length <= LongestLabel && TryRead(folded, 0, out _, out var length) && length == folded.Length;

    /// <summary>Reads a whole cell of a heading row: 牵头单位.</summary>
    public static AttributionLabelKind? OfColumn(string folded)
    {
        var words = folded.Replace(" ", string.Empty, StringComparison.Ordinal);
        return words.Length <= LongestLabel && Column().Match(words) is { Success: true } match ? KindOf(match) : null;
    }

    /// <summary>Returns where labels begin sentences or clauses in a paragraph.</summary>
    public static IEnumerable<int> Starts(string folded, int start)
    {
        // Most paragraphs have no label, and say so by having nothing that ends one.
        if (folded.AsSpan(start).IndexOfAny(':', ']') < 0 && !folded.Contains("单位)", StringComparison.Ordinal))
        {
            yield break;
        }

        foreach (Match match in Start().Matches(folded, start))
        {
            yield return match.Index;
        }
    }

    /// <summary>Returns where labels stand inside the words of an attribution, whatever is before them: lines joined leave nothing there.</summary>
    public static HashSet<int> Inside(string folded) =>
        folded.Contains(':', StringComparison.Ordinal) ? [.. Inner().Matches(folded).Select(match => match.Index)] : [];

    private static AttributionLabelKind KindOf(Match match) =>
        match.Groups["lead"].Success ? AttributionLabelKind.Lead
        : match.Groups["cooperate"].Success ? AttributionLabelKind.Cooperating
        : match.Groups["responsible"].Success ? AttributionLabelKind.Responsible
        : match.Groups["time"].Success ? AttributionLabelKind.Time
        : AttributionLabelKind.Other;

    private const string Unit = @"(?:\((?:责任|牵头|主体|配合|协办)\))?(?:责任|负责|落实|实施)?(?:单位|部门|机构|科室|处室|股室|方|主体)";
    private const string Lead = "(?<lead>(?:总?牵头|主办|主责|主管|主要责任|第一责任|首要责任)" + Unit + ")";
    private const string Cooperate = "(?<cooperate>(?:配合|协办|协助|参与|参加|协同|支持|联办|协作)" + Unit + ")";
    private const string Responsible =
        "(?<responsible>(?:责任|落实|实施|承办|负责|承担|执行|公开|办理|推进|发布|具体负责|具体责任)" + Unit + "|(?:责任|任务|职责)(?:分工|单位及分工)|分工单位)";
    private const string Time =
        "(?<time>(?:(?:完成|办理|工作|公开|落实|更新|报送|进度|实施|推进|整改|任务|计划完成)(?:时限|期限|时间|频次|频率|周期|日期|进度)|时限|期限|时间节点|时间安排|时间要求|进度安排|进度要求|进度|截止时间|截止日期|时间)(?:要求|节点|安排)?)";
    private const string Other = "(?<other>(?:责任|分管|牵头|主管|督办|包抓|挂点)(?:市|县|区|省)?领导|责任人|负责人|联系人|联络员|联系电话|联系方式|电话|备注)";
    private const string Any = "(?:" + Lead + "|" + Cooperate + "|" + Responsible + "|" + Time + "|" + Other + ")";

    // Between brackets a label needs no colon: 【责任单位】市教委. Before a colon it may have its own note: 责任单位(排第一的为牵头单位):
    [GeneratedRegex(
        @"\G\s*(?:[\[(]\s?" + Any + @"\s?[\])]\s*:?|" + Any + @"(?:\([^()]{1,14}\))?\s*:|" + "(?:" + Lead + "|" + Cooperate + "|" + Responsible + @")(?=\s+\p{L})|"
        + @"(?<lead>牵头|主办)\s*:|(?<cooperate>配合|协办)\s*:|(?<responsible>责任|负责)\s*:)\s*",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Label();

    [GeneratedRegex(Any + @"(?:\([^()]{1,14}\))?\s*:", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Inner();

    [GeneratedRegex("^" + Any + @"(?:\([^()]{1,14}\))?$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Column();

    [GeneratedRegex(
        @"(?<=^|[。;!?,)\]\s])(?:[\[(]\s?" + Any + @"\s?[\])]\s*:?|" + Any + @"(?:\([^()]{1,14}\))?\s*:)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Start();
}
