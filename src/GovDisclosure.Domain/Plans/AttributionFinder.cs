namespace GovDisclosure.Domain.Plans;

/// <summary>An attribution in a line: the brackets' place and what the words inside say.</summary>
internal sealed record FoundAttribution(int Start, int End, string Words, AttributionReading Reading);

/// <summary>Finds the attributions of a line among its other brackets.</summary>
internal static class AttributionFinder
{
    public static IReadOnlyList<FoundAttribution> Find(string line, int start)
    {
        var found = new List<FoundAttribution>();
        var end = start;
        foreach (var (open, close) in Brackets(line, start).OrderBy(pair => pair.Open))
        {
            // A bracket inside an attribution (市委宣传部(市新闻办)牵头) belongs to it.
            if (open >= end && AttributionReader.TryRead(line[(open + 1)..close]) is { } reading)
            {
                end = close + 1;
                // Some plans put the full stop behind the bracket: it closes the task, it opens none.
                while (end < line.Length && (Sentences.IsClauseEnd(line[end]) || LineReader.IsLayout(line[end])))
                {
                    end++;
                }

                found.Add(new FoundAttribution(open, end, line[(open + 1)..close], reading));
            }
        }

        return found;
    }

    // Half-width and full-width brackets pair with each other: copied documents mix them.
    private static List<(int Open, int Close)> Brackets(string line, int start)
    {
        var pairs = new List<(int, int)>();
        var open = new Stack<int>();
        for (var at = start; at < line.Length; at++)
        {
            if (line[at] is '(' or '[' or '【' or FullWidth.LeftParenthesis or FullWidth.LeftBracket)
            {
                open.Push(at);
            }
            else if (line[at] is (')' or ']' or '】' or FullWidth.RightParenthesis or FullWidth.RightBracket) && open.TryPop(out var from))
            {
                pairs.Add((from, at));
            }
        }

        return pairs;
    }
}
