using GovDisclosure.Domain.Plans;
using GovDisclosure.Domain.Tests.Plans.Corpus;

namespace GovDisclosure.Domain.Tests.Plans;

/// <summary>The repository's own files, found from where the tests run.</summary>
internal static class PlanFiles
{
    private static readonly string Root = FindRoot();

    public static string BeijingText { get; } = File.ReadAllText(Path.Combine(Root, "data", "plans", "beijing-2016.txt"));

    public static ParsedPlan Beijing { get; } = WorkPlanParser.Parse(BeijingText);

    public static string SchemaText { get; } = File.ReadAllText(Path.Combine(Root, "docs", "plan.schema.json"));

    public static string ExplanationSchemaText { get; } = File.ReadAllText(Path.Combine(Root, "docs", "explanation.schema.json"));

    public static ParsedTask BeijingTask(string number, int sequence = 1) =>
        Beijing.Tasks.Single(task => task.Number == number && task.Sequence == sequence);

    /// <summary>The examples of a folder beside these tests, each with what it means.</summary>
    public static IEnumerable<(string Name, string Text, ExpectedPlan Expected)> Corpus(string folder) =>
        Directory.GetFiles(Path.Combine(Root, "tests", "GovDisclosure.Domain.Tests", "Plans", folder), "*.txt").Order(StringComparer.Ordinal).Select(file => (
            Path.GetFileNameWithoutExtension(file),
            File.ReadAllText(file),
            ExpectedPlan.Read(File.ReadAllText(Path.ChangeExtension(file, ".expected")))));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GovDisclosure.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
