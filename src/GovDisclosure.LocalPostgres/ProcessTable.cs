using System.Diagnostics;
using System.Globalization;

namespace GovDisclosure.LocalPostgres;

/// <summary>Tells which processes are at work in a cluster: those that sit in its folder, whatever pid files say.</summary>
internal sealed class ProcessTable(ClusterFolder folder, CommandRunner commands)
{
    private static readonly string[] ServerPrograms = ["postgres", "pg_ctl", "initdb"];

    /// <summary>Whether this process is a server that sits in the data folder. Zombies sit nowhere.</summary>
    public async Task<bool> IsServerAsync(int pid, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux())
        {
            return IsNamedPostgres(pid);
        }

        return await FolderOfAsync(pid, cancellationToken) == folder.Data;
    }

    /// <summary>All processes at work in the cluster, for people to read.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var found = new List<string>();
        if (!OperatingSystem.IsLinux())
        {
            return found; // PostgreSQL's own checks must do
        }

        foreach (var entry in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(entry), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && await FolderOfAsync(pid, cancellationToken) is { } place
                && (IsBelow(place, folder.Data) || IsBelow(place, folder.NewData) || (place == folder.Root && IsServerProgram(pid))))
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{pid} ({NameOf(pid)})"));
            }
        }

        return found;
    }

    private static bool IsBelow(string path, string parent) =>
        path == parent || path.StartsWith(parent + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // A process between its start and its change into the data folder sits in the root; so may an operator's shell, which is harmless.
    private static bool IsServerProgram(int pid) => NameOf(pid) is { } name && ServerPrograms.Contains(name, StringComparer.Ordinal);

    private static string? NameOf(int pid) => StatusOf(pid).GetValueOrDefault("Name");

    private async Task<string?> FolderOfAsync(int pid, CancellationToken cancellationToken)
    {
        var link = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cwd");
        try
        {
            if (new FileInfo(link).LinkTarget is { } target)
            {
                return target;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // gone, or not for us to see
        }

        // Root in a container without CAP_SYS_PTRACE may not look at processes of the server's account, but the account itself may.
        if (commands.Account.Name is null || !IsOfServerAccount(pid))
        {
            return null;
        }

        var answer = await commands.RunAsync("readlink", [link], "/", cancellationToken);
        return answer.ExitCode == 0 && answer.Output.Length > 0 ? answer.Output : null;
    }

    private bool IsOfServerAccount(int pid)
    {
        var status = StatusOf(pid);
        return status.GetValueOrDefault("Uid")?.Split('\t')[0] == commands.Account.Uid.ToString(CultureInfo.InvariantCulture)
            && status.GetValueOrDefault("State")?.StartsWith('Z') == false;
    }

    private static Dictionary<string, string> StatusOf(int pid)
    {
        try
        {
            return File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/status"))
                .Select(line => line.Split(':', 2))
                .Where(parts => parts.Length == 2)
                .ToDictionary(parts => parts[0], parts => parts[1].Trim(), StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsNamedPostgres(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
