using System.Buffers;
using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>The words of an attribution that say what the names before them do.</summary>
internal static partial class RoleWords
{
    private static readonly SearchValues<char> RoleEnds = SearchValues.Create("责头合实办与加施担理行成进作位展助同持");

    /// <summary>Words that make an attribution of a bracket; most brackets of a plan have none.</summary>
    public static bool Any(string folded) => Word().IsMatch(folded);

    /// <summary>Says cheaply whether a sentence may be an attribution; most of a plan's sentences are let through without a closer look.</summary>
    public static bool MayClose(ReadOnlySpan<char> sentence)
    {
        var tail = sentence.Length > 4 ? sentence[^4..] : sentence;
        return tail.ContainsAny(RoleEnds) || sentence.Contains("会同", StringComparison.Ordinal);
    }

    /// <summary>The words for a role that close a clause.</summary>
    public static Match AtEnd(string clause) => Closing().Match(clause);

    /// <summary>The next words for a role with a new name behind them and no comma between: 市教委牵头各区政府配合.</summary>
    public static Match Within(string clause, int start) => Inner().Match(clause, start);

    /// <summary>X会同Y: X leads and Y cooperates.</summary>
    public static Match Together(string clause) => JoinedBy().Match(clause);

    /// <summary>市教委(牵头): the role of one name of a list.</summary>
    public static Match Mark(string name) => NameMark().Match(name);

    public static AssignmentRole RoleOf(Match role) =>
        role.Groups["cooperate"].Success ? AssignmentRole.Cooperating
        : !role.Groups["lead"].Success ? AssignmentRole.Responsible
        : role.Groups["divided"].Success ? AssignmentRole.JointLead
        : AssignmentRole.Lead;

    private const string Divided =
        "(?<divided>(?:按照?|根据|依据|依照|依|结合)(?:各自)?的?(?:工作)?(?:职责|职能|职权|任务|权限|分工)(?:任务)?(?:分工|范围|要求)?|在?(?:各自)?职责范围内|分别|分头|各自|分工|各负其责)*";
    private const string Manner = "(?:参照|作为|为|是|共同|具体|联合|统一|统筹|认真|密切|积极|主要|直接|协同|一并|同步|予以|给予|加以)*";
    private const string Lead = "(?<lead>(?:负责)?牵头|主办|主责|总负责)(?:负责|组织|协调|统筹|落实|实施|推进|推动|办理|抓总|抓好|开展|完成|会同|并|责任|单位|部门)*";
    private const string Cooperate = "(?<cooperate>配合|协办|协助|参与|参加|支持|协同|指导|督导)(?:做好|抓好|负责|落实|实施|推进|推动|办理|完成|开展|工作|责任|单位|部门)*";
    private const string Carry = "(?:负责(?!人|同志)(?:组织|具体|抓好|督促|统筹|协调|指导|推进|推动|贯彻|落实|实施|办理|完成|执行|并)*|责任(?:单位|部门))";

    [GeneratedRegex("牵头|负责|落实|配合|协助|协办|主办|主责|承办|参与|参加|会同|实施|推进|承担|办理|执行|完成|指导|督导|支持|责任", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Word();

    // 负责监督检查: what the names are responsible for, in a few words that are no name themselves.
    [GeneratedRegex(
        Divided + Manner + "(?:" + Lead + "|" + Cooperate + "|" + Carry
        + @"|负责(?!人|同志|[\p{L}]{0,8}(?:[局委办厅院]|部门|单位|政府|中心)[。\s]*$)\p{L}{1,8}|(?:抓好|做好|组织|贯彻|推动|督促)*(?:落实|实施|承办|承担|办理|推进|完成|执行|开展)(?:落实|到位)?)(?:工作|该项工作|此项工作)?[。\s]*$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Closing();

    [GeneratedRegex(
        Divided + Manner + "(?:" + Lead + "|" + Cooperate + "|" + Carry + @")\s*(?=、?(?:由|并由|[市省县区州各团国]\p{L}|有关|相关|其他|会同|商))",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Inner();

    [GeneratedRegex("(?<=.)会(?:同|商)(?=.)|^会同(?=.)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex JoinedBy();

    [GeneratedRegex(
        @"[(\[](?:(?<lead>牵头|主办|主责|总牵头)|(?<cooperate>配合|协办|协助|参与)|负责|责任|落实|承办)(?:责任|负责)?(?:单位|部门)?[)\]]$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex NameMark();
}
