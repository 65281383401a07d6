using System.Buffers.Binary;
using System.Text.Json;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.IntegrationTests.Data;
using GovDisclosure.TestCommon;
using GovDisclosure.Web.Infrastructure.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Hosting;

/// <summary>A new portal in Production, started by two processes at once on a server that somebody else runs.</summary>
public sealed class NewPortals(PortalServer server) : IAsyncLifetime
{
    private NpgsqlDataSource? _administrator;

    public TestDatabase Database { get; private set; } = null!;

    public IReadOnlyList<PortalFactory> Portals { get; private set; } = [];

    public NpgsqlDataSource Administrator => _administrator!;

    // As the processes of a person at a terminal get it.
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Default"] = Database.Administrator,
        ["Database__RoleSecret"] = Database.Secret,
    };

    // Asking for samples must not be enough.
    public static PortalHostOptions Options { get; } = new() { Environment = "Production", ShowsSamples = true, Today = null };

    public async ValueTask InitializeAsync()
    {
        Database = await server.ReserveDatabaseAsync();
        Portals = [PortalServer.NewPortalOn(Database, Options), PortalServer.NewPortalOn(Database, Options)];
        await Task.WhenAll(Portals.Select(portal => Task.Run(() => portal.NewClient())));
        _administrator = NpgsqlDataSource.Create(Database.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var portal in Portals)
        {
            await portal.DisposeAsync();
        }

        if (_administrator is not null)
        {
            await _administrator.DisposeAsync();
        }

        await Database.DisposeAsync();
    }
}

/// <summary>What the first start makes, and what it does not.</summary>
public sealed class FirstStartTests(NewPortals first) : IClassFixture<NewPortals>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_TwoAtOnce_OnePlanAndBothServe()
    {
        Assert.Equal(1L, await CountAsync("gov.work_plan"));
        Assert.Equal(66L, await CountAsync("gov.disclosure_task"));
        Assert.Equal(73L, await CountAsync("gov.agency"));
        foreach (var portal in first.Portals)
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await portal.NewClient().GetAsync("/health/ready")).Status);
        }
    }

    [Fact]
    public async Task Start_WithAConnectionString_RunsNoServerOfItsOwn()
    {
        Assert.All(first.Portals, portal => Assert.Null(portal.Services.GetRequiredService<PortalDatabase>().LocalServer));
        Assert.Equal(1L, await CountAsync("gov.work_plan"));
    }

    [Fact]
    public async Task Start_InProduction_MakesNoSamples()
    {
        var signIn = await first.Portals[0].NewClient().GetAsync("/account/sign-in");

        Assert.Equal(0L, await CountAsync("accounts.person WHERE is_sample"));
        Assert.Equal(0L, await CountAsync("gov.disclosure"));
        Assert.Equal(0L, await CountAsync("gov.trigger_event"));
        Assert.DoesNotContain(GovDisclosure.Data.Accounts.SamplePeople.Password, signIn.Body, StringComparison.Ordinal);
        Assert.Null(signIn.Document.QuerySelector("aside.clock"));
    }

    [Fact]
    public async Task Start_InProduction_KnowsItsDutiesFromToday()
    {
        var today = BeijingTime.DateOf(TimeProvider.System.GetUtcNow());

        Assert.NotEqual(0L, await CountAsync("gov.obligation"));
        Assert.Equal(0L, await CountAsync($"gov.obligation WHERE recorded_at < '{today.AddDays(-1):yyyy-MM-dd}'"));
    }

    [Fact]
    public async Task Start_Again_KeepsEverything()
    {
        const string Print = """
            SELECT md5(string_agg(line, '|' ORDER BY line)) FROM (
              SELECT o::text FROM gov.obligation o UNION ALL SELECT s::text FROM gov.obligation_standing s UNION ALL SELECT a::text FROM gov.agency a
              UNION ALL SELECT t::text FROM gov.disclosure_task t UNION ALL SELECT c::text FROM gov.calendar_entry c) AS x(line)
            """;
        var before = await Sql.ScalarAsync<string>(first.Administrator, Print);

        await using (var again = PortalServer.NewPortalOn(first.Database, NewPortals.Options))
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await again.NewClient().GetAsync("/health/ready")).Status);
        }

        Assert.Equal(before, await Sql.ScalarAsync<string>(first.Administrator, Print));
    }

    [Fact]
    public async Task AdminCreate_GoodPassword_SignsInWithADearHash()
    {
        var created = await PortalProcess.RunAsync(
            ["admin", "create", "--user", "first.admin", "--name", "管理员"], "Strong-password-2016\n", first.Environment, Cancellation);
        var answer = await first.Portals[0].NewClient().SignInAsync("first.admin", "Strong-password-2016");
        var hash = Convert.FromBase64String(await Sql.ScalarAsync<string>(first.Administrator, "SELECT password_hash FROM accounts.person WHERE user_name = 'first.admin'"));

        Assert.True(created.ExitCode == 0, created.Output + created.Errors);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.Status);
        // Identity's third format: a byte for the version, four for the function, four for the count.
        Assert.Equal(210_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5, 4)));
    }

    [Theory]
    [InlineData("short-1A", "office")]
    [InlineData("no-digits-in-this-One", "office")]
    [InlineData("no-capitals-in-this-1", "office")]
    [InlineData("", "office")]
    [InlineData("Strong-password-2016", "no-such-agency")]
    public async Task AdminCreate_WeakPasswordOrNoAgency_RefusedAndNobodyMade(string password, string agency)
    {
        var user = "refused." + Guid.NewGuid().ToString("N")[..8];

        var answer = await PortalProcess.RunAsync(
            ["admin", "create", "--user", user, "--name", "管理员", "--agency", agency], password + "\n", first.Environment, Cancellation);

        Assert.Equal(2, answer.ExitCode);
        Assert.NotEqual("", answer.Errors.Trim());
        Assert.True(password.Length == 0 || !(answer.Output + answer.Errors).Contains(password, StringComparison.Ordinal));
        Assert.Equal(0L, await CountAsync($"accounts.person WHERE user_name = '{user}'"));
    }

    [Fact]
    public async Task Serve_InProduction_LogsJsonWithoutSecretsAndStopsWhenTold()
    {
        const string Password = "Planted-password-77";
        const string User = "planted.user";

        var answer = await PortalProcess.ServeAsync(first.Environment, async address =>
        {
            using var http = new HttpClient { BaseAddress = address };
            var page = await http.GetStringAsync(new Uri("/account/sign-in?planted=query-value", UriKind.Relative), Cancellation);
            var token = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var form = new FormUrlEncodedContent(
            [
                new("Input.UserName", User), new("Input.Password", Password), new("__RequestVerificationToken", token),
            ]);
            using var refused = await http.PostAsync(new Uri("/account/sign-in", UriKind.Relative), form, Cancellation);
            Assert.Equal(System.Net.HttpStatusCode.BadRequest, refused.StatusCode);
            using var forged = await http.GetAsync(new Uri("/x%0d%0aforged-line", UriKind.Relative), Cancellation);
        }, Cancellation);

        Assert.Equal(0, answer.ExitCode);
        var lines = answer.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("GovDisclosure: ", StringComparison.Ordinal)).ToList();
        Assert.Contains(lines, line => line.Contains("/account/sign-in", StringComparison.Ordinal));
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.All([Password, User, "query-value", first.Database.Secret], secret => Assert.DoesNotContain(secret, answer.Output + answer.Errors, StringComparison.Ordinal));
    }

    private Task<long> CountAsync(string from) => Sql.ScalarAsync<long>(first.Administrator, $"SELECT count(*) FROM {from}");
}
