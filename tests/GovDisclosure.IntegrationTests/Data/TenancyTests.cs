using GovDisclosure.Data;
using GovDisclosure.Data.Tenancy;
using GovDisclosure.Domain.Agencies;
using GovDisclosure.Domain.Deadlines;
using GovDisclosure.Domain.Districts;
using GovDisclosure.Domain.Obligations;
using GovDisclosure.TestCommon;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovDisclosure.IntegrationTests.Data;

/// <summary>Two walls around an agency's rows: the filter of the context, and row security beneath it.</summary>
public sealed class TenancyTests(PortalServer server)
{
    private static readonly DateTimeOffset Moment = new(2016, 9, 1, 1, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_FilterLifted_StillOwnRowsOnly()
    {
        var own = await NewDebtorAsync();
        var other = await NewDebtorAsync();

        await using var db = own.Open();
        var seen = await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]).Select(row => row.AgencyId).Distinct().ToListAsync(Cancellation);

        Assert.Equal([own.Id], seen);
        Assert.DoesNotContain(other.Id, seen);
    }

    [Fact]
    public async Task Read_NoTenant_NoRows()
    {
        await NewDebtorAsync();

        await using var db = server.Contexts.Create(new AccessScope(Audience.Agency));
        var seen = await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]).CountAsync(Cancellation);

        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task Read_ConnectionUsedByAnother_TenantIsGone()
    {
        var own = await NewDebtorAsync();
        var login = new NpgsqlConnectionStringBuilder(server.Logins.App) { MaxPoolSize = 1, ApplicationName = "pool-" + own.Id }.ConnectionString;
        await using var pool = NpgsqlDataSource.Create(login);
        int process;
        await using (var first = await pool.OpenConnectionAsync(Cancellation))
        {
            process = first.ProcessID;
            await using var set = new NpgsqlCommand("SELECT set_config('app.agency_id', $1, false)", first) { Parameters = { new() { Value = own.Id.ToString() } } };
            await set.ExecuteNonQueryAsync(Cancellation);
            await using var count = new NpgsqlCommand("SELECT count(*) FROM gov.obligation", first);
            Assert.NotEqual(0L, await count.ExecuteScalarAsync(Cancellation));
        }

        await using var second = await pool.OpenConnectionAsync(Cancellation);
        await using var again = new NpgsqlCommand("SELECT count(*) FROM gov.obligation", second);

        Assert.Equal(process, second.ProcessID);
        Assert.Equal(0L, await again.ExecuteScalarAsync(Cancellation));
    }

    [Fact]
    public async Task Insert_ForAnotherAgency_Refused()
    {
        var own = await TestAgency.CreateAsync(server);
        var other = await TestAgency.CreateAsync(server);

        await using var db = own.Open();
        db.TriggerEvents.Add(Trigger(other.Id));
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(failure.InnerException).SqlState);
    }

    [Fact]
    public async Task Insert_ChildOfAnotherAgencysParent_RefusedByTheKey()
    {
        var own = await NewDebtorAsync();
        var other = await NewDebtorAsync();
        var foreign = await Sql.ScalarAsync<Guid>(server.Administrator, "SELECT id FROM gov.obligation WHERE agency_id = $1 LIMIT 1", other.Id);

        // Even as the administrator, whom no policy binds: the key is the wall here.
        var state = await Sql.RefusedAsync(
            server.Administrator,
            "INSERT INTO gov.obligation_standing (agency_id, obligation_id, valid_from, due_at, disposition, reason) VALUES ($1, $2, now(), now(), 'open', 'extended')",
            own.Id, foreign);

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, state);
    }

    [Fact]
    public async Task District_SubUnitsRows_ReadButNotWritten()
    {
        var district = await TestAgency.CreateAsync(server, AgencyKind.District);
        var unit = await TestAgency.CreateAsync(server, AgencyKind.DistrictSubUnit, district.Id);
        await unit.TriggerAsync(TriggerKind.PenaltyDecision, Moment);

        await using var db = district.Open();
        var read = await db.TriggerEvents.IgnoreQueryFilters([GovDbContext.TenantFilter]).CountAsync(row => row.AgencyId == unit.Id, Cancellation);
        var closed = await db.ObligationStandings.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.AgencyId == unit.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, Moment.AddDays(1)), Cancellation);
        db.TriggerEvents.Add(Trigger(unit.Id));
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));

        Assert.Equal(1, read);
        Assert.Equal(0, closed);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(failure.InnerException).SqlState);
    }

    [Fact]
    public async Task SubUnit_DistrictsRows_NotRead()
    {
        var district = await TestAgency.CreateAsync(server, AgencyKind.District);
        var unit = await TestAgency.CreateAsync(server, AgencyKind.DistrictSubUnit, district.Id);
        await district.TriggerAsync(TriggerKind.PenaltyDecision, Moment);

        await using var db = unit.Open();

        Assert.False(await db.TriggerEvents.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
    }

    [Fact]
    public async Task SubUnit_SiblingsAndOtherDistricts_SeeNothingOfItsParts()
    {
        var district = await TestDistrict.CreateAsync(server);
        var neighbour = await TestDistrict.CreateAsync(server);
        var duty = (await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, Moment))[0];
        await district.PassAsync(duty.Id, RollUpMode.All, "只给本单位", units: [district.Units[0]]);
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);

        foreach (var stranger in new[] { district.Units[1], neighbour.Agency, neighbour.Units[0] })
        {
            await using var db = stranger.Open();
            Assert.False(await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
            Assert.False(await db.ObligationStandings.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
            Assert.False(await db.DutyParts.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
            Assert.False(await db.DutyPasses.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
            Assert.False(await db.AuditEntries.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
            Assert.Empty(await db.PassedFrom([part, duty.Id], Moment.AddYears(1)).ToListAsync(Cancellation));
            Assert.Empty(await db.PassedCounts([part, duty.Id], Moment.AddYears(1)).ToListAsync(Cancellation));
        }

        await using var own = district.Units[0].Open();
        Assert.Equal(duty.OriginalDueAt, (await own.PassedFrom([part], Moment.AddYears(1)).SingleAsync(Cancellation)).WholeDueAt);
        Assert.False(await own.DutyParts.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Office_PartsOfADistrict_OnlyCounted()
    {
        var district = await TestDistrict.CreateAsync(server);
        var duty = (await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, Moment))[0];
        await district.PassAsync(duty.Id, RollUpMode.All);
        await district.Units[0].LogAsync("公开", new DateOnly(2016, 10, 10), [await TestDistrict.PartOfAsync(district.Units[0], duty.Id)]);
        var office = await TestAgency.CreateAsync(server);

        await using var db = server.Contexts.Create(office.Scope with { Audience = Audience.Office });
        var units = district.Units.Select(unit => unit.Id).ToArray();
        var counts = await db.PassedCounts([duty.Id], Moment.AddYears(1)).SingleAsync(Cancellation);

        Assert.Equal((1, 2), (counts.Done, counts.Total));
        Assert.False(await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(row => units.Contains(row.AgencyId), Cancellation));
        Assert.False(await db.Disclosures.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(row => units.Contains(row.AgencyId), Cancellation));
        Assert.False(await db.AuditEntries.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(row => row.AgencyId == district.Agency.Id, Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Office), "SELECT FROM gov.duty_part"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Office), "SELECT FROM gov.duty_pass"));
    }

    [Fact]
    public async Task District_PartsOfItsSubUnits_WrittenOnlyByPassingAndTakingBack()
    {
        var district = await TestDistrict.CreateAsync(server);
        var neighbour = await TestDistrict.CreateAsync(server);
        var duty = (await district.Agency.TriggerAsync(TriggerKind.PenaltyDecision, Moment))[0];
        await district.PassAsync(duty.Id, RollUpMode.All);
        var part = await TestDistrict.PartOfAsync(district.Units[0], duty.Id);

        await using var db = district.Agency.Open();
        var moved = await db.ObligationStandings.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.AgencyId == district.Units[0].Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, Moment.AddYears(1)), Cancellation);
        db.Fulfilments.Add(new Fulfilment { AgencyId = district.Units[0].Id, ObligationId = part, DisclosureId = Guid.NewGuid(), ValidFrom = Moment, PublishedAt = Moment });
        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));

        Assert.Equal(0, moved);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(failure.InnerException).SqlState);
        // Nor may anybody pass to a sub-unit that is not the own, or pass on what was passed.
        await Assert.ThrowsAsync<KeyNotFoundException>(() => district.PassAsync(duty.Id, RollUpMode.All, units: [neighbour.Units[0]]));
        await Assert.ThrowsAsync<KeyNotFoundException>(() => neighbour.PassAsync(duty.Id, RollUpMode.All));
        Assert.False(await CallAsync(district.Agency, duty.Id, neighbour.Units[0].Id));
        Assert.False(await CallAsync(neighbour.Agency, duty.Id, neighbour.Units[0].Id));
        Assert.False(await CallAsync(district.Units[0], part, district.Units[1].Id));
    }

    [Fact]
    public async Task Office_EveryAgencysRows_ReadButOnlyItsOwnWritten()
    {
        var office = await TestAgency.CreateAsync(server);
        var other = await NewDebtorAsync();

        await using var db = server.Contexts.Create(office.Scope with { Audience = Audience.Office });
        var read = await db.Obligations.IgnoreQueryFilters([GovDbContext.TenantFilter]).AnyAsync(row => row.AgencyId == other.Id, Cancellation);
        var closed = await db.ObligationStandings.IgnoreQueryFilters([GovDbContext.TenantFilter]).Where(row => row.AgencyId == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ValidTo, Moment.AddDays(1)), Cancellation);
        db.TriggerEvents.Add(Trigger(office.Id));
        await db.SaveChangesAsync(Cancellation);
        db.TriggerEvents.Add(Trigger(other.Id));

        Assert.True(read);
        Assert.Equal(0, closed);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
    }

    [Fact]
    public async Task Public_Plan_ReadButNoDuties()
    {
        await using var db = server.Contexts.Create(AccessScope.Anonymous);

        Assert.Equal(66, await db.Tasks.CountAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Public), "SELECT FROM gov.obligation"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, await Sql.RefusedAsync(server.Sources.For(Audience.Public), "SELECT FROM gov.audit_entry"));
    }

    [Fact]
    public async Task Progress_RuleThatDoesNotReachTheAgency_Hidden()
    {
        var debtor = await NewDebtorAsync();
        var stranger = await TestAgency.CreateAsync(server);
        await using var own = debtor.Open();
        var duty = await own.Obligations.FirstAsync(row => row.TriggerId == null, Cancellation);
        await using var foreign = stranger.Open();
        var known = Moment.AddYears(1);

        Assert.NotEmpty(await own.ProgressOf([duty.RuleId], [duty.OccurrenceKey], known).ToListAsync(Cancellation));
        Assert.Empty(await foreign.ProgressOf([duty.RuleId], [duty.OccurrenceKey], known).ToListAsync(Cancellation));
        Assert.NotEmpty(await own.PeersOf(duty.Id, known).ToListAsync(Cancellation));
        Assert.Empty(await foreign.PeersOf(duty.Id, known).ToListAsync(Cancellation));
    }

    // The function itself, past every rule of the application.
    private static async Task<bool> CallAsync(TestAgency caller, Guid obligation, Guid unit)
    {
        await using var db = caller.Open();
        return (await db.Database.SqlQuery<bool>(
            $"SELECT gov.pass_duty({obligation}, {unit}, {Guid.NewGuid()}, {Guid.NewGuid()}, {Moment}, {new DateOnly(2016, 10, 1)}, true, '', {caller.PersonId}, '', {Moment}) AS \"Value\"")
            .ToListAsync(Cancellation)).Single();
    }

    private static TriggerEvent Trigger(Guid agencyId) => new()
    {
        AgencyId = agencyId,
        Kind = TriggerKind.PenaltyDecision,
        Reference = Guid.NewGuid().ToString(),
        Title = "越权",
        OccurredAt = Moment,
        RecordedAt = Moment,
        RecordedByName = "经办人",
    };

    private async Task<TestAgency> NewDebtorAsync()
    {
        var agency = await TestAgency.CreateAsync(server);
        await agency.OweAsync(server.Plan.First(DeadlineRuleKind.Periodic));
        await agency.TriggerAsync(TriggerKind.PenaltyDecision, Moment);
        return agency;
    }
}
