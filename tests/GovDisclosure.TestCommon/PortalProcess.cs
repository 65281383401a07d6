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
        await using var portal = await StartAsync(environment, cancellationToken);
        await action(portal.Address);
        return await portal.StopAsync(cancellationToken);
    }

    /// <summary>Starts to serve the portal on a free port, and returns when it does.</summary>
    public static async Task<ServingPortal> StartAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var process = Start(["--urls", "http://127.0.0.1:0"], environment);
        try
        {
            return await ServingPortal.ReadAsync(process, cancellationToken);
        }
        catch
        {
            using (process)
            {
                process.Kill(entireProcessTree: true);
            }

            throw;
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

/// <summary>A process that serves the portal. Disposing of it ends it.</summary>
public sealed class ServingPortal : IAsyncDisposable
{
    private const string Mark = "GovDisclosure: ";

    private readonly Process _process;
    private readonly string _lines;
    private readonly Task<string> _rest;
    private readonly Task<string> _errors;

    private ServingPortal(Process process, Uri address, string lines, Task<string> rest, Task<string> errors)
    {
        _process = process;
        Address = address;
        _lines = lines;
        _rest = rest;
        _errors = errors;
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>Asks it to stop, as Ctrl+C does, and waits until it has. Returns its exit code and what it wrote.</summary>
    public async Task<ProcessAnswer> StopAsync(CancellationToken cancellationToken)
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(cancellationToken);
        }

        await _process.WaitForExitAsync(cancellationToken);
        return new ProcessAnswer(_process.ExitCode, _lines + await _rest, await _errors);
    }

    /// <summary>kill -9: it has no time to do anything more, and what it started lives on.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    internal static async Task<ServingPortal> ReadAsync(Process process, CancellationToken cancellationToken)
    {
        // Read to the end whatever happens to the caller: a process whose pipe is full would stand still.
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var lines = new StringBuilder();
        while (true)
        {
            var line = await process.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException($"The portal ended before it served: {lines} {await errors}");
            lines.AppendLine(line);
            if (line.StartsWith(Mark, StringComparison.Ordinal))
            {
                return new(process, new Uri(line[Mark.Length..]), lines.ToString(), process.StandardOutput.ReadToEndAsync(CancellationToken.None), errors);
            }
        }
    }
}
