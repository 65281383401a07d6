using System.Reflection;
using System.Text.RegularExpressions;
using GovDisclosure.Data;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Architecture;

/// <summary>Domain decides, Data owns every statement, Web speaks HTTP: held by what the assemblies refer to.</summary>
public sealed partial class LayeringTests(PortalServer server)
{
    [Fact]
    public void Domain_References_NothingButTheRuntime() =>
        Assert.All(ReferencesOf(typeof(Agency).Assembly), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));

    [Fact]
    public void Data_References_NeitherWebNorTheServer() =>
        Assert.DoesNotContain(ReferencesOf(typeof(GovDbContext).Assembly), name => name is "GovDisclosure.Web" or "GovDisclosure.LocalPostgres");

    [Fact]
    public void Web_References_NoDatabaseDriver() =>
        Assert.DoesNotContain(ReferencesOf(typeof(Program).Assembly), name => name.StartsWith("Npgsql", StringComparison.Ordinal));

    [Theory]
    [InlineData("GovDisclosure.Web")]
    [InlineData("GovDisclosure.Domain")]
    public void Source_OutsideData_HasNoSql(string project)
    {
        var found = SourcesOf(project).Where(file => SqlText().IsMatch(File.ReadAllText(file)));

        Assert.Empty(found);
    }

    [Fact]
    public void Domain_Source_ReadsNoClockAndNoFile() =>
        Assert.DoesNotContain(SourcesOf("GovDisclosure.Domain"), file => ClockOrFile().IsMatch(File.ReadAllText(file)));

    [Fact]
    public void BannedSymbols_File_BansWhatMatters()
    {
        var banned = File.ReadAllText(Path.Combine(Repository.Root, "BannedSymbols.txt"));

        Assert.All(
            ["System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTimeOffset.UtcNow", "TransactionScope", "IgnoreQueryFilters", "FromSqlRaw", "SqlQueryRaw"],
            symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("agency", "data/agencies/agencies-beijing-2016.csv")]
    [InlineData("agency_group", "data/agencies/agency-groups-beijing-2016.csv")]
    [InlineData("calendar_year", "data/holidays/holiday-notices-cn.csv")]
    [InlineData("calendar_entry", "data/holidays/holidays-cn-2008-2026.csv")]
    public async Task Rows_OfADataFile_EachSayWhichLineTheyComeFrom(string table, string file)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, file), TestContext.Current.CancellationToken);
        var expected = Enumerable.Range(2, lines.Length - 1).Where(number => lines[number - 1].Length > 0).Select(number => $"{file}:{number}");

        // What people enter says who did, and comes from no file.
        var sources = await Sql.ListAsync(server.Administrator, $"SELECT source FROM gov.{table} WHERE source NOT IN ('test', 'sample') AND source NOT LIKE 'entered by %'");

        Assert.Equal(expected.Order(StringComparer.Ordinal), sources.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> ReferencesOf(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> SourcesOf(string project) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"""\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|GRANT)\s")]
    private static partial Regex SqlText();

    [GeneratedRegex(@"TimeProvider\.System|\bFile\.|\bDirectory\.|Environment\.|Console\.")]
    private static partial Regex ClockOrFile();
}
