namespace GovDisclosure.LocalPostgres;

/// <summary>A lock between processes. The kernel drops it with the process, so that kill -9 cannot leak it.</summary>
/// <remarks>.NET takes flock(2) for a file that is opened without sharing (exclusive) or for shared reading (shared).</remarks>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly FileStream stream;

    private FileLock(FileStream stream)
    {
        this.stream = stream;
    }

    /// <summary>Takes the lock, or returns null when another one holds it.</summary>
    public static FileLock? TryTake(string path, bool shared)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = shared ? FileAccess.Read : FileAccess.ReadWrite,
            Share = shared ? FileShare.Read : FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            // Whoever can open the file can hold the lock.
            options.UnixCreateMode = ClusterFolder.PrivateFile;
        }

        try
        {
            return new FileLock(new FileStream(path, options));
        }
        catch (IOException e) when (e.HResult is 11 or 35 or unchecked((int)0x80070020)) // EWOULDBLOCK on Linux, macOS; sharing violation
        {
            return null;
        }
    }

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="LocalPostgresException">Another process holds it for minutes.</exception>
    public static async Task<FileLock> TakeAsync(string path, bool shared, TimeProvider time, CancellationToken cancellationToken)
    {
        FileLock? taken = null;
        return await Poll.UntilAsync(() => Task.FromResult((taken = TryTake(path, shared)) is not null), Patience, time, cancellationToken)
            ? taken!
            : throw new LocalPostgresException(
                $"Another process has held {path} for {Patience.TotalMinutes:0} minutes. Find it (fuser {path}) and end it if it hangs.");
    }

    public void Dispose() => stream.Dispose();
}
