using System.Text;

namespace GovDisclosure.Domain.Plans.Tables;

/// <summary>Several words in one cell of a table, such that they come out of it as they went in.</summary>
/// <remarks>An entry that could be taken for two, or for less than it is, stands between “ and ”; a ” within is doubled then.</remarks>
internal sealed class CellList
{
    private const char Open = '“';
    private const char Close = '”';
    private const string Opening = "（(【〔[《";
    private const string Closing = "）)】〕]》";

    private readonly char joint;
    private readonly string parting;
    private readonly bool keepsBrackets;

    private CellList(char joint, string parting, bool keepsBrackets) => (this.joint, this.parting, this.keepsBrackets) = (joint, parting, keepsBrackets);

    /// <summary>Names: 市教委、市财政局. A list that a person wrote may be parted by commas; what stands in brackets is one name's: 县（市、区）政府.</summary>
    public static CellList Names { get; } = new('、', "、，,；;\n", keepsBrackets: true);

    /// <summary>A line for each.</summary>
    public static CellList Lines { get; } = new('\n', "\n", keepsBrackets: false);

    /// <summary>Puts words into a cell.</summary>
    public string Join(IEnumerable<string> words) => string.Join(joint, words.Select(Quote));

    /// <summary>Takes the words out of a cell.</summary>
    public IReadOnlyList<string> Split(string cell)
    {
        var words = new List<string>();
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] == Open && Quoted(cell, at) is var (quoted, behind))
            {
                words.Add(quoted);
                at = behind;
                continue;
            }

            var end = End(cell, at);
            if (cell[at..end].Trim() is { Length: > 0 } plain)
            {
                words.Add(plain);
            }

            at = end;
        }

        return words;
    }

    private string Quote(string word) =>
        word.Length > 0 && word[0] != Open && word == word.Trim() && End(word, 0) == word.Length && IsBalanced(word) ? word : Open + word.Replace("”", "””", StringComparison.Ordinal) + Close;

    // With the place behind the closing mark, where a joint or the end must stand; null where the marks are a name's own.
    private (string Word, int Behind)? Quoted(string cell, int start)
    {
        var word = new StringBuilder();
        for (var at = start + 1; at < cell.Length; at++)
        {
            if (cell[at] != Close)
            {
                word.Append(cell[at]);
            }
            else if (at + 1 < cell.Length && cell[at + 1] == Close)
            {
                word.Append(cell[at++]);
            }
            else
            {
                at++;
                return at == cell.Length || parting.Contains(cell[at], StringComparison.Ordinal) ? (word.ToString(), at) : null;
            }
        }

        return null;
    }

    private int End(string cell, int start)
    {
        var depth = 0;
        for (var at = start; at < cell.Length; at++)
        {
            depth = keepsBrackets ? Depth(depth, cell[at]) : 0;
            if (depth <= 0 && parting.Contains(cell[at], StringComparison.Ordinal))
            {
                return at;
            }
        }

        return cell.Length;
    }

    private bool IsBalanced(string word)
    {
        var depth = 0;
        foreach (var c in word)
        {
            depth = Depth(depth, c);
            if (keepsBrackets && depth < 0)
            {
                return false;
            }
        }

        return !keepsBrackets || depth == 0;
    }

    private static int Depth(int depth, char c) =>
        Opening.Contains(c, StringComparison.Ordinal) ? depth + 1 : Closing.Contains(c, StringComparison.Ordinal) ? depth - 1 : depth;
}
