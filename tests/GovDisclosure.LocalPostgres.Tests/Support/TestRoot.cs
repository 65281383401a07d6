using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovDisclosure.LocalPostgres.Tests.Support;

/// <summary>A data root of one test. Ends whatever still sits in it, by pid, and removes it.</summary>
internal sealed class TestRoot : IDisposable
{
    public TestRoot(string? below = null)
    {
        Folder = NewFolder();
        Data = Path.Combine(Folder, below ?? "", "pg");
    }

    /// <summary>The folder that holds the data root; everybody may enter it.</summary>
    public string Folder { get; }

    /// <summary>The data root.</summary>
    public string Data { get; }

    public string PidFile => Path.Combine(Data, "data", "postmaster.pid");

    /// <summary>The pid of the server, from its file.</summary>
    public int ServerPid => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    public static TestRoot WithCluster(Workshop workshop, string? below = null)
    {
        var root = new TestRoot(below);
        workshop.CopyTemplate(root.Data);
        return root;
    }

    public static string NewFolder()
    {
        var folder = Path.Combine("/var/tmp", "govpg-" + Guid.NewGuid().ToString("n")[..8]);
        Directory.CreateDirectory(folder);
        File.SetUnixFileMode(folder, (UnixFileMode)Convert.ToInt32("755", 8));
        return folder;
    }

    public static Task<LocalPostgresServer> StartAsync(string dataRoot, string? binDirectory = null, TimeProvider? time = null) =>
        LocalPostgresServer.StartAsync(
        new LocalPostgresOptions
        {
            DataRoot = dataRoot,
            ContentRoot = dataRoot,
            BinDirectory = binDirectory,
            TimeProvider = time ?? TimeProvider.System,
        },
        NullLogger.Instance,
        TestContext.Current.CancellationToken);

    public Task<LocalPostgresServer> StartAsync() => StartAsync(Data);

    /// <summary>kill -9, and waits until it has taken effect; what is left may be a zombie.</summary>
    public static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        while (FolderOf(pid) is not null)
        {
            Thread.Sleep(10);
        }
    }

    /// <summary>The processes whose working folder is in this root.</summary>
    public IReadOnlyList<int> Processes() =>
        [.. from entry in Directory.EnumerateDirectories("/proc")
            let pid = int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var number) ? number : 0
            where pid > 0 && FolderOf(pid)?.StartsWith(Folder + "/", StringComparison.Ordinal) == true
            select pid];

    public void AssertStopped()
    {
        Assert.False(File.Exists(PidFile), "postmaster.pid is left");
        // A server takes its pid file away as its last act but one: on a busy machine it is still there for a moment afterwards.
        SpinWait.SpinUntil(() => Processes().Count == 0, TimeSpan.FromSeconds(5));
        Assert.Empty(Processes());
    }

    public void Dispose()
    {
        for (var left = Processes(); left.Count > 0; left = Processes())
        {
            foreach (var pid in left)
            {
                try
                {
                    Kill(pid);
                }
                catch (ArgumentException)
                {
                    // gone meanwhile
                }
            }

            Thread.Sleep(50);
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string? FolderOf(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
