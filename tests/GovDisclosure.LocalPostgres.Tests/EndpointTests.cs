using System.Net;
using System.Net.Sockets;
using GovDisclosure.LocalPostgres.Tests.Support;
using Npgsql;

namespace GovDisclosure.LocalPostgres.Tests;

public sealed class EndpointTests(Workshop workshop)
{
    private static readonly string Long = new('x', 80);

    [Fact]
    public async Task Start_SocketPathTooLong_ListensOnLoopbackWithAPassword()
    {
        using var root = TestRoot.WithCluster(workshop, below: Long);
        await using var server = await root.StartAsync();

        Assert.Equal("127.0.0.1", new NpgsqlConnectionStringBuilder(server.AdminConnectionString).Host);
        Assert.Equal("127.0.0.1", await Sql.RunAsync(server.AdminConnectionString, "SHOW listen_addresses"));
        var refused = await Assert.ThrowsAsync<PostgresException>(
            () => Sql.RunAsync(server.AdminConnectionString, "SELECT 1", address => address.Password = "guess"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task EnsureRunning_OnLoopback_KeepsThePort()
    {
        using var root = TestRoot.WithCluster(workshop, below: Long);
        await using var server = await root.StartAsync();

        TestRoot.Kill(root.ServerPid);
        await server.EnsureRunningAsync(TestContext.Current.CancellationToken);

        Assert.Equal(42, await Sql.RunAsync(server.AdminConnectionString, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task Start_PortTakenByAnotherProgram_DrawsAnother()
    {
        using var root = TestRoot.WithCluster(workshop, below: Long);
        string former;
        await using (var server = await root.StartAsync())
        {
            former = server.AdminConnectionString;
        }

        using var other = new TcpListener(IPAddress.Loopback, new NpgsqlConnectionStringBuilder(former).Port);
        other.Start();
        await using var moved = await root.StartAsync();

        Assert.NotEqual(former, moved.AdminConnectionString, StringComparer.Ordinal);
        Assert.Equal(42, await Sql.RunAsync(moved.AdminConnectionString, "SELECT value FROM kept"));
    }

    [Fact]
    public async Task Start_ThroughALink_IsTheSameServer()
    {
        using var root = TestRoot.WithCluster(workshop);
        var link = Path.Combine(root.Folder, "link");
        Directory.CreateSymbolicLink(link, root.Data);
        await using var direct = await root.StartAsync();
        await using var linked = await TestRoot.StartAsync(link);

        Assert.Equal(direct.AdminConnectionString, linked.AdminConnectionString);
    }
}
