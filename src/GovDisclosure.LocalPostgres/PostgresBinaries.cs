namespace GovDisclosure.LocalPostgres;

/// <summary>A folder with the server's programs, and their major version.</summary>
internal sealed record PostgresBinaries(string Directory, int MajorVersion)
{
    public string Initdb => Program(Directory, "initdb");

    public string PgCtl => Program(Directory, "pg_ctl");

    public static string Program(string directory, string name) =>
        Path.Combine(directory, OperatingSystem.IsWindows() ? name + ".exe" : name);

    public static bool AreIn(string directory) =>
        Array.TrueForAll(["initdb", "pg_ctl", "postgres"], name => File.Exists(Program(directory, name)));
}
