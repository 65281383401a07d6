namespace GovDisclosure.Web.Pages.Office.Plans;

/// <summary>The places of a text behind which another task may begin.</summary>
internal static class SentenceEnds
{
    /// <summary>How many characters of what begins there a choice shows.</summary>
    public const int Shown = 40;

    private const int Most = 60;

    /// <summary>The places behind sentences, clauses of an enumeration and lines, in order.</summary>
    public static IEnumerable<int> Of(string text) =>
        text.Index().Where(found => found.Item is '。' or '；' or ';' or '\n').Select(found => found.Index + 1).Take(Most);
}
