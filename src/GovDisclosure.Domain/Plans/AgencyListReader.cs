using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>The names of one list.</summary>
/// <param name="Names">The names as written, in order.</param>
/// <param name="Open">The list ends in 等, with or without a word for the rest: others than those named may be meant.</param>
public sealed record AgencyList(IReadOnlyList<string> Names, bool Open);

/// <summary>Reads a list of agencies and groups such as 市科委、中关村管委会、各区政府.</summary>
/// <remarks>
/// Names known from a register are taken first, the longest that fits; the others by how a name looks. A group phrase (市政府各部门) is
/// one name, also with 、 inside (<see cref="GroupPhrases"/>). A tail such as 等公共资源交易监管部门 closes an enumeration and is no name. What
/// brackets hold belongs to the name before them.
/// </remarks>
public static partial class AgencyListReader
{
    /// <summary>Reads the names of a list.</summary>
    public static AgencyList Read(string words) => Read(words, KnownNames.None);

    /// <summary>Reads the names of a list, with the names of a register.</summary>
    public static AgencyList Read(string words, KnownNames known)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(known);
        return Read(Words.Of(words), known);
    }

    /// <summary>Says whether words read as the name of an agency or a group.</summary>
    public static bool LooksLikeName(string name) => AgencyNames.LooksLikeName(Folding.Fold(name));

    /// <summary>Says whether a name stands for a set (各区政府, 市政府相关部门) instead of one agency.</summary>
    public static bool IsGroupPhrase(string name) => AgencyNames.IsGroup(Folding.Fold(name));

    internal static AgencyList Read(Words words, KnownNames known)
    {
        var names = new List<string>();
        var spans = new List<(int Start, int End)>();
        var open = false;
        foreach (var (start, end) in Elements(words.Folded, known))
        {
            var at = start;
            var stop = end;
            if (known.LongestAt(words.Folded, start) == end - start)
            {
                spans.Add((start, end));
                continue;
            }

            while (OpenTail().Match(words.Folded, at, stop - at) is { Success: true } tail)
            {
                open = true;
                AddParts(words.Folded, at, tail.Index, spans);
                at = tail.Index + tail.Length;
            }

            AddParts(words.Folded, at, stop, spans);
        }

        foreach (var (start, end) in Merge(words.Folded, spans))
        {
            names.Add(words.Text[start..end]);
        }

        return new AgencyList(names, open);
    }

    // Cuts at 、 and its like outside brackets, and around known names.
    private static List<(int Start, int End)> Elements(string folded, KnownNames known)
    {
        var elements = new List<(int, int)>();
        var start = 0;
        var depth = 0;
        for (var at = 0; at <= folded.Length; at++)
        {
            if (at == start && at < folded.Length && known.LongestAt(folded, at) is > 0 and var length)
            {
                elements.Add((at, at + length));
                at += length;
                var conjunction = Conjoined().Match(folded, at);
                at += conjunction.Length;
                start = at;
                at--;
                continue;
            }

            var c = at < folded.Length ? folded[at] : '、';
            depth += c is '(' or '[' ? 1 : c is ')' or ']' && depth > 0 ? -1 : 0;
            if (at == folded.Length || (depth == 0 && (c is '、' or '/' or ',' || LineReader.IsLayout(c))))
            {
                if (at > start)
                {
                    elements.Add((start, at));
                }

                start = at + 1;
            }
        }

        return elements;
    }

    private static void AddParts(string folded, int start, int end, List<(int Start, int End)> spans)
    {
        var at = start;
        foreach (Match match in Conjunction().Matches(folded[start..end]))
        {
            Add(folded, at, start + match.Index, spans);
            at = start + match.Index + match.Length;
        }

        Add(folded, at, end, spans);
    }

    private static void Add(string folded, int start, int end, List<(int Start, int End)> spans)
    {
        (start, end) = LineReader.Trim(folded, start, end);
        if (end > start)
        {
            spans.Add((start, end));
        }
    }

    private static List<(int Start, int End)> Merge(string folded, List<(int Start, int End)> spans)
    {
        var merged = new List<(int Start, int End)>(spans.Count);
        foreach (var span in spans)
        {
            if (merged.Count > 0 && folded[span.Start - 1] == '、' && span.Start - 1 == merged[^1].End
                && GroupPhrases.GoesOn(folded[merged[^1].Start..merged[^1].End], folded[span.Start..span.End]))
            {
                merged[^1] = (merged[^1].Start, span.End);
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }

    // 等 closes a list only behind the end of a name: not in 高等教育. 等部门和各区政府 goes on.
    [GeneratedRegex(
        "(?<=(?:^|[、(])|" + AgencyNames.Ending + @")等(?:\d{1,2}个?|[一二三四五六七八九十]{1,3}个|多个|若干)?"
        + @"(?:$|(?=各|和|及|以及)|(?:(?!等)[\p{L}\p{P}]){0,30}?(?:部门|单位|机构|委办局|企业|院校|地区)(?:$|(?=[和及与]|以及)))(?:以及|和|及|与)?",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex OpenTail();

    // 和 parts two names only where the left reads as finished and the right as begun: not in 市发展和改革委员会, nor in 相关部门和单位.
    [GeneratedRegex(
        "(?:(?<=" + AgencyNames.FirmEnding + ")(?:以及|和|及|与|并)(?!其(?!他|它|余)|所属|下属|直属|(?:(?:人民)?政府|部门|单位|机构|企业|地区|企事业单位)(?:$|[和及、]))"
        + "|(?<=[部处院心会府门位构司区县市州乡镇村旗道])(?:以及|和|及|与)(?=[市区县州省各相有国首北中]|其他|\\p{L}{1,6}(?:区|县|市|州|乡|镇|旗)(?:人民)?(?:政府)?(?:$|[、和及])))(?=..)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Conjunction();

    [GeneratedRegex(@"\G(?:以及|和|及|与)?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Conjoined();
}
