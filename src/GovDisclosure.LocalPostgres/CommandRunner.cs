using System.ComponentModel;
using System.Diagnostics;

namespace GovDisclosure.LocalPostgres;

/// <summary>Runs PostgreSQL's programs as the server's account.</summary>
internal sealed class CommandRunner(ServerAccount account, string home)
{
    // All else stays out: PG* variables would redirect the programs, and the application's secrets are none of the server's business.
    private static readonly string[] Inherited = ["PATH", "TZ", "TMPDIR", "LD_LIBRARY_PATH"];

    public ServerAccount Account { get; } = account;

    /// <exception cref="Win32Exception">The program or the folder cannot be reached by the server's account.</exception>
    public async Task<CommandResult> RunAsync(
        string program, IEnumerable<string> arguments, string workingDirectory, CancellationToken cancellationToken)
    {
        using var process = Process.Start(Describe(program, arguments, workingDirectory))
            ?? throw new LocalPostgresException($"{program} could not be started.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var text = await output + await errors;
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, text.Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    private ProcessStartInfo Describe(string program, IEnumerable<string> arguments, string workingDirectory)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (!OperatingSystem.IsWindows())
        {
            start.Environment.Clear();
            foreach (var name in Inherited)
            {
                if (Environment.GetEnvironmentVariable(name) is { } value)
                {
                    start.Environment[name] = value;
                }
            }

            start.Environment["HOME"] = home;
            start.Environment["LC_ALL"] = "C";
        }
        else
        {
            foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.OrdinalIgnoreCase)).ToList())
            {
                start.Environment.Remove(name);
            }
        }

        if (Account.Name is not null)
        {
            // The child gives up root itself (groups, gid, uid) before it runs the program.
            start.UserName = Account.Name;
        }

        return start;
    }
}

internal sealed record CommandResult(int ExitCode, string Output);
