using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GovDisclosure.TestCommon;

/// <summary>What a program of the portal answered.</summary>
public sealed record ProcessAnswer(int ExitCode, string Output, string Errors);

/// <summary>The portal's own program, as a person at a terminal starts it.</summary>
public static class PortalProcess
{
    /// <summary>Runs a command to its end.</summary>
    public static async Task<ProcessAnswer> RunAsync(
        IReadOnlyList<string> arguments, string? input = null, IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellationToken = default)
    {
        using var process = Start(arguments, environment);
        await process.StandardInput.WriteAsync(input ?? "");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new ProcessAnswer(process.ExitCode, await output, await errors);
    }

    /// <summary>Serves the portal on a free port while an action runs, then asks the process to stop. Returns its exit code and what it wrote.</summary>
    public static async Task<ProcessAnswer> ServeAsync(
        IReadOnlyDictionary<string, string> environment, Func<Uri, Task> action, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(action);
        using var process = Start(["--urls", "http://127.0.0.1:0"], environment);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            var lines = new StringBuilder();
            Uri? address = null;
            while (address is null)
            {
                var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                    ?? throw new InvalidOperationException($"The portal ended before it served: {lines} {await errors}");
                lines.AppendLine(line);
                address = line.StartsWith("GovDisclosure: ", StringComparison.Ordinal) ? new Uri(line["GovDisclosure: ".Length..]) : null;
            }

            var rest = process.StandardOutput.ReadToEndAsync(cancellationToken);
            await action(address);
            using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await kill.WaitForExitAsync(cancellationToken);
            }

            await process.WaitForExitAsync(cancellationToken);
            return new ProcessAnswer(process.ExitCode, lines.Append(await rest).ToString(), await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Starts the program with its three streams in hand; the caller ends it.</summary>
    public static Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            WorkingDirectory = Repository.Web,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "GovDisclosure.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The portal's program did not start.");
    }
}
