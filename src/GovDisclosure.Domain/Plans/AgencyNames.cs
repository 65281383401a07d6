using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Knows how the name of an agency or a group looks in folded words; which ones exist is the register's to say.</summary>
internal static partial class AgencyNames
{
    private const int LongestName = 40;

    /// <summary>What the name of a body ends in.</summary>
    public const string Ending =
        @"[局委办厅部处院署心会府门位构司团社台队馆站所校行组乡镇道街区县市室学联协大业园村旗州盟段库旅庭家属片股科厂港系地场级线直方)]";

    /// <summary>Endings that stand inside no name before 和 or 及: 市社会 is none of them.</summary>
    public const string FirmEnding =
        "(?:[局委办厅署所馆台站校]|中心|委员会|办公室|政府|公司|集团|法院|检察院|银行|支行|分行|大学|学院|部门|单位|机构|联合会|协会|商会|管委会|总工会|工会|宣传部|组织部|统战部|政法委|妇联|残联|工商联|文联|科协|侨联|支队|大队|总队|海关|街道|乡镇|乡|园区|开发区|示范区|新区|高新区|人大|政协|人大常委会|小组|企业|办事处|主管部|\\))";

    /// <summary>Says whether words read as the name of an agency or a group.</summary>
    public static bool LooksLikeName(string folded) => folded.Length is >= 2 and <= LongestName && Shape().IsMatch(folded);

    /// <summary>
    /// Says whether words can hardly be anything but such a name: they begin like one or end like one beyond doubt, and hold no verb.
    /// Where neither brackets nor a label mark an attribution, nothing less will do.
    /// </summary>
    public static bool IsPlainlyName(string folded) =>
        LooksLikeName(folded) && (folded.Length > 2 || folded[1] == '委') && !Prose().IsMatch(folded) && (Beginning().IsMatch(folded) || Certain().IsMatch(folded));

    /// <summary>Says whether a name stands for a set (各区政府, 市政府相关部门) instead of one agency.</summary>
    public static bool IsGroup(string folded) => Group().IsMatch(folded);

    [GeneratedRegex(@"^[\p{L}\d“”""()\[\]·、-]+" + Ending + "$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Shape();

    [GeneratedRegex(
        "^(?:[市省县区州盟旗镇乡国中各相有全团驻其所直自军]|人民|北京|上海|天津|重庆|纪委|公安|财政|教育|司法|审计|统计|民政|税务|气象)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        "(?:[局委厅]|办公室|政府|政府办|政办|府办|中心|公司|集团|法院|检察院|银行|委员会|管委会|联合会|办事处|妇联|残联|工商联|支队|大队|总队|街道|宣传部|组织部|统战部|政法委|工会|开发区|高新区|园区|领导小组|成员单位|..(?<!主|承|举|协|督|交|转|经|开|创)办|室|.院|站|分局|税务所|管理所|监管所)$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Certain();

    // Words of sentences. Some are parts of names as well: 对外, 政务公开办, 政务服务.
    [GeneratedRegex(
        "[要须把将的应让使并]|对(?!外|口|台)|在(?!线)|为(?!民)|是|以(?!上|下)|做好|加强|进一步|认真|开展|完善|建立|确保|通过|制定|组织实施|严格|切实|按照|根据|结合|以及|[0-9]{2}|公开(?!办|领导|科|处|中心|工作|协调|室)|落实(?!办|局)|推进(?!办|局|工作|领导|中心)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Prose();

    [GeneratedRegex("各|相关|有关|成员单位|其他|其它|所有|全体|部门$|单位$|所属", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Group();
}
