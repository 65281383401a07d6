using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GovDisclosure.LocalPostgres.Tests.Support;

/// <summary>A process of its own that holds a share in a server.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly List<string> said = [];

    private HostProcess(Process process)
    {
        this.process = process;
    }

    public int Pid => process.Id;

    /// <summary>Everything the host said so far.</summary>
    public IReadOnlyList<string> Said => said;

    public static HostProcess Launch(
        Workshop workshop, string dataRoot, string? user = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        // Not the test's own dotnet from the PATH: the one that runs us.
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        var start = new ProcessStartInfo(dotnet, [workshop.HostProgram, dataRoot])
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (user is not null)
        {
            start.UserName = user;
            start.Environment["HOME"] = "/";
        }

        // Junk that must not reach the server's programs.
        start.Environment["PGDATA"] = "/nowhere";
        start.Environment["PGPORT"] = "1";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return new HostProcess(Process.Start(start)!);
    }

    /// <summary>Waits until the server answers and returns the address.</summary>
    public Task<string> ReadyAsync() => HearAsync("ready ");

    public Task<string> FailedAsync() => HearAsync("failed ");

    public async Task EnsureAsync()
    {
        await process.StandardInput.WriteLineAsync("ensure");
        await HearAsync("ok ");
    }

    public async Task ExitAsync()
    {
        process.StandardInput.Close();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) is { } line)
        {
            said.Add(line);
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>kill -9.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private async Task<string> HearAsync(string word)
    {
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) is { } line)
        {
            said.Add(line);
            if (line.StartsWith(word, StringComparison.Ordinal))
            {
                return line[word.Length..];
            }
        }

        throw new InvalidOperationException($"The host ended without '{word}': {string.Join(" / ", said)}");
    }
}
