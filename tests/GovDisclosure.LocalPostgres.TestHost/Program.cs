using System.Diagnostics;
using GovDisclosure.LocalPostgres;
using GovDisclosure.LocalPostgres.TestHost;

// A process to be killed: it takes a share in a server and does what it is told, a line at a time.
// Usage: TestHost <data root> [package file]; then "ensure" or "exit" on standard input.
try
{
    var watch = Stopwatch.StartNew();
    var options = new LocalPostgresOptions { DataRoot = args[0], ContentRoot = args[0], PackageFile = args.ElementAtOrDefault(1) };
    await using var server = await LocalPostgresServer.StartAsync(options, new LineLogger(), CancellationToken.None);
    LineLogger.Say("ready", server.AdminConnectionString);
    LineLogger.Say("log", $"{watch.ElapsedMilliseconds} ms, {server.BinDirectory}");
    while (Console.ReadLine() is "ensure")
    {
        watch.Restart();
        await server.EnsureRunningAsync(CancellationToken.None);
        LineLogger.Say("ok", $"{watch.ElapsedMilliseconds} ms");
    }
}
catch (LocalPostgresException e)
{
    LineLogger.Say("failed", e.Message);
    return 2;
}

return 0;
