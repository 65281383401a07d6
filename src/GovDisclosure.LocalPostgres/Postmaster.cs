using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace GovDisclosure.LocalPostgres;

/// <summary>Starts and stops the server process, and clears up after one that was killed. Callers hold the start lock.</summary>
internal sealed class Postmaster(
    ClusterFolder folder, CommandRunner commands, ProcessTable processes, TimeProvider time, ILogger logger)
{
    private const int LongestLog = 10_000_000;

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3); // crash recovery may take its time
    private static readonly TimeSpan OrphanLimit = TimeSpan.FromSeconds(10);

    /// <summary>Whether a server of ours answers. Cheap, and needs no lock.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        await LivingAsync(cancellationToken) is { IsReady: true };

    /// <summary>Whether a server of ours runs, be it ready or not.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken) => await LivingAsync(cancellationToken) is not null;

    /// <summary>Attaches to a running server, else starts one.</summary>
    /// <exception cref="LocalPostgresException">It does not start; the message holds the end of its log.</exception>
    public async Task StartAsync(PostgresBinaries binaries, Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (await AttachAsync(cancellationToken))
        {
            return;
        }

        await ClearLeftoversAsync(endpoint, cancellationToken);
        ServerSettings.Write(folder, endpoint, binaries.MajorVersion);
        var logStart = RollLog();
        var result = await commands.RunAsync(
            binaries.PgCtl,
            [
                "start", "-w", "-s", "-t", StartLimit.TotalSeconds.ToString(CultureInfo.InvariantCulture),
                "-D", Path.GetFileName(folder.Data), "-l", Path.GetRelativePath(folder.Root, folder.LogFile),
            ],
            folder.Root,
            cancellationToken);

        // A pg_ctl whose parent was killed may have won the race: then ours fails, and there is a server all the same.
        if (result.ExitCode != 0 && !await AttachAsync(cancellationToken))
        {
            throw new LocalPostgresException(
                $"The PostgreSQL server in {folder.Root} did not start. {result.Output}\n"
                + $"The end of {folder.LogFile}:\n{LogTail(logStart)}");
        }

        logger.LogInformation("PostgreSQL {Version} runs in {Folder}", binaries.MajorVersion, folder.Root);
    }

    /// <summary>Stops the server without waiting for its clients.</summary>
    public async Task StopAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (await LivingAsync(cancellationToken) is null)
        {
            return;
        }

        var result = await commands.RunAsync(
            binaries.PgCtl, ["stop", "-w", "-s", "-m", "fast", "-D", Path.GetFileName(folder.Data)], folder.Root, cancellationToken);
        if (result.ExitCode != 0)
        {
            logger.LogWarning("PostgreSQL in {Folder} did not stop: {Output}", folder.Root, result.Output);
        }
    }

    /// <summary>Waits while a server comes up or goes down; true when it is up.</summary>
    private async Task<bool> AttachAsync(CancellationToken cancellationToken)
    {
        PostmasterFile? living = null;
        var settled = await Poll.UntilAsync(
            async () => (living = await LivingAsync(cancellationToken)) is null or { IsReady: true }, StartLimit, time, cancellationToken);
        return settled
            ? living is not null
            : throw new LocalPostgresException(string.Create(
                CultureInfo.InvariantCulture,
                $"The PostgreSQL server in {folder.Root} (process {living!.Pid}) has been starting or stopping ")
                + $"for {StartLimit.TotalMinutes:0} minutes. Its log is {folder.LogFile}.");
    }

    private async Task<PostmasterFile?> LivingAsync(CancellationToken cancellationToken) =>
        PostmasterFile.Read(folder.PostmasterFile) is { } file && await processes.IsServerAsync(file.Pid, cancellationToken) ? file : null;

    /// <summary>Removes the pid files of a killed server.</summary>
    /// <remarks>
    /// PostgreSQL does so itself, except when the pid lives on: as another program or as a zombie that nobody reaps. As long as any
    /// process sits in the data folder the file must stay, since it leads to the shared memory that keeps two servers apart.
    /// </remarks>
    private async Task ClearLeftoversAsync(Endpoint endpoint, CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.PostmasterFile) || !OperatingSystem.IsLinux())
        {
            return;
        }

        IReadOnlyList<string> busy = [];
        if (!await Poll.UntilAsync(
            async () => (busy = await processes.ListAsync(cancellationToken)).Count == 0, OrphanLimit, time, cancellationToken))
        {
            throw new LocalPostgresException(
                $"The PostgreSQL server in {folder.Root} is gone, but processes still sit in its data folder: {string.Join(", ", busy)}. "
                + "It is started again when they have ended; end them if they hang.");
        }

        logger.LogWarning("The PostgreSQL server in {Folder} was killed; clearing its pid file", folder.Root);
        File.Delete(folder.PostmasterFile);
        if (endpoint.SocketLock is { } socketLock)
        {
            File.Delete(socketLock);
        }
    }

    private long RollLog()
    {
        var log = new FileInfo(folder.LogFile);
        if (log is { Exists: true, Length: > LongestLog })
        {
            File.Move(folder.LogFile, folder.LogFile + ".1", overwrite: true);
            return 0;
        }

        return log.Exists ? log.Length : 0;
    }

    private string LogTail(long from)
    {
        const int Most = 4000;
        if (!File.Exists(folder.LogFile))
        {
            return "(there is none)";
        }

        using var stream = new FileStream(folder.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Position = Math.Max(from, stream.Length - Most);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd();
    }
}
