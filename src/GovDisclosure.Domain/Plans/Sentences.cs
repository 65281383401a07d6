namespace GovDisclosure.Domain.Plans;

/// <summary>Where sentences end, in folded words.</summary>
internal static class Sentences
{
    /// <summary>What ends a sentence in an official document. A half-width full stop does not: it stands in numbers and names.</summary>
    public static bool IsEnd(char c) => c is '。' or '!' or '?';

    /// <summary>What parts the clauses of a sentence; 、 only parts the words of a list.</summary>
    public static bool IsClauseEnd(char c) => IsEnd(c) || c is ',' or ';' or ':';

    /// <summary>Says whether a line ends where a paragraph may end: with a sentence, a clause of a list, or a bracket.</summary>
    public static bool Closes(string folded) => folded.Length > 0 && (IsEnd(folded[^1]) || folded[^1] is ';' or ':' or ')' or ']');

    /// <summary>Returns the index of the end of the first sentence from <paramref name="start"/>, or -1.</summary>
    public static int FirstEnd(string folded, int start)
    {
        var found = folded.AsSpan(start).IndexOfAny('。', '!', '?');
        return found < 0 ? -1 : start + found;
    }
}
