using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GovDisclosure.LocalPostgres;

/// <summary>Finds the server's programs: what is named, what is installed, what is unpacked, what can be unpacked.</summary>
internal sealed partial class BinaryLocator(
    LocalPostgresOptions options, ClusterFolder folder, CommandRunner commands, EmbeddedPackage package)
{
    // Where packages of the usual systems put each major version: parent, pattern of the version's folder, what follows it.
    private static readonly (string Parent, string Pattern, string Programs)[] Installations =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql@*", "bin"),
        ("/usr/local/opt", "postgresql@*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        (Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin"),
    ];

    /// <exception cref="LocalPostgresException">There are none, or none that fit the existing data.</exception>
    public async Task<PostgresBinaries> FindAsync(CancellationToken cancellationToken)
    {
        var required = folder.MajorVersion;
        if (Named() is var (directory, origin))
        {
            return await FromNamedAsync(directory, origin, required, cancellationToken);
        }

        var unfit = new List<string>();
        foreach (var candidate in Installed().Concat(package.Unpacked(folder)).Distinct(StringComparer.Ordinal))
        {
            if (await InspectAsync(candidate, cancellationToken) is not { } binaries)
            {
                continue;
            }

            if (required is null || required == binaries.MajorVersion)
            {
                return binaries;
            }

            unfit.Add(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL {binaries.MajorVersion} in {candidate}"));
        }

        var unpacked = await package.UnpackAsync(options, folder, required, cancellationToken) ?? throw NothingFound(required, unfit);
        return await InspectAsync(unpacked, cancellationToken)
            ?? throw new LocalPostgresException(
                $"The package was unpacked, but the programs in {unpacked} cannot be run by the account of the server. "
                + "The folder may be mounted noexec, closed by one of its parents, or of another machine type.");
    }

    private (string Directory, string Origin)? Named()
    {
        if (!string.IsNullOrWhiteSpace(options.BinDirectory))
        {
            return (options.BinDirectory, "The configured folder of PostgreSQL's programs");
        }

        return Environment.GetEnvironmentVariable("PGBIN") is { Length: > 0 } value ? (value, "The environment variable PGBIN") : null;
    }

    private async Task<PostgresBinaries> FromNamedAsync(string directory, string origin, int? required, CancellationToken cancellationToken)
    {
        var binaries = await InspectAsync(Path.GetFullPath(directory), cancellationToken)
            ?? throw new LocalPostgresException(
                $"{origin} names {directory}, but initdb, pg_ctl and postgres are not there or cannot be run by the account of the server. "
                + "Correct it, or remove it so that an installed server is looked for.");
        return required is null || required == binaries.MajorVersion
            ? binaries
            : throw new LocalPostgresException(string.Create(
                CultureInfo.InvariantCulture,
                $"{origin} names PostgreSQL {binaries.MajorVersion}, but the data in {folder.Root} were made by PostgreSQL {required}. ")
                + "Name that version, or dump and restore the data.");
    }

    private static IEnumerable<string> Installed()
    {
        var path = Environment.GetEnvironmentVariable("PATH") ?? "";
        foreach (var entry in path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            // The link on the PATH does not stand beside the other programs; its target does.
            var initdb = new FileInfo(PostgresBinaries.Program(entry, "initdb"));
            if (initdb.Exists)
            {
                yield return Path.GetDirectoryName((initdb.ResolveLinkTarget(returnFinalTarget: true) ?? initdb).FullName)!;
            }
        }

        foreach (var (parent, pattern, programs) in Installations)
        {
            if (Path.IsPathRooted(parent) && Directory.Exists(parent))
            {
                foreach (var version in Directory.GetDirectories(parent, pattern).OrderByDescending(VersionNumber))
                {
                    yield return Path.Combine(version, programs);
                }
            }
        }
    }

    private static double VersionNumber(string directory) =>
        double.TryParse(Digits().Match(Path.GetFileName(directory)).Value, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private async Task<PostgresBinaries?> InspectAsync(string directory, CancellationToken cancellationToken)
    {
        if (!PostgresBinaries.AreIn(directory))
        {
            return null;
        }

        try
        {
            var answer = await commands.RunAsync(
                PostgresBinaries.Program(directory, "postgres"), ["--version"], Path.GetPathRoot(directory)!, cancellationToken);
            return answer.ExitCode == 0 && Digits().Match(answer.Output) is { Success: true } version
                ? new PostgresBinaries(directory, int.Parse(version.Value.Split('.')[0], CultureInfo.InvariantCulture))
                : null;
        }
        catch (Win32Exception)
        {
            return null; // not for this machine, or closed to the server's account
        }
    }

    private LocalPostgresException NothingFound(int? required, List<string> unfit)
    {
        var what = required is { } major
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The data in {folder.Root} were made by PostgreSQL {major}, and no PostgreSQL {major} was found")
                + (unfit.Count > 0 ? $" (only {string.Join(", ", unfit)})" : "")
            : "No PostgreSQL server was found on this machine";
        var suffix = required is null ? "" : string.Create(CultureInfo.InvariantCulture, $"-{required}");
        return new LocalPostgresException($"""
            {what}. Either install one as root:
                apt-get install -y --no-install-recommends postgresql{suffix}
            or, without root, run this in {options.ContentRoot} and leave the file there:
                npm pack {package.NameFor(required)}
            or name the folder of initdb in the environment variable PGBIN.
            """);
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
