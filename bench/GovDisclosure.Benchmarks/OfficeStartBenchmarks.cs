using System.Net;
using BenchmarkDotNet.Attributes;
using GovDisclosure.Data;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;

namespace GovDisclosure.Benchmarks;

/// <summary>The municipal office's start page with the 73 agencies and the year's duties: the whole answer, and its one statement.</summary>
/// <remarks>In process, since the portal and its database are started once and the code that is measured is built as it is shipped.</remarks>
[InProcess]
[WarmupCount(5)]
[IterationCount(20)]
[MemoryDiagnoser]
public class OfficeStartBenchmarks
{
    private PortalServer _server = null!;
    private PortalFactory _portal = null!;
    private PortalClient _client = null!;
    private GovDbContext _db = null!;
    private OversightInstant _at = null!;

    /// <summary>Starts a database with the sample history and a portal on it, and signs in.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _server = new PortalServer();
        await _server.InitializeAsync();
        _portal = _server.NewPortal(new PortalHostOptions { Environment = "Production" });
        _client = await _portal.SignInAsync("office");
        _db = _server.Contexts.Create(new AccessScope(Audience.Office));
        var plan = await new PlanQueries(_db).CurrentAsync(CancellationToken.None);
        var calendar = _server.Plan.Calendar;
        _at = new OversightInstant(
            plan!.Id, ViewInstant.Now(TestClock.Beijing, calendar, 3), ViewInstant.AtEndOf(calendar.AddWorkingDays(TestClock.Today, -1), calendar, 3));
    }

    /// <summary>GET /office over HTTP in process: session, figures, late cases, what waits, and the page.</summary>
    [Benchmark]
    public async Task<int> Page()
    {
        var answer = await _client.GetAsync("/office");
        return answer.Status == HttpStatusCode.OK ? answer.Body.Length : throw new InvalidOperationException($"/office answered {answer.Status}.");
    }

    /// <summary>The statement that counts the board.</summary>
    [Benchmark]
    public async Task<int> Statement() => (await new BoardQueries(_db).LoadAsync(_at, null, CancellationToken.None)).Total.Owed;

    /// <summary>A page of the rows behind a figure of all agencies.</summary>
    [Benchmark]
    public async Task<int> Rows() =>
        (await new OversightQueries(_db).ListAsync(new OversightFilter { States = OversightStates.Overdue }, Data.Obligations.PageRequest.First, _at, CancellationToken.None)).Rows.Count;

    /// <summary>Stops both.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _db.DisposeAsync();
        await _portal.DisposeAsync();
        await _server.DisposeAsync();
    }
}
