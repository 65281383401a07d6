using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>The names of one list.</summary>
/// <param name="Names">The names as written, in order.</param>
/// <param name="Open">The list ends in 等, with or without a word for the rest: others than those named may be meant.</param>
public sealed record AgencyList(IReadOnlyList<string> Names, bool Open);

/// <summary>Reads a list of agencies and groups such as 市科委、中关村管委会、各区政府.</summary>
/// <remarks>
/// It knows how a name looks, not which agencies exist: that is the importer's, which has the list of the day. A group phrase
/// (市政府各部门) is one name. A tail such as 等公共资源交易监管部门 closes an enumeration and is no name.
/// </remarks>
public static partial class AgencyListReader
{
    private const int LongestName = 40;

    /// <summary>Reads the names of a list.</summary>
    public static AgencyList Read(string words)
    {
        var names = new List<string>();
        var open = false;
        foreach (var element in words.Split(['、', '/', FullWidth.Slash], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var listed = element;
            if (OpenTail().Match(element) is { Success: true } tail)
            {
                open = true;
                listed = element[..tail.Index];
            }

            foreach (var name in Conjunction().Split(listed))
            {
                if (name.Trim() is { Length: > 0 } trimmed)
                {
                    names.Add(trimmed);
                }
            }
        }

        return new AgencyList(names, open);
    }

    /// <summary>Says whether words read as the name of an agency or a group.</summary>
    public static bool LooksLikeName(string name) => name.Length is >= 2 and <= LongestName && NameShape().IsMatch(name);

    /// <summary>Says whether a name stands for a set (各区政府, 市政府相关部门) instead of one agency.</summary>
    public static bool IsGroupPhrase(string name) => GroupWord().IsMatch(name);

    // 等 closes a list only behind the end of a name: not in 高等教育.
    [GeneratedRegex(
        @"(?<=^|[局委办厅部处院署心会府门位构司团社台队馆站所校组乡镇道区县室])等(?:[\p{L}\p{P}]{0,30}(?:部门|单位|机构|委办局))?$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex OpenTail();

    // 和 parts two names only where the left reads as finished and the right as begun: not in 市发展和改革委员会.
    [GeneratedRegex(
        "(?<=[局委办厅部处院署心会府门位构司])(?:以及|和|及|与)(?=[市区县各省国相有首北])",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Conjunction();

    [GeneratedRegex(
        @"^[\p{L}\d“”()\uFF08\uFF09·]+[局委办厅部处院署心会府门位构司团社台队馆站所校行组乡镇道区县市室学)\uFF09]$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex NameShape();

    [GeneratedRegex("各|相关|有关", Patterns.Options, Patterns.Timeout)]
    private static partial Regex GroupWord();
}
