using System.Diagnostics;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.Benchmarks;

/// <summary>What takes seconds and changes a database: measured by a clock and a few times, since BenchmarkDotNet measures what can be repeated by the thousand.</summary>
internal static class BulkRuns
{
    private const int Duties = 1_000_000;

    /// <summary>A notice of days off over a million open duties: its preview, loading it and undoing it, each counting all of them anew.</summary>
    /// <param name="spans">On how many working days up to today the duties begin, for each run.</param>
    public static async Task RecomputeAsync(params IReadOnlyList<int> spans)
    {
        foreach (var days in spans)
        {
            await using var server = new PortalServer();
            await server.InitializeAsync();
            await TimeAsync($"adding {Duties:N0} duties that begin on {days} days", async () =>
            {
                await ManyDuties.AddAsync(server, Duties, days);
                return Duties;
            });
            for (var round = 0; round < 2; round++)
            {
                await RoundAsync(server);
            }
        }
    }

    /// <summary>A plan of 60 tasks for 100 agencies over a year.</summary>
    public static async Task MaterialiseAsync()
    {
        await using var server = new PortalServer();
        await server.InitializeAsync();
        for (var round = 0; round < 3; round++)
        {
            var plan = await ManyDuties.PlanAsync(server, tasks: 60, agencies: 100, year: 2017 + round);
            await using var db = server.SetUp();
            await TimeAsync("materialising 60 tasks × 100 agencies over a year", () => ObligationMaterialiser.ForPlanAsync(
                db, plan, server.Plan.Calendar, BeijingTime.StartOf(plan.IssuedOn), CancellationToken.None));
            await TimeAsync("the same again, which finds nothing to do", () => ObligationMaterialiser.ForPlanAsync(
                db, plan, server.Plan.Calendar, BeijingTime.StartOf(plan.IssuedOn), CancellationToken.None));
        }
    }

    private static async Task RoundAsync(PortalServer server)
    {
        await using var anonymous = server.Contexts.Create(AccessScope.Anonymous);
        var office = await anonymous.Agencies.Where(row => row.Code == "office").Select(row => row.Id).SingleAsync();
        await using var db = server.Contexts.Create(new AccessScope(Audience.Office, office, Guid.NewGuid(), "bench"));
        var calendars = new CalendarQueries(db, new CalendarCache());
        var service = new CalendarService(db, calendars, TestClock.Beijing);
        var previews = new CalendarPreviewQueries(db, calendars);
        var draft = new CalendarNoticeDraft(
            Guid.NewGuid().ToString(), 2016, TestClock.Today, "",
            [new(new DateOnly(2016, 10, 24), NoticeDayKind.Holiday, "bench"), new(new DateOnly(2016, 10, 25), NoticeDayKind.Holiday, "bench")]);
        var id = (await service.PrepareAsync(Guid.NewGuid(), draft, CancellationToken.None)).Id!.Value;
        CalendarSeen seen = null!;
        await TimeAsync("preview", async () => (seen = (await previews.OfDraftAsync(id, PageRequest.First, CancellationToken.None))!.Value.Preview.Seen).Moved);
        await TimeAsync("load", async () => (await service.LoadAsync(id, seen, CancellationToken.None)).Moved);
        seen = (await previews.OfUndoAsync(id, PageRequest.First, CancellationToken.None))!.Value.Preview.Seen;
        await TimeAsync("undo", async () => (await service.UndoAsync(id, seen, CancellationToken.None)).Moved);
    }

    private static async Task TimeAsync(string what, Func<Task<int>> run)
    {
        var watch = Stopwatch.StartNew();
        var count = await run();
        await Console.Out.WriteLineAsync($"{what}: {count:N0} in {watch.Elapsed.TotalSeconds:N1} s");
    }
}
