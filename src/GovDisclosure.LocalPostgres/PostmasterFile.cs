using System.Globalization;

namespace GovDisclosure.LocalPostgres;

/// <summary>What <c>postmaster.pid</c> says: line 1 the pid, line 8 the state. It may be left over from a server long dead.</summary>
internal sealed record PostmasterFile(int Pid, bool IsReady)
{
    /// <summary>Reads the file; null when there is none, or none that names a process.</summary>
    public static PostmasterFile? Read(string path)
    {
        try
        {
            var lines = File.ReadAllLines(path);
            return lines.Length > 0 && int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var pid) && pid > 0
                ? new PostmasterFile(pid, lines.Length > 7 && lines[7].Trim() == "ready")
                : null;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
