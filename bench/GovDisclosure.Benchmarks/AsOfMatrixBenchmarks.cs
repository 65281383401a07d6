using System.Net;
using BenchmarkDotNet.Attributes;
using GovDisclosure.TestCommon;

namespace GovDisclosure.Benchmarks;

/// <summary>The matrix of all agencies as a past day ended, and the same compared with another day.</summary>
[InProcess]
[WarmupCount(5)]
[IterationCount(20)]
[MemoryDiagnoser]
public class AsOfMatrixBenchmarks
{
    private const string Matrix = "/office/matrix?asof=2016-06-30";

    private PortalServer _server = null!;
    private PortalFactory _portal = null!;
    private PortalClient _client = null!;

    /// <summary>Starts a database with the sample history and a portal on it, and signs in.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _server = new PortalServer();
        await _server.InitializeAsync();
        _portal = _server.NewPortal(new PortalHostOptions { Environment = "Production" });
        _client = await _portal.SignInAsync("office");
    }

    /// <summary>The matrix of 30 June, over HTTP in process.</summary>
    [Benchmark]
    public Task<int> AsOf() => ReadAsync(Matrix);

    /// <summary>The same beside 30 September.</summary>
    [Benchmark]
    public Task<int> Compared() => ReadAsync(Matrix + "&compare=2016-09-30");

    /// <summary>Stops both.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<int> ReadAsync(string path)
    {
        var answer = await _client.GetAsync(path);
        return answer.Status == HttpStatusCode.OK ? answer.Body.Length : throw new InvalidOperationException($"{path} answered {answer.Status}.");
    }
}
