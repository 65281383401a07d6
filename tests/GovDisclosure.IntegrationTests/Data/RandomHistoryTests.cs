using GovDisclosure.Data;
using GovDisclosure.Data.Obligations;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.Domain.Plans;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Ten thousand duties to which anything may have happened: at any instant the database tells the state that Domain tells of the same facts.</summary>
public sealed class RandomHistoryTests(PortalServer server)
{
    private const int Duties = 10_000;

    // What was recorded, due and published lies within two years around here, on whole hours: instants often meet, and boundaries show.
    private static readonly DateTimeOffset Origin = new(2016, 5, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task States_OfTenThousandHistories_DomainAndBothWaysOfSqlAgree()
    {
        var agency = await TestAgency.CreateAsync(server);
        var random = new Random(20160630);
        var histories = Enumerable.Range(0, Duties).Select(_ => Invent(agency, random)).ToList();
        await WriteAsync(agency, histories);

        var states = new HashSet<ObligationState>();
        for (var look = 0; look < 5; look++)
        {
            var known = At(random);
            var view = new ViewInstant(known, known.AddHours(-random.Next(3)), known.AddDays(random.Next(10)));
            await using var own = agency.Open();
            var one = await own.ObligationsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).ToDictionaryAsync(row => row.Id, Cancellation);
            await using var office = server.Contexts.Create(new AccessScope(Audience.Office));
            var all = await office.ComplianceAt(view.KnownBefore, view.AsOf, view.DueSoonUntil)
                .IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.AgencyId == agency.Id).ToDictionaryAsync(row => row.Id, Cancellation);

            var recorded = histories.Where(history => history.FactsAt(known) is not null).ToList();
            Assert.Equal(recorded.Count, one.Count);
            Assert.Equal(recorded.Count, all.Count);
            foreach (var history in recorded)
            {
                var facts = history.FactsAt(known)!.Value;
                var expected = (facts.DueAt, facts.FulfilledAt, ObligationStates.Of(facts, view.AsOf, view.DueSoonUntil));
                Assert.Equal(expected, Said(one[history.Duty.Id]));
                Assert.Equal(expected, Said(all[history.Duty.Id]));
                states.Add(expected.Item3);
            }
        }

        Assert.Equal(Enum.GetValues<ObligationState>().Order(), states.Order());
    }

    [Fact]
    public async Task Corrections_OfTenThousandHistories_AreThoseThatDomainFinds()
    {
        var agency = await TestAgency.CreateAsync(server);
        var random = new Random(20160930);
        var histories = Enumerable.Range(0, Duties).Select(_ => Invent(agency, random)).ToList();
        await WriteAsync(agency, histories);
        var found = 0;
        for (var look = 0; look < 5; look++)
        {
            var day = At(random);
            var view = new ViewInstant(day, day, day.AddDays(random.Next(10)));
            await using var office = server.Contexts.Create(new AccessScope(Audience.Office));
            var said = await office.CorrectionsAt(view.KnownBefore, view.AsOf, view.DueSoonUntil).Where(row => row.AgencyId == agency.Id)
                .Select(row => new { row.Id, row.StateThen, row.StateNow }).ToListAsync(Cancellation);

            var expected =
                from history in histories
                let then = history.FactsAt(day)
                where then is not null
                let now = then.Value with { FulfilledAt = history.CountedNow(day) }
                let states = new { history.Duty.Id, StateThen = (ObligationState?)ObligationStates.Of(then.Value, day, view.DueSoonUntil), StateNow = ObligationStates.Of(now, day, view.DueSoonUntil) }
                where states.StateThen != states.StateNow
                select states;
            Assert.Equal(expected.OrderBy(row => row.Id), said.OrderBy(row => row.Id));
            found += said.Count;
        }

        Assert.True(found > 200, $"{found} corrections show little.");
    }

    private static (DateTimeOffset DueAt, DateTimeOffset? FulfilledAt, ObligationState State) Said(ObligationRow row) => (row.DueAt, row.FulfilledAt, row.State);

    private static DateTimeOffset At(Random random) => Origin.AddHours(random.Next(365 * 24));

    private History Invent(TestAgency agency, Random random)
    {
        var kind = random.Next(4) == 0 ? DeadlineRuleKind.Target : DeadlineRuleKind.Quota;
        var (task, rule) = server.Plan.Rules.First(row => row.Rule.Rule.Kind == kind);
        var recorded = At(random);
        var due = At(random);
        var duty = new Obligation
        {
            AgencyId = agency.Id,
            PlanId = server.Plan.Plan.Id,
            TaskId = task.Id,
            RuleId = rule.Id,
            OccurrenceKey = Guid.NewGuid().ToString("N"),
            Role = AssignmentRole.Lead,
            WindowStart = DateOnly.FromDateTime(recorded.UtcDateTime),
            WindowEnd = DateOnly.FromDateTime(recorded.UtcDateTime).AddDays(30),
            OriginalDueAt = due,
            RequiredCount = random.Next(1, 4),
            Target = kind == DeadlineRuleKind.Target ? 50 : null,
            RecordedAt = recorded,
        };
        return new History(duty, [.. Standings(duty, random)], [.. Publications(duty, random)]);
    }

    private static IEnumerable<ObligationStanding> Standings(Obligation duty, Random random)
    {
        var from = duty.RecordedAt;
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            var next = from.AddHours(random.Next(1, 24 * 60));
            yield return new ObligationStanding
            {
                AgencyId = duty.AgencyId,
                ObligationId = duty.Id,
                ValidFrom = from,
                ValidTo = left == 1 ? null : next,
                DueAt = from == duty.RecordedAt ? duty.OriginalDueAt : duty.OriginalDueAt.AddHours(random.Next(-24 * 10, 24 * 60)),
                Disposition = random.Next(8) switch { 0 => ObligationDisposition.Exempt, 1 => ObligationDisposition.Cancelled, _ => ObligationDisposition.Open },
                // A notice of days off moves a due date as an extension does, also to an earlier day.
                Reason = from == duty.RecordedAt ? StandingReason.Materialised : random.Next(2) == 0 ? StandingReason.CalendarChanged : StandingReason.Extended,
            };
            from = next;
        }
    }

    private static IEnumerable<(Disclosure Disclosure, Fulfilment Fulfilment)> Publications(Obligation duty, Random random)
    {
        for (var left = random.Next(5); left > 0; left--)
        {
            var published = At(random);
            var logged = published.AddHours(random.Next(100));
            var disclosure = new Disclosure
            {
                AgencyId = duty.AgencyId,
                RequestKey = Guid.NewGuid(),
                Title = "随机",
                Address = "https://test.example/",
                PublishedAt = published,
                HasTime = true,
                LoggedAt = logged,
                LoggedByName = "测试",
            };
            yield return (disclosure, new Fulfilment
            {
                AgencyId = duty.AgencyId,
                ObligationId = duty.Id,
                DisclosureId = disclosure.Id,
                ValidFrom = logged,
                ValidTo = random.Next(3) == 0 ? logged.AddHours(random.Next(1, 24 * 60)) : null,
                PublishedAt = published,
                ReportedValue = duty.Target is { } figure ? figure + random.Next(-2, 3) : null,
            });
        }
    }

    private static async Task WriteAsync(TestAgency agency, List<History> histories)
    {
        foreach (var some in histories.Chunk(2_000))
        {
            await using var db = agency.Open();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Obligations.AddRange(some.Select(history => history.Duty));
            db.ObligationStandings.AddRange(some.SelectMany(history => history.Standings));
            db.Disclosures.AddRange(some.SelectMany(history => history.Publications).Select(publication => publication.Disclosure));
            db.Fulfilments.AddRange(some.SelectMany(history => history.Publications).Select(publication => publication.Fulfilment));
            await db.SaveChangesAsync(Cancellation);
        }
    }

    /// <summary>What happened to one duty, and the plainest reading of it.</summary>
    private sealed record History(Obligation Duty, IReadOnlyList<ObligationStanding> Standings, IReadOnlyList<(Disclosure Disclosure, Fulfilment Fulfilment)> Publications)
    {
        /// <summary>When what is recorded by now had completed it at an instant; <see langword="null"/> where it had not.</summary>
        public DateTimeOffset? CountedNow(DateTimeOffset instant) => CompletedBy(row => row.ValidTo is null && row.PublishedAt <= instant);

        /// <summary>The facts as known before an instant; <see langword="null"/> while nobody knew of the duty.</summary>
        public ObligationFacts? FactsAt(DateTimeOffset known)
        {
            if (Standings.SingleOrDefault(row => row.ValidFrom < known && (row.ValidTo is null || row.ValidTo >= known)) is not { } standing)
            {
                return null;
            }

            return new ObligationFacts(
                Duty.OriginalDueAt, standing.DueAt, standing.Disposition,
                CompletedBy(row => row.ValidFrom < known && (row.ValidTo is null || row.ValidTo >= known)));
        }

        private DateTimeOffset? CompletedBy(Func<Fulfilment, bool> counts)
        {
            var counted = Publications.Select(publication => publication.Fulfilment).Where(counts)
                .Where(row => Duty.Target is null || row.ReportedValue >= Duty.Target)
                .Select(row => row.PublishedAt).Order().ToList();
            return counted.Count >= Duty.RequiredCount ? counted[Duty.RequiredCount - 1] : null;
        }
    }
}
