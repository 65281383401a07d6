using GovDisclosure.Data;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Disclosures;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>
/// How parts make up the whole is written once in Domain and once as SQL. A random history of passing, taking back, publishing, withdrawing and
/// changing what counts must read the same in both, seen from any instant: what was known then, not what is known now.
/// </summary>
public sealed class RollUpStateTests(PortalServer server)
{
    private static readonly DateTimeOffset Origin = new(2016, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ObligationsAt_RandomPassesAndParts_AgreesWithDomainAtEveryInstant(int seed)
    {
        var district = await TestDistrict.CreateAsync(server, units: 3);
        var quota = server.Plan.Rules.First(row => row.Rule.Rule.Kind == DeadlineRuleKind.Quota);
        var month = server.Plan.Rules.First(row => row.Rule.Rule is { Kind: DeadlineRuleKind.Periodic, Period: PeriodUnit.Month });
        List<Obligation> duties = [.. (await district.Agency.OweAsync(quota)).Take(2), .. (await district.Agency.OweAsync(month)).Take(2)];
        var world = new World(district, server.Administrator, new Random(seed));
        var states = new HashSet<ObligationState>();
        foreach (var duty in duties)
        {
            await world.LiveAsync(duty);
            foreach (var known in world.Instants.SelectMany(at => new[] { at, at.AddMicroseconds(1), at.AddMinutes(30) }))
            {
                var soon = known.AddDays(3);
                await using var db = district.Agency.Open();
                var row = await db.ObligationsAt(known, known, soon).SingleAsync(found => found.Id == duty.Id, Cancellation);
                var completed = world.FulfilledAt(duty, known);

                Assert.Equal(completed, row.FulfilledAt);
                Assert.Equal(ObligationStates.Of(new(duty.OriginalDueAt, duty.OriginalDueAt, world.Disposition(duty, known), completed), known, soon), row.State);
                Assert.Equal(
                    world.Counts(duty, known),
                    await db.PassedCounts([duty.Id], known).Select(count => new ValueTuple<int, int>(count.Done, count.Total)).SingleOrDefaultAsync(Cancellation));
                foreach (var (unit, part) in world.PartsUntil(duty, known))
                {
                    await using var own = unit.Open();
                    var state = await own.ObligationsAt(known, known, soon).Where(found => found.Id == part).Select(found => found.Disposition).SingleAsync(Cancellation);
                    Assert.Equal(world.DispositionOf(part, known), state);
                }

                states.Add(row.State);
            }
        }

        Assert.Contains(ObligationState.Exempt, states);
        // A history in which nothing is ever fulfilled, or never undone, would prove little.
        Assert.True(states.Count >= 3, string.Join(", ", states));
        Assert.True(world.RolledBack > 0);
    }

    /// <summary>What was written, each fact with the stretch of time over which it was known.</summary>
    private sealed class World(TestDistrict district, NpgsqlDataSource administrator, Random random)
    {
        private readonly List<Fact<(Guid Duty, RollUpMode Mode)>> _modes = [];
        private readonly List<Fact<(Guid Duty, TestAgency Unit, Guid Part)>> _parts = [];
        private readonly List<Fact<Guid>> _chosen = [];
        private readonly List<Fact<(Guid Obligation, Guid Disclosure, DateTimeOffset At, TestAgency By)>> _published = [];

        private readonly List<Fact<Guid>> _released = [];

        public List<DateTimeOffset> Instants { get; } = [];

        public int RolledBack { get; private set; }

        public async Task LiveAsync(Obligation duty)
        {
            Instants.Clear();
            var now = Origin;
            for (var step = 0; step < 40; step++)
            {
                now = now.AddHours(1 + random.Next(72));
                var before = FulfilledAt(duty, now);
                await ActAsync(duty, now);
                Instants.Add(now);
                RolledBack += before is not null && FulfilledAt(duty, now.AddMicroseconds(1)) is null ? 1 : 0;
            }

            await ReleaseAsync(duty, now.AddHours(1));
        }

        /// <summary>Whether the whole was owed; at the end of its history it is released.</summary>
        public ObligationDisposition Disposition(Obligation duty, DateTimeOffset known) =>
            _released.Any(fact => fact.Value == duty.Id && fact.IsKnown(known)) ? ObligationDisposition.Exempt : ObligationDisposition.Open;

        /// <summary>Whether a part was owed: until it was taken back, or its whole released.</summary>
        public ObligationDisposition DispositionOf(Guid part, DateTimeOffset known)
        {
            var fact = _parts.Single(fact => fact.Value.Part == part);
            return fact.IsKnown(known) ? ObligationDisposition.Open
                : _released.Any(released => released.Value == fact.Value.Duty && released.From == fact.To) ? ObligationDisposition.Exempt
                : ObligationDisposition.Cancelled;
        }

        /// <summary>The parts that there were by then, taken back or not.</summary>
        public IEnumerable<(TestAgency Unit, Guid Part)> PartsUntil(Obligation duty, DateTimeOffset known) =>
            _parts.Where(fact => fact.Value.Duty == duty.Id && fact.From < known).Select(fact => (fact.Value.Unit, fact.Value.Part));

        public DateTimeOffset? FulfilledAt(Obligation duty, DateTimeOffset known)
        {
            var mode = _modes.Where(fact => fact.Value.Duty == duty.Id && fact.IsKnown(known)).Select(fact => (RollUpMode?)fact.Value.Mode).SingleOrDefault();
            var parts = Parts(duty, known).Select(fact => new PartFacts(
                _chosen.Any(chosen => chosen.Value == fact.Value.Part && chosen.IsKnown(known)), Completed(fact.Value.Part, duty.RequiredCount, known)));
            return RollUp.Earlier(Completed(duty.Id, duty.RequiredCount, known), mode is { } rollUp ? RollUp.CompletedAt(rollUp, parts) : null);
        }

        public (int Done, int Total) Counts(Obligation duty, DateTimeOffset known)
        {
            var parts = Parts(duty, known).ToList();
            return (parts.Count(fact => Completed(fact.Value.Part, duty.RequiredCount, known) is not null), parts.Count);
        }

        private IEnumerable<Fact<(Guid Duty, TestAgency Unit, Guid Part)>> Parts(Obligation duty, DateTimeOffset known) =>
            _parts.Where(fact => fact.Value.Duty == duty.Id && fact.IsKnown(known));

        private DateTimeOffset? Completed(Guid obligation, int required, DateTimeOffset known) => _published
            .Where(fact => fact.Value.Obligation == obligation && fact.IsKnown(known)).Select(fact => (DateTimeOffset?)fact.Value.At).Order().ElementAtOrDefault(required - 1);

        private Task ActAsync(Obligation duty, DateTimeOffset now)
        {
            var parts = _parts.Where(fact => fact.Value.Duty == duty.Id && fact.To is null).ToList();
            var published = _published.Where(fact => fact.To is null && (fact.Value.Obligation == duty.Id || parts.Exists(part => part.Value.Part == fact.Value.Obligation))).ToList();
            return random.Next(12) switch
            {
                0 or 1 => PassAsync(duty, district.Units[random.Next(3)], now),
                2 when parts.Count > 0 => TakeBackAsync(duty, parts[random.Next(parts.Count)], now),
                3 when _modes.Exists(fact => fact.Value.Duty == duty.Id) => ChangeAsync(duty, (RollUpMode)random.Next(3), now),
                4 or 5 when published.Count > 0 => WithdrawAsync(published[random.Next(published.Count)], now),
                6 when random.Next(3) == 0 => PublishAsync(district.Agency, duty.Id, now),
                _ when parts.Count > 0 => PublishPartAsync(parts[random.Next(parts.Count)], now),
                _ => PassAsync(duty, district.Units[random.Next(3)], now),
            };
        }

        private async Task PassAsync(Obligation duty, TestAgency unit, DateTimeOffset now)
        {
            await using var db = district.Agency.Open();
            if (!_modes.Exists(fact => fact.Value.Duty == duty.Id))
            {
                var mode = (RollUpMode)random.Next(3);
                db.DutyPasses.Add(new DutyPass { AgencyId = district.Agency.Id, ObligationId = duty.Id, RollUp = mode, PassedAt = now, PassedByName = "测试" });
                await db.SaveChangesAsync(Cancellation);
                _modes.Add(new(now, (duty.Id, mode)));
            }

            var part = Guid.CreateVersion7();
            var isChosen = random.Next(2) == 0;
            var passed = await CallAsync(db, $"""
                SELECT gov.pass_duty({duty.Id}, {unit.Id}, {part}, {Guid.NewGuid()}, {duty.OriginalDueAt}, {duty.WindowEnd}, {isChosen}, '', {district.Agency.PersonId}, '', {now}) AS "Value"
                """);
            Assert.Equal(!_parts.Exists(fact => fact.Value.Duty == duty.Id && fact.Value.Unit == unit && fact.To is null), passed);
            if (passed)
            {
                _parts.Add(new(now, (duty.Id, unit, part)));
                if (isChosen)
                {
                    _chosen.Add(new(now, part));
                }
            }
        }

        private async Task TakeBackAsync(Obligation duty, Fact<(Guid Duty, TestAgency Unit, Guid Part)> part, DateTimeOffset now)
        {
            await using var db = district.Agency.Open();
            Assert.True(await CallAsync(db, $"SELECT gov.take_back_duty({duty.Id}, {part.Value.Unit.Id}, '', {district.Agency.PersonId}, '', {now}) AS \"Value\""));
            part.To = now;
        }

        // The whole and every part that is left, by one decision.
        private async Task ReleaseAsync(Obligation duty, DateTimeOffset now)
        {
            await Sql.RunAsync(
                administrator, "SELECT gov.change_standing($1, $2, NULL, 'exempt', 'exempted', '', '', $3)", duty.AgencyId, duty.Id, now);
            Instants.Add(now);
            _released.Add(new(now, duty.Id));
            foreach (var part in _parts.Where(fact => fact.Value.Duty == duty.Id && fact.To is null))
            {
                part.To = now;
            }
        }

        private async Task ChangeAsync(Obligation duty, RollUpMode mode, DateTimeOffset now)
        {
            await using var db = district.Agency.Open();
            (await db.DutyPasses.SingleAsync(row => row.ObligationId == duty.Id, Cancellation)).RollUp = mode;
            foreach (var part in await db.DutyParts.Where(row => row.ObligationId == duty.Id && row.TakenBackAt == null).ToListAsync(Cancellation))
            {
                var was = _chosen.Find(fact => fact.Value == part.PartObligationId && fact.To is null);
                part.IsChosen = random.Next(2) == 0;
                if (part.IsChosen && was is null)
                {
                    _chosen.Add(new(now, part.PartObligationId));
                }
                else if (!part.IsChosen && was is not null)
                {
                    was.To = now;
                }
            }

            await db.SaveChangesAsync(Cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT gov.roll_up_own_duty({duty.Id}, {now})", Cancellation);
            _modes.Single(fact => fact.Value.Duty == duty.Id && fact.To is null).To = now;
            _modes.Add(new(now, (duty.Id, mode)));
        }

        private Task PublishPartAsync(Fact<(Guid Duty, TestAgency Unit, Guid Part)> part, DateTimeOffset now) => PublishAsync(part.Value.Unit, part.Value.Part, now);

        private async Task PublishAsync(TestAgency agency, Guid obligation, DateTimeOffset now)
        {
            var published = now.AddHours(-random.Next(200));
            await using var db = agency.Open();
            var disclosure = new Disclosure
            {
                AgencyId = agency.Id,
                RequestKey = Guid.NewGuid(),
                Title = "随机",
                Address = "https://test.example/",
                PublishedAt = published,
                HasTime = true,
                LoggedAt = now,
                LoggedByName = "测试",
            };
            db.Disclosures.Add(disclosure);
            db.Fulfilments.Add(new Fulfilment { AgencyId = agency.Id, ObligationId = obligation, DisclosureId = disclosure.Id, ValidFrom = now, PublishedAt = published });
            await db.SaveChangesAsync(Cancellation);
            _published.Add(new(now, (obligation, disclosure.Id, published, agency)));
        }

        private static async Task WithdrawAsync(Fact<(Guid Obligation, Guid Disclosure, DateTimeOffset At, TestAgency By)> published, DateTimeOffset now)
        {
            await using var db = published.Value.By.Open();
            (await db.Fulfilments.SingleAsync(row => row.DisclosureId == published.Value.Disclosure, Cancellation)).ValidTo = now;
            await db.SaveChangesAsync(Cancellation);
            published.To = now;
        }

        private static async Task<bool> CallAsync(GovDbContext db, FormattableString sql) =>
            (await db.Database.SqlQuery<bool>(sql).ToListAsync(Cancellation)).Single();
    }

    /// <summary>Something that was known from an instant until another.</summary>
    private sealed class Fact<T>(DateTimeOffset from, T value)
    {
        public DateTimeOffset From { get; } = from;

        public T Value { get; } = value;

        public DateTimeOffset? To { get; set; }

        public bool IsKnown(DateTimeOffset known) => From < known && (To is null || To >= known);
    }
}
