using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Finds the words for what starts a clock, in the sentence before the clock's phrase.</summary>
/// <remarks>
/// Two ways of saying it: 在作出行政处罚决定之日起20个工作日内, 文件公开后3个工作日内 (the event stands before 之日起 or 后), and
/// 会议议定的重大决策事项,除…外,要在3个工作日内 (the clause that the sentence is about is the event). Before an event: 会议召开5个工作日前.
/// </remarks>
internal static partial class DeadlineEventReader
{
    // Events are named in a few words; a longer run is no event and would only make the search slow.
    private const int LongestSentence = 200;

    public static string? Read(Words words, int phraseOffset)
    {
        var (clauses, _) = ClausesBefore(words, phraseOffset);
        if (clauses.Count == 0)
        {
            return null;
        }

        // The nearest clause that says what happens first: 突发事件发生后,5小时内发布信息,24小时内举行发布会 has one event for both.
        for (var index = clauses.Count - 1; index >= 0; index--)
        {
            if (After().Match(clauses[index].Folded) is { Success: true } after)
            {
                var happening = after.Groups["event"];
                var skip = Preposition().Match(happening.Value) is { Success: true } preposition ? preposition.Index + preposition.Length : 0;
                return NullIfEmpty(clauses[index].Slice(happening.Index + skip, happening.Index + happening.Length));
            }
        }

        var subject = clauses.FindLastIndex(clause => !Exception().IsMatch(clause.Folded) && !Timed().IsMatch(clause.Folded));
        if (subject >= 0 && Happening().Match(clauses[subject].Folded) is { Success: true } done)
        {
            return NullIfEmpty(clauses[subject].Slice(done.Groups["event"].Index, clauses[subject].Length));
        }

        return subject < 0 ? null : NullIfEmpty(clauses[subject].Slice(Topic().Match(clauses[subject].Folded).Length, clauses[subject].Length));
    }

    /// <summary>Finds the event that a phrase such as 5个工作日前 comes before.</summary>
    public static string? ReadBefore(Words words, int phraseOffset)
    {
        var (clauses, _) = ClausesBefore(words, phraseOffset);
        if (clauses.Count == 0)
        {
            return null;
        }

        var last = clauses[^1];
        var start = Preposition().Match(last.Folded) is { Success: true } preposition ? preposition.Index + preposition.Length : Topic().Match(last.Folded).Length;
        return NullIfEmpty(last.Slice(start, BeforeTail().Match(last.Folded) is { Success: true } tail && tail.Index > start ? tail.Index : last.Length));
    }

    private static (List<Words> Clauses, int Start) ClausesBefore(Words words, int phraseOffset)
    {
        var start = phraseOffset;
        while (start > 0 && phraseOffset - start < LongestSentence && !Sentences.IsEnd(words.Folded[start - 1]) && words.Folded[start - 1] is not (';' or '\n'))
        {
            start--;
        }

        var before = words.Slice(start, phraseOffset);
        before = before.Slice(0, Connective().Match(before.Folded) is { Success: true } connective ? connective.Index : before.Length);
        var clauses = new List<Words>();
        var from = 0;
        for (var at = 0; at <= before.Length; at++)
        {
            if (at == before.Length || before.Folded[at] == ',')
            {
                if (before.Slice(from, at).Trim() is { Length: > 0 } clause)
                {
                    // 形成后2日内发布、变更后24小时内更新: what stands before the 、 has a time of its own.
                    clauses.Add(AnotherTimed().Match(clause.Folded) is { Success: true } other ? clause.Slice(other.Length, clause.Length) : clause);
                }

                from = at + 1;
            }
        }

        return (clauses, start);
    }

    private static string? NullIfEmpty(Words words) => words.Trim() is { Length: > 0 } trimmed ? trimmed.Text : null;

    // Between the event and the phrase: 应, 要在, 应当于.
    [GeneratedRegex(
        @"(?:(?:应当|必须|应|要|须|需|原则上)*[在于]|(?<=^|[,后起])(?:应当|必须|应|要|须|需))$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Connective();

    [GeneratedRegex(
        "^(?<event>.+?)(?:之日起|之时起|之日后|之后|以后|后|之日|起)的?$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex After();

    [GeneratedRegex("(?:之日)?(?:前|至少|应当?|要)*$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex BeforeTail();

    // 抽查结果于抽查完成20个工作日内公示: what is done, without a 后.
    [GeneratedRegex("(?:(?<![关对由属用等位基])于|自|(?<![现存正所实])在)(?<event>[^于自在]{1,16}(?:完成|结束|批准|下达|印发|公布|形成|作出|发布|召开|生效|通过|受理|变更))$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Happening();

    // 自 and 从 begin the event even behind a 在 of place; 关于, 对于, 现在 and the like are other words.
    [GeneratedRegex(
        "^.*?(?:自(?!己|身|主(?!动)|行(?!政)|然)|从(?!事|业))|^.*?(?:(?<![现存正所实])在(?!线|建|施)|(?<![关对由属用等位基])于)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"[\d一二两三四五六七八九十](?:个?工作日|日|天|个?小时|个月)(?:之内|以内|内)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Timed();

    [GeneratedRegex(@"^.*(?:日|天|时|月)(?:之内|以内|内)[^、]*、", Patterns.Options, Patterns.Timeout)]
    private static partial Regex AnotherTimed();

    [GeneratedRegex("^除.*外$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Exception();

    [GeneratedRegex("^(?:对于|对|凡是?)?", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Topic();
}
