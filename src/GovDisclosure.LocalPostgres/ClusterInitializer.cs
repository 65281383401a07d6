using System.Security.Cryptography;
using Microsoft.Extensions.Logging;

namespace GovDisclosure.LocalPostgres;

/// <summary>Makes the cluster once.</summary>
internal sealed class ClusterInitializer(
    ClusterFolder folder, CommandRunner commands, ProcessTable processes, TimeProvider time, ILogger logger)
{
    public const string Superuser = "postgres";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Makes the cluster unless it exists. The caller holds the start lock.</summary>
    public async Task EnsureAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (folder.MajorVersion is not null)
        {
            return;
        }

        if (Directory.Exists(folder.Data))
        {
            throw new LocalPostgresException($"{folder.Data} exists but is no database cluster (it has no PG_VERSION). Move it away.");
        }

        await RemoveAttemptAsync(cancellationToken);
        logger.LogInformation("Making a PostgreSQL {Version} cluster in {Folder}", binaries.MajorVersion, folder.Root);
        folder.CreateNewData(commands.Account);
        ClusterFolder.Write(
            folder.PasswordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)), ClusterFolder.PrivateFile);
        commands.Account.Own(folder.PasswordFile);

        // Relative paths: some of them pass through a shell.
        var result = await commands.RunAsync(
            binaries.Initdb,
            [
                "-D", Path.GetFileName(folder.NewData), "-U", Superuser, "--pwfile", Path.GetFileName(folder.PasswordFile),
                "--auth=scram-sha-256", "-E", "UTF8", $"--locale={Locale}", "--data-checksums",
            ],
            folder.Root,
            cancellationToken);
        if (result.ExitCode != 0)
        {
            throw new LocalPostgresException($"initdb could not make a cluster in {folder.Root}. It says:\n{result.Output}");
        }

        await File.AppendAllTextAsync(
            Path.Combine(folder.NewData, "postgresql.conf"), $"\n{ServerSettings.Include}\n", cancellationToken);
        Directory.Move(folder.NewData, folder.Data);
    }

    /// <summary>Clears what a start that was killed has left, when its initdb is done with it.</summary>
    private async Task RemoveAttemptAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder.NewData))
        {
            return;
        }

        IReadOnlyList<string> busy = [];
        if (!await Poll.UntilAsync(
            async () => (busy = await processes.ListAsync(cancellationToken)).Count == 0, Patience, time, cancellationToken))
        {
            throw new LocalPostgresException(
                $"An earlier initdb is still at work in {folder.NewData}: process {string.Join(", ", busy)}. End it and start again.");
        }

        Directory.Delete(folder.NewData, recursive: true);
    }

    // The character type must be UTF-8, else pg_trgm sees no Chinese. Only glibc and musl have C.UTF-8 for certain.
    private static string Locale => OperatingSystem.IsLinux() ? "C.UTF-8" : OperatingSystem.IsWindows() ? "en-US" : "en_US.UTF-8";
}
