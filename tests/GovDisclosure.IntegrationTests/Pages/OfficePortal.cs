using System.Collections.Concurrent;
using System.Globalization;
using GovDisclosure.Data;
using GovDisclosure.Data.Calendars;
using GovDisclosure.Data.Dashboards;
using GovDisclosure.Data.Hosting;
using GovDisclosure.Data.Plans;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Dashboards;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Pages;

/// <summary>A portal with the sample history on a database of its own: other tests write into the shared one while figures are compared.</summary>
public sealed class OfficePortal(PortalServer server) : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DateOnly, Lazy<Task<IReadOnlyList<(TaskFigure Figure, int Section, AgencyKind Kind)>>>> _figures = new();
    private TestDatabase _database = null!;

    public PortalFactory Portal { get; private set; } = null!;

    public NpgsqlDataSource Administrator { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await server.ReserveDatabaseAsync();
        Portal = PortalServer.NewPortalOn(_database, new PortalHostOptions { ShowsSamples = true });
        Portal.NewClient();
        Administrator = NpgsqlDataSource.Create(_database.Administrator);
        // States that the sample history may lack: some exempt, some cancelled, some with more time.
        await Sql.RunAsync(Administrator, """
            WITH chosen AS (SELECT agency_id, obligation_id, row_number() OVER (ORDER BY due_at, agency_id, obligation_id) AS place FROM gov.obligation_standing)
            UPDATE gov.obligation_standing standing SET
              disposition = CASE WHEN place % 97 = 0 THEN 'exempt' WHEN place % 101 = 0 THEN 'cancelled' ELSE disposition END,
              due_at = CASE WHEN place % 89 = 0 THEN due_at + interval '20 days' ELSE due_at END
            FROM chosen WHERE chosen.agency_id = standing.agency_id AND chosen.obligation_id = standing.obligation_id
            """);
    }

    /// <summary>Somebody of the municipal office.</summary>
    public Task<PortalClient> OfficeAsync() => Portal.SignInAsync("office");

    /// <summary>An identity, as the database says it.</summary>
    public async Task<Guid> IdAsync(string sql) => await Sql.ScalarAsync<Guid>(Administrator, sql);

    /// <summary>
    /// How many duties an address of the office's list means, counted from all duties task by task. Null where the address asks for more than
    /// agencies, sections, tasks, roles and states.
    /// </summary>
    public async Task<int?> CountAsync(string href)
    {
        var parts = href.Split('?', 2);
        var query = QueryHelpers.ParseQuery(parts.Length > 1 ? parts[1] : "");
        if (parts[0] != "/office/duties" || query.Keys.Except(["agency", "class", "section", "task", "role", "state", "asof"]).Any())
        {
            return null;
        }

        var day = query.TryGetValue("asof", out var asOf) ? DateOnly.ParseExact(asOf.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture) : TestClock.Today;
        var figures = await _figures.GetOrAdd(day, _ => new(() => ReadAsync(day))).Value;
        var tally = DutyTally.Sum(figures.Where(row =>
            (!query.TryGetValue("agency", out var agency) || row.Figure.AgencyId == Guid.Parse(agency.ToString()))
            && (!query.TryGetValue("class", out var agencyClass) || AgencyClasses.Of(row.Kind) is { } of && EnumWords.ToWord(of) == agencyClass)
            && (!query.TryGetValue("section", out var section) || row.Section.ToString(CultureInfo.InvariantCulture) == section)
            && (!query.TryGetValue("task", out var task) || row.Figure.TaskId == Guid.Parse(task.ToString()))
            && (!query.TryGetValue("role", out var role) || (row.Figure.Role is AssignmentRole.Lead or AssignmentRole.JointLead) == (role == "lead")))
            .Select(row => row.Figure.Tally));
        return new OversightCounts(tally).Of(query.TryGetValue("state", out var state) ? EnumWords.FromWord<OversightStates>(state.ToString()) : OversightStates.Owed);
    }

    private async Task<IReadOnlyList<(TaskFigure Figure, int Section, AgencyKind Kind)>> ReadAsync(DateOnly day)
    {
        await using var db = Portal.Services.GetRequiredService<GovDbContextFactory>().Create(new AccessScope(Audience.Office));
        var planId = (await new PlanQueries(db).CurrentAsync(CancellationToken.None))!.Id;
        var calendar = HolidayFile.ReadEmbedded();
        var view = day < TestClock.Today ? ViewInstant.AtEndOf(day, calendar, 3) : ViewInstant.Now(TestClock.Beijing, calendar, 3);
        var figures = await new OversightQueries(db).ByTaskAsync(new OversightFilter(), new OversightInstant(planId, view), CancellationToken.None);
        var sections = (await new TaskQueries(db).ListAsync(planId, CancellationToken.None)).ToDictionary(task => task.Id, task => task.Section);
        var kinds = (await new BoardQueries(db).AgenciesAsync(CancellationToken.None)).ToDictionary(agency => agency.Id, agency => agency.Kind);
        return [.. figures.Select(figure => (figure, sections[figure.TaskId], kinds[figure.AgencyId]))];
    }

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        await Administrator.DisposeAsync();
        await _database.DisposeAsync();
    }
}
