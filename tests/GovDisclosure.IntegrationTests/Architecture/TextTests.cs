using System.Text.RegularExpressions;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>Both languages say everything, and nothing asks for a text that is not there.</summary>
public sealed partial class TextTests
{
    public static TheoryData<string> Names => [.. ResourceFiles.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Texts_OfAFeature_SameKeysInBothLanguages(string name)
    {
        var chinese = ResourceFiles.Read(name, english: false);
        var english = ResourceFiles.Read(name, english: true);

        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese.Concat(english), pair => Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key));
        Assert.All(chinese.Where(pair => !NamesAMonth(pair.Key)), pair =>
            Assert.True(ResourceFiles.Placeholders(pair.Value).SetEquals(ResourceFiles.Placeholders(english[pair.Key])), pair.Key));
    }

    [Fact]
    public void Texts_AskedForByViewsAndCode_Exist()
    {
        var missing = new List<string>();
        var asked = 0;
        foreach (var file in Directory.EnumerateFiles(Repository.Web, "*.cs*", SearchOption.AllDirectories).Where(IsSource))
        {
            var source = File.ReadAllText(file);
            // Every view has SharedText as Text by _ViewImports; others name what they take.
            var localizers = Localizer().Matches(source).Select(match => (Variable: match.Groups[2].Value, Name: match.Groups[1].Value)).ToHashSet();
            if (file.EndsWith(".cshtml", StringComparison.Ordinal))
            {
                localizers.Add(("Text", "SharedText"));
            }

            foreach (var (variable, name) in localizers)
            {
                var keys = ResourceFiles.Read(name, english: false);
                foreach (Match match in Regex.Matches(source, $@"(?<![\w.]){variable}\[(\$?)""([^""]+)""", RegexOptions.None, TimeSpan.FromSeconds(5)))
                {
                    asked++;
                    if (!Exists(keys, match.Groups[2].Value, isInterpolated: match.Groups[1].Length > 0))
                    {
                        missing.Add($"{Path.GetFileName(file)}: {name} has no '{match.Groups[2].Value}'");
                    }
                }
            }
        }

        Assert.Empty(missing);
        Assert.True(asked > 100);
    }

    [Fact]
    public void Texts_OfAnnotations_AreInFormText()
    {
        var keys = ResourceFiles.Read("FormText", english: false);
        var asked = Directory.EnumerateFiles(Path.Combine(Repository.Web, "Pages"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Annotation().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.Empty(asked.Except(keys.Keys));
    }

    [Fact]
    public void Texts_OfAnnotationsWithoutAMessage_AreInSharedText()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Web, "Infrastructure", "Localization", "ModelMessages.cs"));
        var keys = ResourceFiles.Read("SharedText", english: false);

        Assert.Empty(DefaultMessage().Matches(source).Select(match => match.Groups[1].Value).Distinct().Except(keys.Keys));
    }

    // 10月 is a number in Chinese and a name in English, so each takes another of the values given.
    private static bool NamesAMonth(string key) => key.StartsWith("Period.Month", StringComparison.Ordinal);

    private static bool IsSource(string file) =>
        !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && !file.Contains(Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
        && (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal));

    // Of a key that is put together, some text must fit the fixed parts.
    private static bool Exists(IReadOnlyDictionary<string, string> keys, string asked, bool isInterpolated)
    {
        if (!isInterpolated)
        {
            return keys.ContainsKey(asked);
        }

        var pattern = "^" + string.Join(".+", Hole().Split(asked).Select(Regex.Escape)) + "$";
        return keys.Keys.Any(key => Regex.IsMatch(key, pattern, RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [GeneratedRegex(@"I(?:String|Html)Localizer<(\w+)> (\w+)")]
    private static partial Regex Localizer();

    [GeneratedRegex(@"(?:(?<=\[Display\([^)]*)(?:Name|Description|Prompt)|ErrorMessage) = ""([^""]+)""")]
    private static partial Regex Annotation();

    [GeneratedRegex(@"=> ""(Validation\.\w+)"",")]
    private static partial Regex DefaultMessage();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
