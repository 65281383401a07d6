using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Knows where 、 stands inside one phrase for a set of agencies instead of between two names.</summary>
/// <remarks>
/// 各 or a level reaches over it to what has no name of its own: 各市(州)、县(市、区)人民政府, 各乡镇、街道, 市政府各委、办、局, 市直各部门、单位,
/// 市、区政府各部门. 各区、各部门 are two, since each has its own 各.
/// </remarks>
internal static partial class GroupPhrases
{
    /// <summary>Says whether the element after 、 goes on with the phrase before it.</summary>
    public static bool GoesOn(string before, string after) =>
        OneLevel().IsMatch(before)
        || (EachLevel().IsMatch(before) && BareLevel().IsMatch(after))
        || (EachKind().IsMatch(before) && BareKind().IsMatch(after))
        || (Concerned().IsMatch(before) && BareBody().IsMatch(after));

    private const string Level = "(?:省|市|州|地区|盟|区|县|旗|乡|镇|街道|街|村|社区|园区|县区|市区|区县|县市区|市县区|市州|乡镇|镇街|镇乡|开发区|高新区|功能区|管理区|新区)";
    private const string Note = @"(?:\([^()]{1,16}\))?";

    // 市、县(区)人民政府; also within the phrase, behind a comma of its own: 省、市、县三级.
    [GeneratedRegex("^(?:本)?(?:省|市|州|区|县|镇|乡)(?:、(?:省|市|州|区|县|镇|乡))*$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex OneLevel();

    [GeneratedRegex("各" + Level + Note + "(?:(?:人民)?政府)?(?:、" + Level + Note + ")*$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex EachLevel();

    [GeneratedRegex("^" + Level + Note + "(?:(?:人民)?政府|党工委|管委会|管理委员会|办事处|党委|政府办公室)?" + Note + "$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex BareLevel();

    [GeneratedRegex("各(?:委|办|局|部|厅|室|中心|直属机构)(?:、(?:委|办|局|部|厅|室))*$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex EachKind();

    [GeneratedRegex("^(?:委|办|局|部|厅|室|行|社|会|直属机构|直属单位|办事机构|派出机构)$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex BareKind();

    [GeneratedRegex("(?:各|相关|有关|市直|县直|省直|区直|市级|县级|区级|州直)(?:职能|业务|主管|责任|成员|行政|行业|市直|县直|省直|区直|市级)*(?:部门|单位|机构|委办局|委局)$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Concerned();

    [GeneratedRegex("^(?:部门|单位|机构|企业|企事业单位|地区|地方|直属机构|派出机构|企业集团)$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex BareBody();
}
