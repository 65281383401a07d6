using System.Net;
using BenchmarkDotNet.Attributes;
using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.PenaltyCases;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Benchmarks;

/// <summary>The register of an agency with 20,000 penalty cases: the page, its statement, the counts above it, a search, and the public list.</summary>
[InProcess]
[WarmupCount(5)]
[IterationCount(20)]
[MemoryDiagnoser]
public class CaseRegisterBenchmarks
{
    private const int Cases = 20_000;
    private const string Agency = "gongshang";

    private PortalServer _server = null!;
    private PortalFactory _portal = null!;
    private PortalClient _client = null!;
    private GovDbContext _db = null!;
    private CaseQueries _cases = null!;
    private ViewInstant _view = null!;

    /// <summary>Starts a database with the sample history and the copies, and a portal on it, and signs in.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _server = new PortalServer();
        await _server.InitializeAsync();
        await ManyCases.AddAsync(_server, Agency, Cases);
        _portal = _server.NewPortal(new PortalHostOptions { Environment = "Production" });
        _client = await _portal.SignInAsync(Agency + ".clerk");
        await using var all = _server.SetUp();
        _db = _server.Contexts.Create(new AccessScope(Audience.Agency, await all.Agencies.Where(row => row.Code == Agency).Select(row => row.Id).SingleAsync()));
        _cases = new CaseQueries(_db, new ObligationDetailQuery(_db));
        _view = ViewInstant.Now(TestClock.Beijing, _server.Plan.Calendar, 3);
        var owed = (await _cases.CountAsync(null, _view, CancellationToken.None)).States.Values.Sum();
        if (owed < Cases)
        {
            throw new InvalidOperationException($"The register has {owed} cases only.");
        }
    }

    /// <summary>GET /work/cases over HTTP in process.</summary>
    [Benchmark]
    public Task<int> Page() => GetAsync("/work/cases");

    /// <summary>GET /cases, the public list.</summary>
    [Benchmark]
    public Task<int> PublicPage() => GetAsync("/cases");

    /// <summary>The statement of the register's first page: what is to be published, urgent first.</summary>
    [Benchmark]
    public async Task<int> List() => (await _cases.ListAsync(CaseFilter.ToDo, null, PageRequest.First, _view, CancellationToken.None)).Rows.Count;

    /// <summary>The same for what has been published, newest first.</summary>
    [Benchmark]
    public async Task<int> ListOfPublished() => (await _cases.ListAsync(CaseFilter.OnTime, null, PageRequest.First, _view, CancellationToken.None)).Rows.Count;

    /// <summary>The same with words to search for.</summary>
    [Benchmark]
    public async Task<int> Search() => (await _cases.ListAsync(CaseFilter.All, "化妆品", PageRequest.First, _view, CancellationToken.None)).Rows.Count;

    /// <summary>The counts above the list.</summary>
    [Benchmark]
    public async Task<int> Counts() => (await _cases.CountAsync(null, _view, CancellationToken.None)).States.Count;

    /// <summary>Stops both.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _db.DisposeAsync();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<int> GetAsync(string path)
    {
        var answer = await _client.GetAsync(path);
        return answer.Status == HttpStatusCode.OK ? answer.Body.Length : throw new InvalidOperationException($"{path} answered {answer.Status}.");
    }
}
