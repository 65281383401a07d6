using CsCheck;
using GovDisclosure.Data;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Calendars;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>The state of an obligation is written once in Domain and once as SQL; both must say the same of any facts.</summary>
public sealed class ObligationStateTests(PortalServer server)
{
    private static readonly DateTimeOffset Origin = new(2016, 10, 1, 0, 0, 0, TimeSpan.Zero);

    // Few instants close together: equal ones, where a boundary would show, come up all the time.
    private static readonly Gen<DateTimeOffset> Instants = Gen.Int[-4, 4].Select(step => Origin.AddMicroseconds(step));

    private static readonly Gen<(ObligationFacts Facts, DateTimeOffset AsOf, DateTimeOffset Soon)> Cases = Gen.Select(
        Instants, Instants, Gen.Enum<ObligationDisposition>(), Gen.Nullable(Instants), Instants, Instants,
        (original, due, disposition, fulfilled, asOf, soon) => (new ObligationFacts(original, due, disposition, fulfilled), asOf, soon));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_RandomFacts_SqlSaysTheSame() => await Cases.Array[200].SampleAsync(async cases =>
    {
        await using var command = server.Sources.For(Audience.Agency).CreateCommand("""
            SELECT gov.obligation_state(f.original, f.due, f.disposition, f.fulfilled, f.as_of, f.soon)
            FROM unnest($1::timestamptz[], $2::timestamptz[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
              WITH ORDINALITY AS f(original, due, disposition, fulfilled, as_of, soon, place) ORDER BY f.place
            """);
        object[] columns =
        [
            cases.Select(row => row.Facts.OriginalDueAt).ToArray(), cases.Select(row => row.Facts.DueAt).ToArray(),
            cases.Select(row => EnumWords.ToWord(row.Facts.Disposition)).ToArray(), cases.Select(row => row.Facts.FulfilledAt).ToArray(),
            cases.Select(row => row.AsOf).ToArray(), cases.Select(row => row.Soon).ToArray(),
        ];
        foreach (var column in columns)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = column });
        }

        var said = new List<ObligationState>();
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            said.Add(EnumWords.FromWord<ObligationState>(reader.GetString(0)));
        }

        Assert.Equal(cases.Select(row => ObligationStates.Of(row.Facts, row.AsOf, row.Soon)), said);
    }, iter: 15, threads: 1);

    [Fact]
    public async Task ObligationsAt_RandomHistory_AgreesWithTheFactsTakenOneByOne()
    {
        var agency = await TestAgency.CreateAsync(server);
        var quota = server.Plan.Rules.First(row => row.Rule.Rule.Kind == DeadlineRuleKind.Quota);
        var target = server.Plan.Rules.First(row => row.Rule.Rule.Kind == DeadlineRuleKind.Target);
        var periodic = server.Plan.Rules.First(row => row.Rule.Rule is { Kind: DeadlineRuleKind.Periodic, Period: PeriodUnit.Month });
        List<Obligation> owed = [.. await agency.OweAsync(quota), .. await agency.OweAsync(target), .. await agency.OweAsync(periodic)];
        var history = await WriteHistoryAsync(agency, owed);

        var outcomes = new HashSet<ObligationState>();
        foreach (var days in new[] { -30, 1, 40, 90, 200 })
        {
            var known = Origin.AddDays(days);
            var view = new ViewInstant(known, known.AddHours(-5), known.AddDays(7));
            await using var db = agency.Open();
            var rows = await db.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).ToListAsync(Cancellation);

            Assert.Equal(owed.Count, rows.Count);
            foreach (var row in rows)
            {
                var (facts, count) = history.Of(owed.Single(obligation => obligation.Id == row.Id), known);
                Assert.Equal((facts.DueAt, facts.Disposition, count, facts.FulfilledAt), (row.DueAt, row.Disposition, row.PublishedCount, row.FulfilledAt));
                Assert.Equal(ObligationStates.Of(facts, view.AsOf, view.DueSoonUntil), row.State);
                outcomes.Add(row.State);
            }

            // The office's way of asking, which gathers all agencies' at once, answers the same.
            await using var office = server.Contexts.Create(new AccessScope(Audience.Office));
            var together = await office.ComplianceAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
                .IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.AgencyId == agency.Id).ToListAsync(Cancellation);
            Assert.Equivalent(rows.OrderBy(row => row.Id).ToList(), together.OrderBy(row => row.Id).ToList(), strict: true);
        }

        // A history in which little happens would prove little.
        Assert.True(outcomes.Count >= 6, string.Join(", ", outcomes));
    }

    [Theory]
    [InlineData("2016-05-27")]
    [InlineData("2016-06-30")]
    [InlineData("2016-10-20")]
    [InlineData("2017-03-01")]
    public async Task ComplianceAt_WholeCity_SameRowsAsObligationsAt(string day)
    {
        var at = BeijingTime.EndOf(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        // One statement, since other tests write meanwhile.
        var differing = await Sql.ScalarAsync<long>(server.Administrator, """
            SELECT count(*) FROM (
              (SELECT * FROM gov.obligations_at($1, $1, $2) EXCEPT ALL SELECT * FROM gov.compliance_at($1, $1, $2))
              UNION ALL
              (SELECT * FROM gov.compliance_at($1, $1, $2) EXCEPT ALL SELECT * FROM gov.obligations_at($1, $1, $2))) differing
            """, at, at.AddDays(5));

        Assert.Equal(0, differing);
    }

    private static async Task<History> WriteHistoryAsync(TestAgency agency, List<Obligation> owed)
    {
        var history = new History();
        var random = new Random(20161020);
        await using var db = agency.Open();
        foreach (var obligation in owed)
        {
            var from = obligation.RecordedAt;
            var standing = await db.ObligationStandings.SingleAsync(row => row.ObligationId == obligation.Id, Cancellation);
            history.Standings.Add(standing);
            for (var change = random.Next(3); change > 0; change--)
            {
                from = from.AddDays(1 + random.Next(80));
                standing.ValidTo = from;
                // One row ends where the next begins, so the end is written first.
                await db.SaveChangesAsync(Cancellation);
                standing = new ObligationStanding
                {
                    AgencyId = agency.Id,
                    ObligationId = obligation.Id,
                    ValidFrom = from,
                    DueAt = obligation.OriginalDueAt.AddDays(random.Next(60)),
                    Disposition = random.Next(6) switch { 0 => ObligationDisposition.Exempt, 1 => ObligationDisposition.Cancelled, _ => ObligationDisposition.Open },
                    Reason = StandingReason.Extended,
                };
                db.ObligationStandings.Add(standing);
                history.Standings.Add(standing);
                await db.SaveChangesAsync(Cancellation);
            }

            for (var publication = random.Next(5); publication > 0; publication--)
            {
                var published = obligation.OriginalDueAt.AddDays(random.Next(-40, 30));
                history.Fulfilments.Add(await PublishAsync(db, obligation, published, random));
            }
        }

        return history;
    }

    // Not through the service: it would refuse what lies before a window or in the future, and the tables must be read right all the same.
    private static async Task<Fulfilment> PublishAsync(GovDbContext db, Obligation obligation, DateTimeOffset published, Random random)
    {
        var disclosure = new Domain.Disclosures.Disclosure
        {
            AgencyId = obligation.AgencyId,
            RequestKey = Guid.NewGuid(),
            Title = "随机",
            Address = "https://test.example/",
            PublishedAt = published,
            HasTime = true,
            LoggedAt = published,
            LoggedByName = "测试",
        };
        var from = published.AddHours(random.Next(200));
        var fulfilment = new Fulfilment
        {
            AgencyId = obligation.AgencyId,
            ObligationId = obligation.Id,
            DisclosureId = disclosure.Id,
            ValidFrom = from,
            ValidTo = random.Next(3) == 0 ? from.AddDays(1 + random.Next(60)) : null,
            PublishedAt = published,
            ReportedValue = obligation.Target is { } figure ? figure + random.Next(-2, 3) : null,
        };
        db.Disclosures.Add(disclosure);
        db.Fulfilments.Add(fulfilment);
        await db.SaveChangesAsync(Cancellation);
        return fulfilment;
    }

    /// <summary>What was written, and the plainest possible reading of it.</summary>
    private sealed class History
    {
        public List<ObligationStanding> Standings { get; } = [];

        public List<Fulfilment> Fulfilments { get; } = [];

        public (ObligationFacts Facts, int Count) Of(Obligation obligation, DateTimeOffset known)
        {
            var standing = Standings.Single(row => row.ObligationId == obligation.Id && row.ValidFrom < known && (row.ValidTo is null || row.ValidTo >= known));
            var counted = Fulfilments
                .Where(row => row.ObligationId == obligation.Id && row.ValidFrom < known && (row.ValidTo is null || row.ValidTo >= known))
                .Where(row => obligation.Target is null || row.ReportedValue >= obligation.Target)
                .Select(row => row.PublishedAt).Order().ToList();
            DateTimeOffset? completed = counted.Count >= obligation.RequiredCount ? counted[obligation.RequiredCount - 1] : null;
            return (new ObligationFacts(obligation.OriginalDueAt, standing.DueAt, standing.Disposition, completed), counted.Count);
        }
    }
}
