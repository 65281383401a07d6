using System.Globalization;
using System.Runtime.InteropServices;

namespace GovDisclosure.LocalPostgres;

/// <summary>
/// The system account that runs the server: PostgreSQL refuses to run as root, so root hands it to another one. Without a name the
/// server runs as we do.
/// </summary>
internal sealed record ServerAccount(string? Name, int Uid, int Gid)
{
    private static readonly ServerAccount Ourselves = new(Name: null, Uid: -1, Gid: -1);

    public static ServerAccount Current()
    {
        // On Windows pg_ctl gives up administrator rights by itself.
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return Ourselves;
        }

        var accounts = File.ReadLines("/etc/passwd").Select(line => line.Split(':')).Where(fields => fields.Length > 3).ToList();
        var fields = accounts.Find(f => f[0] == "postgres") ?? accounts.Find(f => f[0] == "nobody")
            ?? throw new LocalPostgresException(
                "PostgreSQL does not run as root, and there is neither an account 'postgres' nor 'nobody' to run it. "
                + "Create one (useradd --system postgres) or start the application as an ordinary user.");
        return new ServerAccount(
            fields[0], int.Parse(fields[2], CultureInfo.InvariantCulture), int.Parse(fields[3], CultureInfo.InvariantCulture));
    }

    /// <summary>Gives a file or folder to the account; does nothing when the server runs as we do.</summary>
    public void Own(string path)
    {
        if (Name is not null && ChangeOwner(path, Uid, Gid) != 0)
        {
            throw new IOException($"{path} cannot be given to the account {Name}: {Marshal.GetLastPInvokeErrorMessage()}.");
        }
    }

    // .NET has no call for this. The variant that does not follow links: root must not be led elsewhere.
    [DllImport(
        "libc", EntryPoint = "lchown", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ChangeOwner([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int owner, int group);
}
