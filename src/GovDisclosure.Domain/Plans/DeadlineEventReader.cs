using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>Finds the words for what starts a clock, in the sentence before the clock's phrase.</summary>
/// <remarks>
/// Two ways of saying it: 在作出行政处罚决定之日起20个工作日内, 文件公开后3个工作日内 (the event stands before 之日起 or 后), and
/// 会议议定的重大决策事项,除…外,要在3个工作日内 (the clause that the sentence is about is the event).
/// </remarks>
internal static partial class DeadlineEventReader
{
    // Events are named in a few words; a longer run is no event and would only make the search slow.
    private const int LongestSentence = 200;

    public static string? Read(string text, int phraseOffset)
    {
        var start = phraseOffset;
        while (start > 0 && phraseOffset - start < LongestSentence && !Sentences.IsEnd(text[start - 1]) && !IsSemicolon(text[start - 1]))
        {
            start--;
        }

        var before = Connective().Replace(text[start..phraseOffset], string.Empty);
        var clauses = Clauses(before);
        if (clauses.Count == 0)
        {
            return null;
        }

        if (After().Match(clauses[^1]) is { Success: true } after)
        {
            return NullIfEmpty(Preposition().Match(after.Groups["event"].Value) is { Success: true } preposition
                ? after.Groups["event"].Value[(preposition.Index + preposition.Length)..]
                : after.Groups["event"].Value);
        }

        var subject = clauses.FindLast(clause => !Exception().IsMatch(clause));
        return subject is null ? null : NullIfEmpty(Topic().Replace(subject, string.Empty));
    }

    private static bool IsSemicolon(char c) => c is ';' or FullWidth.Semicolon;

    private static List<string> Clauses(string words) =>
        [.. words.Split([',', FullWidth.Comma], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static string? NullIfEmpty(string words) => words.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    // Between the event and the phrase: 应, 要在, 应当于.
    [GeneratedRegex(
        @"(?:(?:应当|必须|应|要|须|需)?[在于]|(?<=^|[,\uFF0C后起])(?:应当|必须|应|要|须|需))$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Connective();

    [GeneratedRegex(
        "^(?<event>.+?)(?:之日起|之日后|之后|以后|后|之日|起)的?$",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex After();

    // 自 and 从 begin the event even behind a 在 of place; 关于, 对于, 现在 and the like are other words.
    [GeneratedRegex(
        "^.*?(?:自(?!己|身|主|行|然)|从(?!事|业))|^.*?(?:(?<![现存正所实])在(?!线|建|施)|(?<![关对由属用等位基])于)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Preposition();

    [GeneratedRegex("^除.*外$", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Exception();

    [GeneratedRegex("^(?:对于|对|凡是?)", Patterns.Options, Patterns.Timeout)]
    private static partial Regex Topic();
}
