using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>The texts of the portal as the files have them.</summary>
internal static partial class ResourceFiles
{
    public static string Folder { get; } = Path.Combine(Repository.Web, "Resources");

    /// <summary>The names of the features that have texts.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Folder, "*.resx").Select(file => Path.GetFileName(file).Split('.')[0]).Distinct().Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, string> Read(string name, bool english)
    {
        var pairs = XDocument.Load(Path.Combine(Folder, name + (english ? ".en.resx" : ".resx"))).Root!.Elements("data")
            .Select(data => KeyValuePair.Create(data.Attribute("name")!.Value, data.Element("value")?.Value ?? "")).ToList();
        // XML would take a key twice without a word, and the compiler the last.
        Assert.Distinct(pairs.Select(pair => pair.Key));
        return pairs.ToDictionary();
    }

    /// <summary>The numbers of the placeholders in a text.</summary>
    public static IReadOnlySet<int> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToHashSet();

    [GeneratedRegex(@"\{(\d+)(?:[,:][^}]*)?\}")]
    private static partial Regex Placeholder();
}
