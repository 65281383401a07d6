using System.Diagnostics;
using System.Runtime.Versioning;
using GovDisclosure.LocalPostgres.Tests.Support;

[assembly: SupportedOSPlatform("linux")]
[assembly: AssemblyFixture(typeof(Workshop))]

namespace GovDisclosure.LocalPostgres.Tests.Support;

/// <summary>What all tests share: the host program where every account can read it, and a stopped cluster to copy.</summary>
public sealed class Workshop : IAsyncLifetime
{
    private readonly string folder = TestRoot.NewFolder();

    public string HostProgram => Path.Combine(folder, "host", "GovDisclosure.LocalPostgres.TestHost.dll");

    private string Template => Path.Combine(folder, "template");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(HostProgram)!);
        foreach (var pattern in new[] { "GovDisclosure.LocalPostgres*", "Npgsql.dll", "Microsoft.Extensions.*.dll" })
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, pattern))
            {
                File.Copy(file, Path.Combine(folder, "host", Path.GetFileName(file)));
            }
        }

        await using var server = await TestRoot.StartAsync(Template);
        await Sql.RunAsync(server.AdminConnectionString, "CREATE TABLE kept (value int); INSERT INTO kept VALUES (42)");
    }

    /// <summary>Copies the cluster with its owners: much faster than initdb.</summary>
    public void CopyTemplate(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var copy = Process.Start("cp", ["-a", Template, target]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
