using System.Globalization;

namespace GovDisclosure.LocalPostgres;

/// <summary>The settings that are ours. They are written at every start, so that an older cluster gets them too.</summary>
internal static class ServerSettings
{
    /// <summary>The line of postgresql.conf that reads our file; relative, so that the folder may be moved or copied.</summary>
    public const string Include = "include = '../server.conf'";

    public static void Write(ClusterFolder folder, Endpoint endpoint, int majorVersion)
    {
        var lines = new List<string>
        {
            "# Written by the application at every start; put your own settings into data/postgresql.conf after the include.",
            $"listen_addresses = '{(endpoint.SocketFolder is null ? endpoint.Host : "")}'",
            string.Create(CultureInfo.InvariantCulture, $"port = {endpoint.Port}"),
            $"unix_socket_directories = '{Quote(endpoint.SocketFolder)}'",
            "max_connections = 200",
            "fsync = on",
            "password_encryption = 'scram-sha-256'",
            // The server's own defaults are made for machines of 2005: a change of a million rows would read its indexes from the file system again
            // and again, and write a checkpoint every few seconds.
            string.Create(CultureInfo.InvariantCulture, $"shared_buffers = '{SharedMegabytes}MB'"),
            "max_wal_size = '4GB'",
        };
        if (majorVersion >= 14 && OperatingSystem.IsLinux())
        {
            // Crash recovery need not open every file one by one first.
            lines.Add("recovery_init_sync_method = 'syncfs'");
        }

        ClusterFolder.Write(folder.SettingsFile, string.Join('\n', lines) + "\n", Readable);
    }

    // An eighth of the memory, of which nothing is taken before it is used.
    private static long SharedMegabytes => Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8 / 1024 / 1024, 128, 1024);

    private static UnixFileMode Readable => ClusterFolder.PrivateFile | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    // A list of double-quoted names inside a single-quoted string with backslash escapes.
    private static string Quote(string? path) => path is null
        ? ""
        : '"' + path.Replace("\"", "\"\"", StringComparison.Ordinal)
            .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal) + '"';
}
