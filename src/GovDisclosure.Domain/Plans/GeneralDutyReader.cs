using System.Text.RegularExpressions;

namespace GovDisclosure.Domain.Plans;

/// <summary>One sentence of the closing paragraph and on whom it lies.</summary>
internal sealed record GeneralDuty(int Start, int End, IReadOnlyList<string> Addressees);

/// <summary>Reads a closing paragraph into general duties, one a sentence.</summary>
/// <remarks>
/// The paragraph names its addressees at its head (各区政府、市政府各部门要…) and its sentences lie on them. A sentence that names somebody
/// outside them at its own head (市政府办公厅将…) lies on that one; one that names only some of them (各区政府要健全专门工作机构,市、区政府各部门
/// 要配齐…) goes on to the others further in and lies on all.
/// </remarks>
internal static partial class GeneralDutyReader
{
    /// <summary>Returns the names that a paragraph is addressed to; none where it is no closing paragraph.</summary>
    public static IReadOnlyList<string> Addressees(Words sentence)
    {
        var match = Address().Match(sentence.Folded);
        if (!match.Success)
        {
            return [];
        }

        var names = AgencyListReader.Read(sentence.Slice(0, match.Groups["names"].Length), KnownNames.None).Names;
        return names.All(AgencyListReader.LooksLikeName) ? names : [];
    }

    /// <summary>Returns the sentences of a stretch; words after the last full stop are none.</summary>
    public static IReadOnlyList<GeneralDuty> Read(Words words, int start, int stop, IReadOnlyList<string> paragraphAddressees)
    {
        var duties = new List<GeneralDuty>();
        for (var end = Sentences.FirstEnd(words.Folded, start); end >= 0 && end < stop; end = Sentences.FirstEnd(words.Folded, start))
        {
            var (from, to) = LineReader.Trim(words.Text, start, end + 1);
            var own = Addressees(words.Slice(from, Math.Min(to, from + LongestAddress)));
            duties.Add(new GeneralDuty(from, to, own.All(paragraphAddressees.Contains) ? paragraphAddressees : own));
            start = end + 1;
        }

        return duties;
    }

    private const int LongestAddress = 80;

    [GeneratedRegex(
        "^(?<names>[^,。;]{2,60}?)(?:要|应|须|必须|将)",
        Patterns.Options,
        Patterns.Timeout)]
    private static partial Regex Address();
}
