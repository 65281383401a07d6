using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace GovDisclosure.LocalPostgres;

/// <summary>
/// A share in a private PostgreSQL server. The first process to ask starts it, others attach, and the last one out stops it.
/// A process that is killed leaves the server running; the next start attaches to it.
/// </summary>
public sealed class LocalPostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);

    private readonly Cluster cluster;
    private readonly TimeProvider time;
    private readonly ILogger logger;
    private int disposed;

    private LocalPostgresServer(Cluster cluster, TimeProvider time, ILogger logger)
    {
        this.cluster = cluster;
        this.time = time;
        this.logger = logger;
        AdminConnectionString = cluster.Address();
    }

    /// <summary>
    /// Connects as the superuser to the database <c>postgres</c>. It holds a password, so keep it out of logs; it stays valid when
    /// <see cref="EnsureRunningAsync"/> restarts the server.
    /// </summary>
    public string AdminConnectionString { get; }

    /// <summary>The folder of the cluster, its log and its locks, without links.</summary>
    public string DataRoot => cluster.Folder.Root;

    /// <summary>The folder of the server's programs.</summary>
    public string BinDirectory => cluster.Binaries.Directory;

    /// <summary>Makes the cluster if there is none, starts the server if none runs, and returns when it answers.</summary>
    /// <exception cref="LocalPostgresException">No server can be had; the message says why and what to do.</exception>
    public static async Task<LocalPostgresServer> StartAsync(
        LocalPostgresOptions options, ILogger logger, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(logger);
        var account = ServerAccount.Current();
        var folder = ClusterFolder.Choose(options);
        try
        {
            folder.Create(account);
            using var starting = await FileLock.TakeAsync(folder.StartLock, shared: false, options.TimeProvider, cancellationToken);
            var commands = new CommandRunner(account, folder.Root);
            var opened = await Cluster.OpenAsync(options, folder, commands, logger, cancellationToken);
            return new LocalPostgresServer(opened, options.TimeProvider, logger);
        }
        catch (Exception e) when (IsOfTheSystem(e))
        {
            throw new LocalPostgresException(
                $"The data folder {folder.Root} cannot be used: {e.Message}{ClosedTo(account, folder.Root)} "
                + "Choose another folder (DataRoot), or make this one and its parents accessible.",
                e);
        }
    }

    /// <summary>Restarts a server that has died; returns at once when it runs. Cheap enough to be called every other second.</summary>
    /// <exception cref="LocalPostgresException">It does not start; the next call tries again.</exception>
    /// <exception cref="ObjectDisposedException">The share was given up.</exception>
    public async Task EnsureRunningAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        try
        {
            if (await cluster.Postmaster.IsReadyAsync(cancellationToken))
            {
                return;
            }

            using var starting = await FileLock.TakeAsync(cluster.Folder.StartLock, shared: false, time, cancellationToken);

            // Again, under the lock: a server that is started after we left would stay.
            ObjectDisposedException.ThrowIf(disposed != 0, this);
            await cluster.Postmaster.StartAsync(cluster.Binaries, cluster.Endpoint, cancellationToken);
        }
        catch (Exception e) when (IsOfTheSystem(e))
        {
            throw new LocalPostgresException($"The PostgreSQL server in {DataRoot} cannot be restarted: {e.Message}", e);
        }
    }

    /// <summary>Gives up the share; the last one out stops the server. It does not throw when the server resists: that is logged.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
        {
            return;
        }

        using var limit = new CancellationTokenSource(StopLimit, time);
        try
        {
            using var starting = await FileLock.TakeAsync(cluster.Folder.StartLock, shared: false, time, limit.Token);
            await cluster.LeaveAsync(limit.Token);
        }
        catch (Exception e) when (IsOfTheSystem(e) || e is LocalPostgresException or OperationCanceledException)
        {
            cluster.Share.Dispose();
            logger.LogWarning(e, "The PostgreSQL server in {Folder} could not be stopped", DataRoot);
        }
    }

    private static bool IsOfTheSystem(Exception e) => e is IOException or UnauthorizedAccessException or Win32Exception;

    /// <summary>Names the folder that keeps the server's account out, the usual reason when root starts the application.</summary>
    private static string ClosedTo(ServerAccount account, string root)
    {
        if (OperatingSystem.IsWindows() || account.Name is null)
        {
            return "";
        }

        for (var path = root; path is not null; path = Path.GetDirectoryName(path))
        {
            if (Directory.Exists(path) && !File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherExecute))
            {
                return $" The account '{account.Name}', which runs the server, cannot enter {path}.";
            }
        }

        return "";
    }
}
