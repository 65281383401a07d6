using System.Globalization;
using GovDisclosure.LocalPostgres.Tests.Support;
using Npgsql;

namespace GovDisclosure.LocalPostgres.Tests;

public sealed class LifecycleTests(Workshop workshop)
{
    [Fact]
    public async Task Start_ColdThenWarm_KeepsTheData()
    {
        using var root = new TestRoot();
        await using (var cold = await root.StartAsync())
        {
            await Sql.RunAsync(cold.AdminConnectionString, "CREATE TABLE t (x int); INSERT INTO t VALUES (1)");
            Assert.Equal(root.Data, cold.DataRoot);
            Assert.True(File.Exists(Path.Combine(cold.BinDirectory, "pg_ctl")));
        }

        root.AssertStopped();
        await using var warm = await root.StartAsync();
        Assert.Equal(1, await Sql.RunAsync(warm.AdminConnectionString, "SELECT x FROM t"));
    }

    [Fact]
    public async Task Server_HasTheSettingsPromised()
    {
        using var root = TestRoot.WithCluster(workshop);
        await using var server = await root.StartAsync();

        Assert.Equal("on", await Sql.RunAsync(server.AdminConnectionString, "SHOW fsync"));
        Assert.Equal("on", await Sql.RunAsync(server.AdminConnectionString, "SHOW full_page_writes"));
        Assert.Equal("on", await Sql.RunAsync(server.AdminConnectionString, "SHOW data_checksums"));
        Assert.Equal("", await Sql.RunAsync(server.AdminConnectionString, "SHOW listen_addresses"));
        Assert.Equal("200", await Sql.RunAsync(server.AdminConnectionString, "SHOW max_connections"));
        Assert.Equal("scram-sha-256", await Sql.RunAsync(server.AdminConnectionString, "SHOW password_encryption"));
        Assert.Equal("UTF8", await Sql.RunAsync(server.AdminConnectionString, "SHOW server_encoding"));

        // The character type knows Chinese letters; without that, trigram search finds nothing.
        Assert.Equal(true, await Sql.RunAsync(server.AdminConnectionString, "SELECT '采购' ~ '^[[:alpha:]]+$'"));
    }

    [Fact]
    public async Task Server_NeverRunsAsRoot()
    {
        using var root = TestRoot.WithCluster(workshop);
        await using var server = await root.StartAsync();

        var status = await File.ReadAllLinesAsync($"/proc/{root.ServerPid}/status", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("0", Values("Uid:"), StringComparer.Ordinal);
        Assert.DoesNotContain("0", Values("Gid:"), StringComparer.Ordinal);
        Assert.Equal(0L, Convert.ToInt64(Assert.Single(Values("CapEff:")), 16));

        string[] Values(string name) => status.Single(line => line.StartsWith(name, StringComparison.Ordinal)).Split('\t')[1..];
    }

    [Fact]
    public async Task Secrets_AreClosedToOthers()
    {
        using var root = TestRoot.WithCluster(workshop);
        await using var server = await root.StartAsync();

        Assert.Equal("600", Mode("password"));
        Assert.Equal("700", Mode("s"));
        Assert.Equal("700", Mode("data"));
        Assert.Equal("600", Mode("start.lock"));
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => Sql.RunAsync(server.AdminConnectionString, "SELECT 1", address => address.Password = "guess"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);

        string Mode(string name) => Convert.ToString((int)File.GetUnixFileMode(Path.Combine(root.Data, name)), 8);
    }

    [Fact]
    public async Task Start_ThreeProcessesOnAnEmptyRoot_MakeOneClusterAndTheLastOutStopsIt()
    {
        using var root = new TestRoot();
        using var first = HostProcess.Launch(workshop, root.Data);
        using var second = HostProcess.Launch(workshop, root.Data);
        using var third = HostProcess.Launch(workshop, root.Data);

        var addresses = await Task.WhenAll(first.ReadyAsync(), second.ReadyAsync(), third.ReadyAsync());
        await first.ExitAsync();
        await second.ExitAsync();
        Assert.Equal(1, await Sql.RunAsync(addresses[2], "SELECT 1"));
        await third.ExitAsync();

        Assert.Single(addresses.Distinct(StringComparer.Ordinal));
        Assert.Single(
            new[] { first, second, third }.SelectMany(host => host.Said),
            line => line.Contains("Making a PostgreSQL", StringComparison.Ordinal));
        root.AssertStopped();
    }

    [Fact]
    public async Task Start_AsAnOrdinaryUser_Works()
    {
        using var root = new TestRoot();
        var user = Environment.IsPrivilegedProcess ? "nobody" : null;
        if (user is not null)
        {
            var fields = File.ReadLines("/etc/passwd").Single(line => line.StartsWith("nobody:", StringComparison.Ordinal)).Split(':');
            new ServerAccount(
                user,
                int.Parse(fields[2], CultureInfo.InvariantCulture),
                int.Parse(fields[3], CultureInfo.InvariantCulture)).Own(root.Folder);
        }

        using var host = HostProcess.Launch(workshop, root.Data, user);
        var address = await host.ReadyAsync();

        Assert.Equal(1, await Sql.RunAsync(address, "SELECT 1"));
        await host.ExitAsync();
        root.AssertStopped();
    }

    [Fact]
    public async Task EnsureRunning_AfterDispose_Throws()
    {
        using var root = TestRoot.WithCluster(workshop);
        var server = await root.StartAsync();
        await server.DisposeAsync();
        await server.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => server.EnsureRunningAsync(TestContext.Current.CancellationToken));
        root.AssertStopped();
    }
}
