using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>One text being read for time phrases: which of its characters are taken, and by what.</summary>
internal sealed class PhraseScan
{
    private readonly bool[] taken;
    private readonly List<ParsedDeadline> found = [];

    public PhraseScan(Words words, int? year)
    {
        Words = words;
        Year = year;
        taken = new bool[words.Length];
        TakeTitles();
    }

    public Words Words { get; }

    public string Text => Words.Text;

    public string Folded => Words.Folded;

    /// <summary>The plan's year, for dates without one.</summary>
    public int? Year { get; }

    /// <summary>Says whether the words have one of a few characters; a rule that needs one is not tried without.</summary>
    public bool HasAny(ReadOnlySpan<char> characters) => Folded.AsSpan().IndexOfAny(characters) >= 0;

    /// <summary>Says whether the words have a word that a rule needs.</summary>
    public bool Has(string word) => Folded.Contains(word, StringComparison.Ordinal);

    public void Apply(bool mayMatch, Regex rule, Func<PhraseScan, Match, ParsedDeadline?> read)
    {
        if (!mayMatch)
        {
            return;
        }

        foreach (Match match in rule.Matches(Folded))
        {
            if (!IsTaken(match) && read(this, match) is { } deadline)
            {
                found.Add(deadline);
                taken.AsSpan(match.Index, match.Length).Fill(true);
            }
        }
    }

    /// <summary>Adds the demand of a stretch, unless a character of it is taken.</summary>
    public void Add(int start, int end, Func<string, ParsedDeadline> read)
    {
        if (!taken.AsSpan(start, end - start).Contains(true))
        {
            found.Add(read(Text[start..end]));
            taken.AsSpan(start, end - start).Fill(true);
        }
    }

    public DeadlineReading Finish(Regex looksLikeTime)
    {
        var unread = looksLikeTime.Matches(Folded).Where(match => !IsTaken(match))
            .Select(match => (match.Index, Text.Substring(match.Index, match.Length))).ToList();
        found.Sort((left, right) => left.TextOffset.CompareTo(right.TextOffset));
        return new DeadlineReading(found, unread);
    }

    private bool IsTaken(Match match) => taken.AsSpan(match.Index, match.Length).Contains(true);

    // 落实《关于定期公开…的办法》: the title is a name. One that nobody closes is none.
    private void TakeTitles()
    {
        var open = -1;
        for (var at = 0; at < Folded.Length; at++)
        {
            if (Folded[at] == '《')
            {
                open = open < 0 ? at : open;
            }
            else if (Folded[at] == '》' && open >= 0)
            {
                if (at + 1 >= Folded.Length || !Folded.AsSpan(at + 1).StartsWith("》", StringComparison.Ordinal))
                {
                    taken.AsSpan(open, at - open + 1).Fill(true);
                    open = -1;
                }
            }
            else if (Folded[at] is '。' or '\n')
            {
                open = -1;
            }
        }
    }
}
