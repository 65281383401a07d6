using System.Diagnostics;
using System.Globalization;
using GovDisclosure.LocalPostgres.Tests.Support;

namespace GovDisclosure.LocalPostgres.Tests;

public sealed class RecoveryTests(Workshop workshop)
{
    [Fact]
    public async Task Start_AfterAKilledHost_AttachesToItsServer()
    {
        using var root = TestRoot.WithCluster(workshop);
        using var host = HostProcess.Launch(workshop, root.Data);
        await host.ReadyAsync();
        var pid = root.ServerPid;

        host.Kill();
        await using (var next = await root.StartAsync())
        {
            Assert.Equal(pid, root.ServerPid);
            Assert.Equal(42, await Sql.RunAsync(next.AdminConnectionString, "SELECT value FROM kept"));
        }

        root.AssertStopped();
    }

    [Fact]
    public async Task EnsureRunning_AfterAKilledServer_RestartsItAtTheSameAddress()
    {
        using var root = TestRoot.WithCluster(workshop);
        using var host = HostProcess.Launch(workshop, root.Data);
        var address = await host.ReadyAsync();
        await host.EnsureAsync();
        await Sql.RunAsync(address, "INSERT INTO kept VALUES (43)");
        var killed = root.ServerPid;

        TestRoot.Kill(killed);
        await host.EnsureAsync();

        Assert.NotEqual(killed, root.ServerPid);
        Assert.Equal(85L, await Sql.RunAsync(address, "SELECT sum(value) FROM kept"));
        await host.ExitAsync();
        root.AssertStopped();
    }

    [Fact]
    public async Task Start_AfterBothWereKilled_RecoversCommittedRows()
    {
        using var root = TestRoot.WithCluster(workshop);
        using var host = HostProcess.Launch(workshop, root.Data);
        await Sql.RunAsync(await host.ReadyAsync(), "INSERT INTO kept VALUES (43)");
        host.Kill();
        TestRoot.Kill(root.ServerPid);
        Assert.True(File.Exists(root.PidFile));

        await using var next = await root.StartAsync();

        Assert.Equal(85L, await Sql.RunAsync(next.AdminConnectionString, "SELECT sum(value) FROM kept"));
    }

    [Fact]
    public async Task Start_PidFileNamesAnotherProgram_Recovers()
    {
        using var root = TestRoot.WithCluster(workshop);
        await LeaveKilledAsync(root);
        using var other = RunAsServerAccount("sleep", "100");
        try
        {
            await NameInPidFilesAsync(root, other.Id);

            await using var next = await root.StartAsync();

            Assert.Equal(42, await Sql.RunAsync(next.AdminConnectionString, "SELECT value FROM kept"));
            Assert.False(other.HasExited);
        }
        finally
        {
            other.Kill();
        }
    }

    [Fact]
    public async Task Start_PidFileNamesAZombie_Recovers()
    {
        using var root = TestRoot.WithCluster(workshop);
        await LeaveKilledAsync(root);

        // sleep does not reap the child that the shell before it has left.
        using var parent = RunAsServerAccount("sh", "-c", "sleep 0.2 & echo $!; exec sleep 100");
        try
        {
            var line = await parent.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            var zombie = int.Parse(line!, CultureInfo.InvariantCulture);
            while (!(await StatusAsync(zombie)).Contains("(zombie)", StringComparison.Ordinal))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await NameInPidFilesAsync(root, zombie);

            await using var next = await root.StartAsync();

            Assert.Equal(42, await Sql.RunAsync(next.AdminConnectionString, "SELECT value FROM kept"));
            Assert.Contains("(zombie)", await StatusAsync(zombie), StringComparison.Ordinal);
        }
        finally
        {
            parent.Kill();
        }
    }

    [Fact]
    public async Task Start_SomebodySitsInTheDataFolder_KeepsThePidFileAndNamesIt()
    {
        using var root = TestRoot.WithCluster(workshop);
        await LeaveKilledAsync(root);
        using var sitter = Process.Start(new ProcessStartInfo("sleep", ["100"]) { WorkingDirectory = Path.Combine(root.Data, "data") })!;
        try
        {
            var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => TestRoot.StartAsync(root.Data, time: new HurriedTime()));

            Assert.Contains($"{sitter.Id} (sleep)", refused.Message, StringComparison.Ordinal);
            Assert.True(File.Exists(root.PidFile));
        }
        finally
        {
            sitter.Kill();
        }

        await using var next = await root.StartAsync();
        Assert.Equal(42, await Sql.RunAsync(next.AdminConnectionString, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task Start_AfterAHostKilledInInitdb_MakesTheCluster()
    {
        using var root = new TestRoot();
        using var host = HostProcess.Launch(workshop, root.Data);
        var watch = Stopwatch.StartNew();
        while (!Directory.Exists(Path.Combine(root.Data, "data.new", "base")))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), "initdb did not begin");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        host.Kill();
        Assert.False(Directory.Exists(Path.Combine(root.Data, "data")), "the test came too late");
        await using (var next = await root.StartAsync())
        {
            Assert.Equal(1, await Sql.RunAsync(next.AdminConnectionString, "SELECT 1"));
        }

        Assert.False(Directory.Exists(Path.Combine(root.Data, "data.new")));
        root.AssertStopped();
    }

    [Fact]
    public async Task Start_ServerRefusesItsSettings_ShowsTheEndOfItsLog()
    {
        using var root = TestRoot.WithCluster(workshop);
        await File.AppendAllTextAsync(
            Path.Combine(root.Data, "data", "postgresql.conf"), "no_such_setting = 1\n", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LocalPostgresException>(() => root.StartAsync());

        Assert.Contains("unrecognized configuration parameter \"no_such_setting\"", refused.Message, StringComparison.Ordinal);
        root.AssertStopped();
    }

    /// <summary>Leaves the pid files of a killed server.</summary>
    private static async Task LeaveKilledAsync(TestRoot root)
    {
        await using var server = await root.StartAsync();
        TestRoot.Kill(root.ServerPid);
    }

    private static async Task NameInPidFilesAsync(TestRoot root, int pid)
    {
        // The children of the killed server go first; theirs would be the better explanation of a delay.
        while (root.Processes().Count > 0)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        foreach (var file in new[] { root.PidFile, Path.Combine(root.Data, "s", ".s.PGSQL.5432.lock") })
        {
            var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            lines[0] = pid.ToString(CultureInfo.InvariantCulture);
            await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        }
    }

    // PostgreSQL takes the pid of another account for a dead one, so only this account's programs are in its way.
    private static Process RunAsServerAccount(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        if (ServerAccount.Current().Name is { } name)
        {
            start.UserName = name;
        }

        return Process.Start(start)!;
    }

    private static Task<string> StatusAsync(int pid) =>
        File.ReadAllTextAsync($"/proc/{pid}/status", TestContext.Current.CancellationToken);

    /// <summary>Ten seconds pass in half a second.</summary>
    private sealed class HurriedTime : TimeProvider
    {
        public override long GetTimestamp() => base.GetTimestamp() * 20;
    }
}
