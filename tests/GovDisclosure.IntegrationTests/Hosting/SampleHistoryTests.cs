using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Hosting;

/// <summary>The sample history of a development portal is the same on every machine, and lies in the past.</summary>
public sealed class SampleHistoryTests(PortalServer server)
{
    [Fact]
    public async Task Start_OnAnotherDatabase_MakesTheSameSample()
    {
        const string Print = """
            SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
              SELECT concat_ws(' ', a.code, d.title, d.address, d.published_at, d.logged_at) FROM gov.disclosure d JOIN gov.agency a ON a.id = d.agency_id WHERE d.is_sample
              UNION ALL SELECT concat_ws(' ', a.code, t.reference, t.title, t.occurred_at) FROM gov.trigger_event t JOIN gov.agency a ON a.id = t.agency_id WHERE t.is_sample) AS x(line)
            """;

        Assert.Equal(await Sql.ScalarAsync<string>(server.Administrator, Print), await OnNewPortalAsync<string>(TestClock.Today, Print));
    }

    [Fact]
    public async Task Start_BeforeThePlansIssue_MakesNothingOfTheFuture() =>
        Assert.Equal(0L, await OnNewPortalAsync<long>(new DateOnly(2016, 2, 1), "SELECT (SELECT count(*) FROM gov.trigger_event) + (SELECT count(*) FROM gov.disclosure)"));

    private async Task<T> OnNewPortalAsync<T>(DateOnly today, string query)
    {
        await using var database = await server.ReserveDatabaseAsync();
        await using var portal = PortalServer.NewPortalOn(database, new PortalHostOptions { Environment = "Development", ShowsSamples = true, Today = today });
        await portal.NewClient().GetAsync("/health/ready");
        await using var administrator = NpgsqlDataSource.Create(database.Administrator);
        return await Sql.ScalarAsync<T>(administrator, query);
    }
}
