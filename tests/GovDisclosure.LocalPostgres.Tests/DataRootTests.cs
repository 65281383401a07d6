using GovDisclosure.LocalPostgres.Tests.Support;

namespace GovDisclosure.LocalPostgres.Tests;

public sealed class DataRootTests(Workshop workshop)
{
    [Fact]
    public async Task Start_FolderClosedToTheServersAccount_NamesIt()
    {
        using var root = new TestRoot(below: "closed");
        var closed = Path.Combine(root.Folder, "closed");
        Directory.CreateDirectory(closed);
        File.SetUnixFileMode(closed, Environment.IsPrivilegedProcess ? (UnixFileMode)0b111_000_000 : UnixFileMode.None);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => root.StartAsync());

        Assert.Contains(closed, refused.Message, StringComparison.Ordinal);
        Assert.Contains("DataRoot", refused.Message, StringComparison.Ordinal);
        File.SetUnixFileMode(closed, (UnixFileMode)0b111_000_000);
        root.AssertStopped();
    }

    [Fact]
    public async Task Start_FolderCannotBeMade_SaysSo()
    {
        using var root = new TestRoot(below: "file");
        await File.WriteAllTextAsync(Path.Combine(root.Folder, "file"), "in the way", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => root.StartAsync());

        Assert.Contains("cannot be used", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_DataFolderIsNoCluster_IsLeftAlone()
    {
        using var root = new TestRoot();
        var file = Path.Combine(root.Data, "data", "letters.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "dear", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => root.StartAsync());

        Assert.Contains("no database cluster", refused.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Fact]
    public async Task Start_PasswordLost_SaysSoAndStopsTheServer()
    {
        using var root = TestRoot.WithCluster(workshop);
        File.Delete(Path.Combine(root.Data, "password"));

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => root.StartAsync());

        Assert.Contains("password", refused.Message, StringComparison.Ordinal);
        root.AssertStopped();
    }

    [Fact]
    public void Choose_TwoCheckouts_HaveTwoRoots()
    {
        var one = ClusterFolder.Choose(new LocalPostgresOptions { ContentRoot = "/srv/one" });
        var again = ClusterFolder.Choose(new LocalPostgresOptions { ContentRoot = "/srv/one/" });
        var two = ClusterFolder.Choose(new LocalPostgresOptions { ContentRoot = "/srv/two" });

        Assert.Equal(one.Root, again.Root);
        Assert.NotEqual(one.Root, two.Root, StringComparer.Ordinal);
        if (Environment.IsPrivilegedProcess)
        {
            Assert.StartsWith("/var/lib/govdisclosure/", one.Root, StringComparison.Ordinal);
        }
    }
}
