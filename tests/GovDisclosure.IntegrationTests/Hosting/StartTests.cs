using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GovDisclosure.TestCommon;

namespace GovDisclosure.IntegrationTests.Hosting;

/// <summary>A portal that cannot start says why in a sentence; one that is told to stop while it starts leaves no database behind.</summary>
public sealed class StartTests(NewPortals portals) : IClassFixture<NewPortals>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_NoDatabaseThere_SaysSoInASentence()
    {
        var nowhere = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Default"] = "Host=127.0.0.1;Port=1;Username=postgres;Password=planted-secret;Timeout=5",
        };

        var answer = await PortalProcess.RunAsync(["--urls", "http://127.0.0.1:0"], environment: nowhere, cancellationToken: Cancellation);

        AssertRefused(answer, "127.0.0.1:1");
        Assert.DoesNotContain("planted-secret", answer.Output + answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AddressTaken_NamesIt()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = "http://" + taken.LocalEndpoint;

        var answer = await PortalProcess.RunAsync(["--urls", address], environment: portals.Environment, cancellationToken: Cancellation);

        AssertRefused(answer, address);
    }

    [Fact]
    public async Task Start_ToldToStopOnTheWay_StopsItsDatabaseToo()
    {
        var root = Path.Combine("/var/tmp", "gd-start-" + Guid.NewGuid().ToString("N")[..8]);
        var pidFile = Path.Combine(root, "data", "postmaster.pid");
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["LocalPostgres__DataRoot"] = root, ["ConnectionStrings__Default"] = "" };
        try
        {
            using var process = PortalProcess.Start(["--urls", "http://127.0.0.1:0"], settings);
            var output = process.StandardOutput.ReadToEndAsync(Cancellation);
            var errors = process.StandardError.ReadToEndAsync(Cancellation);
            while (!File.Exists(pidFile) && !process.HasExited)
            {
                await Task.Delay(20, Cancellation);
            }

            using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            {
                await kill.WaitForExitAsync(Cancellation);
            }

            await process.WaitForExitAsync(Cancellation);

            Assert.DoesNotContain("GovDisclosure: http", await output, StringComparison.Ordinal);
            Assert.Equal("", await errors);
            Assert.Equal(0, process.ExitCode);
            Assert.False(File.Exists(pidFile), "The database still runs.");
        }
        finally
        {
            if (File.Exists(pidFile) && int.TryParse((await File.ReadAllLinesAsync(pidFile, CancellationToken.None))[0], CultureInfo.InvariantCulture, out var pid))
            {
                using var kill = Process.Start("kill", ["-INT", pid.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(CancellationToken.None);
            }

            if (Directory.Exists(root))
            {
                Directory.Delete(root, recursive: true);
            }
        }
    }

    private static void AssertRefused(ProcessAnswer answer, string named)
    {
        Assert.Equal(1, answer.ExitCode);
        Assert.StartsWith("GovDisclosure cannot start: ", answer.Errors, StringComparison.Ordinal);
        Assert.Contains(named, answer.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Errors, StringComparison.Ordinal);
    }
}
