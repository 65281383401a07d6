namespace GovDisclosure.Domain.Plans;

/// <summary>Where sentences end.</summary>
internal static class Sentences
{
    /// <summary>What ends a sentence in an official document. A half-width full stop does not: it stands in numbers and names.</summary>
    public static bool IsEnd(char c) => c is '。' or '!' or '?' or FullWidth.Exclamation or FullWidth.Question;

    /// <summary>What parts the clauses of a sentence; 、 only parts the words of a list.</summary>
    public static bool IsClauseEnd(char c) => IsEnd(c) || c is ',' or ';' or ':' or FullWidth.Comma or FullWidth.Semicolon or FullWidth.Colon;

    /// <summary>Returns the index of the end of the first sentence from <paramref name="start"/>, or -1.</summary>
    public static int FirstEnd(string text, int start)
    {
        for (var at = start; at < text.Length; at++)
        {
            if (IsEnd(text[at]))
            {
                return at;
            }
        }

        return -1;
    }
}
