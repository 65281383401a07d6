using Microsoft.Extensions.Logging;
using Npgsql;

namespace GovDisclosure.LocalPostgres;

/// <summary>An open cluster and our share in it.</summary>
internal sealed record Cluster(ClusterFolder Folder, PostgresBinaries Binaries, Endpoint Endpoint, Postmaster Postmaster, FileLock Share)
{
    /// <summary>The superuser's connection.</summary>
    /// <exception cref="LocalPostgresException">The password is lost.</exception>
    public string Address() => File.Exists(Folder.PasswordFile)
        ? new NpgsqlConnectionStringBuilder
        {
            Host = Endpoint.Host,
            Port = Endpoint.Port,
            Database = "postgres",
            Username = ClusterInitializer.Superuser,
            Password = File.ReadAllText(Folder.PasswordFile).Trim(),
            SslMode = SslMode.Disable, // nothing leaves the machine
        }.ConnectionString
        : throw new LocalPostgresException(
            $"The superuser's password {Folder.PasswordFile} is missing, so the cluster in {Folder.Root} cannot be opened. "
            + "Restore the file, or move the folder away to begin with an empty cluster.");

    /// <summary>Makes and starts what is missing. The caller holds the start lock.</summary>
    public static async Task<Cluster> OpenAsync(
        LocalPostgresOptions options, ClusterFolder folder, CommandRunner commands, ILogger logger, CancellationToken cancellationToken)
    {
        var time = options.TimeProvider;
        var binaries = await new BinaryLocator(options, folder, commands, EmbeddedPackage.Published).FindAsync(cancellationToken);
        var processes = new ProcessTable(folder, commands);
        var postmaster = new Postmaster(folder, commands, processes, time, logger);
        var endpoint = Endpoint.Of(folder);
        if (!await postmaster.IsAliveAsync(cancellationToken) && FileLock.TryTake(folder.UsersLock, shared: false) is { } alone)
        {
            alone.Dispose();
            endpoint = endpoint.Free(folder);
        }

        // Before the server starts, so that a failure below leaves as any other user does.
        var share = await FileLock.TakeAsync(folder.UsersLock, shared: true, time, cancellationToken);
        var cluster = new Cluster(folder, binaries, endpoint, postmaster, share);
        try
        {
            await new ClusterInitializer(folder, commands, processes, time, logger).EnsureAsync(binaries, cancellationToken);
            await postmaster.StartAsync(binaries, endpoint, cancellationToken);
            await cluster.ConnectAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.LeaveAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Gives up the share, and stops the server when nobody else has one. The caller holds the start lock.</summary>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        Share.Dispose();
        if (FileLock.TryTake(Folder.UsersLock, shared: false) is { } alone)
        {
            using (alone)
            {
                await Postmaster.StopAsync(Binaries, cancellationToken);
            }
        }
    }

    /// <summary>The server answers, and to our password: the file could be that of another cluster.</summary>
    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(Address()) { Pooling = false };
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            await connection.OpenAsync(cancellationToken);
        }
        catch (NpgsqlException e)
        {
            throw new LocalPostgresException(
                $"The PostgreSQL server in {Folder.Root} runs but does not let the superuser in "
                + $"with the password of {Folder.PasswordFile}: {e.Message} Its log is {Folder.LogFile}.",
                e);
        }
    }
}
