using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GovDisclosure.LocalPostgres;

/// <summary>The places of one cluster on disk.</summary>
/// <remarks>
/// The root stays ours and only what the server must write belongs to its account: so that account can never replace a file that
/// root opens later, and the lock files cannot be held by strangers.
/// </remarks>
internal sealed class ClusterFolder(string root)
{
    /// <summary>The mode of files that hold a secret or a lock.</summary>
    public const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OwnerOnly = PrivateFile | UnixFileMode.UserExecute;

    /// <summary>The mode of folders that the server's account must enter.</summary>
    public const UnixFileMode OpenToRead = OwnerOnly
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public string Root { get; } = root;

    public string Data => Path.Combine(Root, "data");

    /// <summary>Where initdb works; renamed to <see cref="Data"/> when it is done, so a half-made cluster is never taken for one.</summary>
    public string NewData => Path.Combine(Root, "data.new");

    public string Sockets => Path.Combine(Root, "s");

    public string Log => Path.Combine(Root, "log");

    public string LogFile => Path.Combine(Log, "server.log");

    public string Binaries => Path.Combine(Root, "binaries");

    public string PasswordFile => Path.Combine(Root, "password");

    public string PortFile => Path.Combine(Root, "port");

    public string SettingsFile => Path.Combine(Root, "server.conf");

    public string StartLock => Path.Combine(Root, "start.lock");

    public string UsersLock => Path.Combine(Root, "users.lock");

    public string PostmasterFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>The major version that made the data; null as long as there are none.</summary>
    public int? MajorVersion
    {
        get
        {
            var file = Path.Combine(Data, "PG_VERSION");
            var text = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
            return int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : null;
        }
    }

    public static ClusterFolder Choose(LocalPostgresOptions options)
    {
        var root = options.DataRoot;
        if (string.IsNullOrWhiteSpace(root))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(RealPath(options.ContentRoot))))[..12];

            // Never below root's home: it is closed to the server's account.
            root = !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess
                ? $"/var/lib/govdisclosure/{hash}"
                : Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                    "govdisclosure", "pg", hash);
        }

        // Without links, because the kernel reports the folder of a process without links, and all processes must agree on the socket.
        return new ClusterFolder(RealPath(root));
    }

    public void Create(ServerAccount account)
    {
        CreateFolder(Root, account.Name is null ? OwnerOnly : OpenToRead);
        foreach (var folder in new[] { Sockets, Log })
        {
            CreateFolder(folder, OwnerOnly);
            account.Own(folder);
        }
    }

    /// <summary>Makes the empty folder in which initdb works.</summary>
    public void CreateNewData(ServerAccount account)
    {
        CreateFolder(NewData, OwnerOnly);
        account.Own(NewData);
    }

    /// <summary>Writes a file in one step, and to the disk, so that a crash leaves the old or the new text.</summary>
    public static void Write(string path, string text, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        var draft = path + ".new";
        File.Delete(draft); // its mode would be that of a former attempt
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(draft, mode);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Makes a folder and its missing parents with exactly this mode, whatever the umask; leaves existing ones alone.</summary>
    private static void CreateFolder(string path, UnixFileMode mode)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
        {
            CreateFolder(parent, mode);
        }

        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, mode);
        }
    }

    private static string RealPath(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var resolved = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return Directory.Exists(resolved) && Directory.ResolveLinkTarget(resolved, returnFinalTarget: true) is { } target
            ? RealPath(target.FullName)
            : resolved;
    }
}
