using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>An attribution in a paragraph: its place with brackets and full stop, and what the words inside say.</summary>
/// <param name="Start">Where it begins, its bracket included.</param>
/// <param name="End">Where it ends, with the punctuation that closes the task.</param>
/// <param name="WordsStart">Where its own words begin.</param>
/// <param name="WordsEnd">Where they end.</param>
/// <param name="Reading">What they say.</param>
internal sealed record FoundAttribution(int Start, int End, int WordsStart, int WordsEnd, AttributionReading Reading);

/// <summary>Finds the attributions of a paragraph among its other brackets and sentences.</summary>
/// <remarks>
/// Four ways to write one, in the order in which they are looked for: in brackets (市教委负责); behind a label (责任单位:市教委); a sentence
/// of its own (市教委牵头,各区政府配合。); and, where a paragraph would be left without, the end of a clause (由市教委负责).
/// </remarks>
internal static partial class AttributionFinder
{
    /// <summary>Returns the attributions from a place on, in order; none overlap.</summary>
    public static IReadOnlyList<FoundAttribution> Find(Words words, int start, KnownNames known)
    {
        var bracketed = Bracketed(words, start, known);
        var labelled = bracketed.Add(Labelled(words, start, known, bracketed));
        return labelled.Add(Sentence(words, start, known, labelled)).All;
    }

    /// <summary>Returns attributions at the ends of clauses: 公开预算,由市财政局负责;公开决算,由市审计局负责。</summary>
    public static IReadOnlyList<FoundAttribution> FindInClauses(Words words, int start, KnownNames known)
    {
        var found = new List<FoundAttribution>();
        foreach (var match in By().Matches(words.Folded, start).Concat(Plain().Matches(words.Folded, start)).OrderBy(match => match.Index))
        {
            var from = match.Groups["words"].Index;
            var to = from + match.Groups["words"].Length;
            if ((found.Count == 0 || found[^1].End <= from) && AttributionReader.TryReadLine(words.Slice(from, to), known) is { IsBare: false } reading)
            {
                found.Add(new FoundAttribution(from, Closing(words.Folded, to), from, to, reading));
            }
        }

        return found;
    }

    private static FoundList Bracketed(Words words, int start, KnownNames known)
    {
        var found = new List<FoundAttribution>();
        var end = start;
        foreach (var (open, close) in Brackets(words.Folded, start))
        {
            // A bracket inside an attribution (市委宣传部(市新闻办)牵头) belongs to it.
            if (open < end || close - open - 1 > AttributionReader.LongestAttribution || IsLabelAlone(words.Folded, open, close)
                || AttributionReader.TryRead(words.Slice(open + 1, close), known) is not { } reading
                || !Stands(words.Folded, start, open, close, reading.IsBare))
            {
                continue;
            }

            end = Closing(words.Folded, Math.Min(close + 1, words.Length));
            found.Add(new FoundAttribution(open, end, open + 1, close, reading));
        }

        return new FoundList(found);
    }

    private static List<FoundAttribution> Labelled(Words words, int start, KnownNames known, FoundList others)
    {
        var found = new List<FoundAttribution>();
        var end = start;
        foreach (var label in AttributionLabels.Starts(words.Folded, start))
        {
            if (label < end || others.Next(label) is { } around && around.Start <= label)
            {
                continue;
            }

            // The lists of several labels in a row make one attribution, whatever stops between them.
            var stop = label;
            do
            {
                var sentence = Sentences.FirstEnd(words.Folded, stop);
                stop = sentence < 0 ? words.Length : Closing(words.Folded, sentence + 1);
            }
            while (stop < words.Length && AttributionLabels.TryRead(words.Folded, stop, out _, out _));

            if (others.Next(label) is { } next && next.Start < stop)
            {
                stop = next.Start;
            }

            var to = Opening(words.Folded, label, stop);
            if (AttributionReader.TryRead(words.Slice(label, to), known) is { } reading)
            {
                found.Add(new FoundAttribution(label, stop, label, to, reading));
                end = stop;
            }
        }

        return found;
    }

    private static List<FoundAttribution> Sentence(Words words, int start, KnownNames known, FoundList others)
    {
        var found = new List<FoundAttribution>();
        for (var from = start; from < words.Length;)
        {
            var sentence = Sentences.FirstEnd(words.Folded, from);
            var stop = sentence < 0 ? words.Length : sentence + 1;
            var (begin, to) = LineReader.Trim(words.Text, from, sentence < 0 ? stop : sentence);
            if (to > begin && to - begin <= AttributionReader.LongestAttribution
                && !(others.Next(begin) is { } next && next.Start < to)
                && (RoleWords.MayClose(words.Folded.AsSpan(begin, to - begin)) || IsBareLine(words.Folded, start, begin, to, stop))
                && AttributionReader.TryReadLine(words.Slice(begin, to), known) is { } reading
                && (reading.Times.All(time => time.Labelled) || RoleWords.AtEnd(words.Folded[begin..to]).Success)
                && (!reading.IsBare || IsBareLine(words.Folded, start, begin, to, stop)))
            {
                found.Add(new FoundAttribution(begin, Closing(words.Folded, stop), begin, to, reading));
            }

            from = stop;
        }

        return found;
    }

    // A single name on a line may be a signature, or a heading without its number; a list of them is whose task it is.
    private static bool IsBareLine(string folded, int start, int begin, int to, int stop) =>
        start == 0 && begin == 0 && stop == folded.Length && folded.AsSpan(begin, to - begin).Contains('、');

    // Half-width and full-width brackets pair with each other, and round with square ones: copied documents mix them. A bracket that
    // nobody closes reaches to the end of the words.
    private static IEnumerable<(int Open, int Close)> Brackets(string folded, int start)
    {
        var pairs = new List<(int Open, int Close)>();
        var open = new Stack<int>();
        for (var at = start; at < folded.Length; at++)
        {
            if (folded[at] is '(' or '[')
            {
                open.Push(at);
            }
            else if (folded[at] is ')' or ']' && open.TryPop(out var from))
            {
                pairs.Add((from, at));
            }
        }

        if (open.TryPop(out var last))
        {
            pairs.Add((last, Opening(folded, last + 1, folded.Length)));
        }

        return pairs.OrderBy(pair => pair.Open);
    }

    // 【责任单位】市教委: the bracket holds the label alone, and the list stands behind it.
    private static bool IsLabelAlone(string folded, int open, int close) =>
        close < folded.Length && AttributionLabels.TryRead(folded, open, out _, out var length) && open + length > close;

    /// <summary>
    /// An attribution stands where a sentence or a clause ends, before it or behind it; a bracket in the middle of one (联席会议(市教委牵头)
    /// 每季度…) explains a word. A bare list explains more often, so it must close a sentence.
    /// </summary>
    private static bool Stands(string folded, int start, int open, int close, bool bare)
    {
        var before = open - 1;
        while (before >= start && LineReader.IsLayout(folded[before]))
        {
            before--;
        }

        var after = close + 1;
        while (after < folded.Length && LineReader.IsLayout(folded[after]))
        {
            after++;
        }

        var begins = before < start || Sentences.IsEnd(folded[before]) || folded[before] is ';' or ')' or ']';
        var ends = after >= folded.Length || Sentences.IsEnd(folded[after]) || folded[after] is ';';
        if (bare)
        {
            return begins || ends;
        }

        return begins || ends || folded[before] is ',' or ':' || folded[after] is ',' or '、' or '(' or '[' or ':'
            || HeadingReader.TryRead(folded, after) is not null || TaskVerb().IsMatch(folded, after);
    }

    // Some plans put the full stop behind the attribution: it closes the task, it opens none.
    private static int Closing(string folded, int end)
    {
        while (end < folded.Length && (Sentences.IsClauseEnd(folded[end]) || folded[end] == '、' || LineReader.IsLayout(folded[end])))
        {
            end++;
        }

        return end;
    }

    private static int Opening(string folded, int start, int end)
    {
        while (end > start && (Sentences.IsClauseEnd(folded[end - 1]) || LineReader.IsLayout(folded[end - 1])))
        {
            end--;
        }

        return end;
    }

    [GeneratedRegex(
        @"\G(?:推进|推动|做好|加强|公开|公布|发布|完善|建立|健全|及时|定期|加大|深化|落实|开展|组织|编制|制定|修订|规范|优化|提升|强化|全面|积极|主动|探索|绘制|开通|开设|打造|办好|实行|实施|严格|统一|整合|拓展|畅通|对|围绕|依托)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex TaskVerb();

    // The clause must be done with: 由相关部门做好招投标… is what somebody does, not whose task it is.
    [GeneratedRegex(
        @"(?<=^|[,;。:、\s]|工作|任务|事项)(?<words>由[^,;。:!?]{2,80}(?:负责|牵头|落实|承办|主办|实施|办理|配合|协助|推进|完成)(?:,[^,;。:!?]{2,80}(?:配合|协助|协办|参与|负责|落实))?)(?=$|[;。,!])",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex By();

    // Without 由 the words must begin the clause and close it: 县编办牵头,县直各部门负责,3月底前公布。
    [GeneratedRegex(
        @"(?<=^|[,;。:!?\s])(?<words>(?!由)[^,;。:!?\s]{2,60}(?:牵头(?:负责|落实|组织实施|实施)?|负责(?:落实|实施|办理)?)(?:,[^,;。:!?\s]{2,80}(?:配合|协助|协办|参与|负责|落实))*)(?=$|[;。,!])",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Plain();

    /// <summary>Attributions in order, none overlapping.</summary>
    private sealed record FoundList(List<FoundAttribution> All)
    {
        public FoundList Add(List<FoundAttribution> more)
        {
            if (more.Count == 0)
            {
                return this;
            }

            List<FoundAttribution> all = [.. All, .. more];
            all.Sort((left, right) => left.Start.CompareTo(right.Start));
            return new FoundList(all);
        }

        /// <summary>Returns the first attribution that ends behind a place.</summary>
        public FoundAttribution? Next(int place)
        {
            var (low, high) = (0, All.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = All[middle].End > place ? (low, middle) : (middle + 1, high);
            }

            return low < All.Count ? All[low] : null;
        }
    }
}
